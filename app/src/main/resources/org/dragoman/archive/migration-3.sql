-- Version 3: how big events were.

ALTER TABLE reports ADD COLUMN dead INTEGER;
ALTER TABLE reports ADD COLUMN injured INTEGER;
ALTER TABLE reports ADD COLUMN arrested INTEGER;
ALTER TABLE reports ADD COLUMN participants INTEGER;
ALTER TABLE reports ADD COLUMN size_stated VARCHAR[];
ALTER TABLE reports ADD COLUMN size_spans INTEGER[];
ALTER TABLE reports ADD COLUMN weapons VARCHAR[];
ALTER TABLE reports ADD COLUMN weapon_spans INTEGER[];
COMMENT ON COLUMN reports.dead IS 'how many were killed, as the event''s clause states; null if it doesn''t';
COMMENT ON COLUMN reports.injured IS 'how many were hurt, likewise';
COMMENT ON COLUMN reports.arrested IS 'how many were arrested, likewise';
COMMENT ON COLUMN reports.participants IS 'how many took part on the side that acts, likewise';
COMMENT ON COLUMN reports.size_stated IS 'how those of the four that are known are stated: exact, about, at_least, at_most, range (its lower end), vague (dozens: 24)';
COMMENT ON COLUMN reports.size_spans IS 'start, end, start, end, ... of the words that state them, in the same order';
COMMENT ON COLUMN reports.weapons IS 'what it was done with: PLOVER''s modes of ASSAULT';
COMMENT ON COLUMN reports.weapon_spans IS 'start, end, start, end, ... of the words that name them, in the same order';
ALTER TABLE events ADD COLUMN dead INTEGER;
ALTER TABLE events ADD COLUMN injured INTEGER;
ALTER TABLE events ADD COLUMN arrested INTEGER;
ALTER TABLE events ADD COLUMN participants INTEGER;
ALTER TABLE events ADD COLUMN weapons VARCHAR[];
COMMENT ON COLUMN events.dead IS 'how many were killed: the largest number that a report tells; null if none tells one';
COMMENT ON COLUMN events.injured IS 'how many were hurt, likewise';
COMMENT ON COLUMN events.arrested IS 'how many were arrested, likewise';
COMMENT ON COLUMN events.participants IS 'how many took part on the side that acts, likewise';
COMMENT ON COLUMN events.weapons IS 'what reports say it was done with: PLOVER''s modes of ASSAULT';
