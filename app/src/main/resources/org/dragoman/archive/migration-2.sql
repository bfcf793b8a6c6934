-- Version 2: what the archive remembers of persons is a table of its own, so that it changes at known moments only.

CREATE TABLE memory (name VARCHAR, country VARCHAR, sector VARCHAR, role VARCHAR, month DATE, articles BIGINT);
COMMENT ON TABLE memory IS 'Who persons are as articles themselves say, by month, as of the end of the last complete run: what reading may recall';
COMMENT ON COLUMN memory.month IS 'first day of the month of publication';
COMMENT ON COLUMN memory.articles IS 'how many articles say so, copies counted once';
