-- The archive's tables, version 1. Statements end with a semicolon at a line's end. A later version is another file beside this one.
-- No table has a key that DuckDB enforces: its indexes would cost more than the rest of the ingest. Uniqueness comes from the ids,
-- which derive from content, and from the ingest, which takes no article twice.
-- Offsets are half-open ranges in Unicode code points of an article's text, as substr() counts them.

CREATE TABLE archive (id UUID, created TIMESTAMP);
COMMENT ON TABLE archive IS 'One row: which archive this is; the text index must carry the same id';

CREATE TABLE versions (id INTEGER, coder VARCHAR, model VARCHAR, ontology VARCHAR, tables VARCHAR);
COMMENT ON TABLE versions IS 'What made the rows: each row of the other tables has the number of its version';
COMMENT ON COLUMN versions.coder IS 'version of the program';
COMMENT ON COLUMN versions.model IS 'language and version of the trained model';
COMMENT ON COLUMN versions.ontology IS 'fingerprint of the tables of event types and codes';
COMMENT ON COLUMN versions.tables IS 'fingerprint of all shipped tables';

CREATE TABLE runs (id BIGINT, started TIMESTAMP, ended TIMESTAMP, pages BIGINT, articles BIGINT, failures BIGINT, version INTEGER);
COMMENT ON TABLE runs IS 'One row for each time pages were read into the archive';
COMMENT ON COLUMN runs.ended IS 'end of the last batch; the run may have been cut off after it';
COMMENT ON COLUMN runs.pages IS 'pages taken in, those known before not counted';

CREATE TABLE failures (url VARCHAR, reason VARCHAR, run BIGINT, tried TIMESTAMP);
COMMENT ON TABLE failures IS 'Pages that could not be read, each once, as of the last try';

CREATE TABLE pages (id BIGINT, url VARCHAR, fetched TIMESTAMP, bytes INTEGER, articles INTEGER, run BIGINT, version INTEGER);
COMMENT ON TABLE pages IS 'Pages read';
COMMENT ON COLUMN pages.id IS 'from the page''s bytes, and its address if that is one on the web';
COMMENT ON COLUMN pages.url IS 'address, or a file''s path when that is all there is';
COMMENT ON COLUMN pages.fetched IS 'when it was fetched (UTC), if known';
COMMENT ON COLUMN pages.bytes IS 'size, decompressed';
COMMENT ON COLUMN pages.articles IS 'how many stories it holds';

CREATE TABLE articles (
    id BIGINT, seq BIGINT, page BIGINT, number INTEGER, url VARCHAR, title VARCHAR, text VARCHAR, authors VARCHAR[],
    published DATE, source VARCHAR, language VARCHAR, captions VARCHAR[], copies BIGINT, story BIGINT, version INTEGER);
COMMENT ON TABLE articles IS 'News articles, one row each';
COMMENT ON COLUMN articles.id IS 'from the page''s id and the article''s number on it';
COMMENT ON COLUMN articles.seq IS 'grows with every article taken in; what was taken in after N has a larger one';
COMMENT ON COLUMN articles.number IS 'position on the page, from 0';
COMMENT ON COLUMN articles.text IS 'title and body as they were read; every offset counts in it';
COMMENT ON COLUMN articles.published IS 'day of publication in the publisher''s zone, if known';
COMMENT ON COLUMN articles.source IS 'publisher or agency; the address''s host if the page names none';
COMMENT ON COLUMN articles.copies IS 'articles with the same number are near-duplicates: the id of the first of them taken in';
COMMENT ON COLUMN articles.story IS 'articles with the same number tell the same story: the id of the first of them taken in';

CREATE TABLE removed (article BIGINT, seq BIGINT);
COMMENT ON TABLE removed IS 'Articles taken out again, for what is derived from this archive';

CREATE TABLE sentences (article BIGINT, number INTEGER, start INTEGER, "end" INTEGER);
COMMENT ON TABLE sentences IS 'Where each sentence of an article stands';

CREATE TABLE entities (
    article BIGINT, number INTEGER, name VARCHAR, type VARCHAR, mentions INTEGER, descriptions VARCHAR[],
    country VARCHAR, sectors VARCHAR[], role VARCHAR, basis VARCHAR, version INTEGER);
COMMENT ON TABLE entities IS 'Persons, organisations, places and groups that an article names or describes';
COMMENT ON COLUMN entities.type IS 'person, organisation, location, group';
COMMENT ON COLUMN entities.mentions IS 'how often the article refers to it';
COMMENT ON COLUMN entities.country IS 'ISO 3166 alpha-3, or PLOVER''s IGO, UNO, EUR, NGO, ISM, IMG, MNC; blank if not known';
COMMENT ON COLUMN entities.sectors IS 'PLOVER sectors, the primary first';
COMMENT ON COLUMN entities.role IS 'office or description as the text or a table gives it';
COMMENT ON COLUMN entities.basis IS 'what the code rests on: text, table, user_table, memory, none';

CREATE TABLE toponyms (
    article BIGINT, start INTEGER, "end" INTEGER, name VARCHAR, geonames INTEGER, latitude DOUBLE, longitude DOUBLE,
    country VARCHAR, admin VARCHAR, feature VARCHAR, certainty DOUBLE, version INTEGER);
COMMENT ON TABLE toponyms IS 'Place names in articles and the places they mean';

CREATE TABLE statements (
    id BIGINT, article BIGINT, number INTEGER, date DATE,
    speaker VARCHAR, country VARCHAR, sectors VARCHAR[], role VARCHAR, basis VARCHAR,
    kind VARCHAR, directness VARCHAR, polarity VARCHAR, modality VARCHAR, factual BOOLEAN,
    addressee VARCHAR, addressee_country VARCHAR, addressee_sectors VARCHAR[], addressee_role VARCHAR, addressee_basis VARCHAR,
    medium VARCHAR,
    place VARCHAR, geonames INTEGER, latitude DOUBLE, longitude DOUBLE, place_country VARCHAR, admin VARCHAR, feature VARCHAR,
    source VARCHAR, cue VARCHAR, content VARCHAR, source_spans INTEGER[], cue_spans INTEGER[], content_spans INTEGER[],
    reported BIGINT[], performed BIGINT[], confidence DOUBLE, rule VARCHAR, version INTEGER);
COMMENT ON TABLE statements IS 'Who said what: direct and indirect speech';
COMMENT ON COLUMN statements.date IS 'day on which it was said if the text tells, else of publication';
COMMENT ON COLUMN statements.speaker IS 'who says it, pronouns and descriptions resolved; blank if the text doesn''t tell';
COMMENT ON COLUMN statements.kind IS 'speech, decree, belief, intention, attitude';
COMMENT ON COLUMN statements.directness IS 'direct, mixed, indirect';
COMMENT ON COLUMN statements.polarity IS 'affirmed, denied, unsaid';
COMMENT ON COLUMN statements.modality IS 'actual, future, hypothetical';
COMMENT ON COLUMN statements.factual IS 'said rather than thought or wanted, and neither unsaid nor hypothetical';
COMMENT ON COLUMN statements.addressee IS 'to whom it is said';
COMMENT ON COLUMN statements.medium IS 'by what means or at what event, such as interview';
COMMENT ON COLUMN statements.source IS 'the words for who says it';
COMMENT ON COLUMN statements.cue IS 'the words that say that it is said';
COMMENT ON COLUMN statements.content IS 'what is said; several pieces are joined by " … "';
COMMENT ON COLUMN statements.content_spans IS 'start, end, start, end, ... of the pieces';
COMMENT ON COLUMN statements.reported IS 'ids of the reports that stand in what is said';
COMMENT ON COLUMN statements.performed IS 'ids of the reports of what is done by saying it';

CREATE TABLE reports (
    id BIGINT, event BIGINT, article BIGINT, number INTEGER, date DATE, date_first DATE, date_last DATE,
    type VARCHAR, mode VARCHAR, contexts VARCHAR[], cameo VARCHAR, quad INTEGER, score DOUBLE, goldstein DOUBLE,
    actor VARCHAR, actor_country VARCHAR, actor_sectors VARCHAR[], actor_role VARCHAR, actor_basis VARCHAR, actor_span INTEGER[],
    recipient VARCHAR, recipient_country VARCHAR, recipient_sectors VARCHAR[], recipient_role VARCHAR, recipient_basis VARCHAR,
    recipient_span INTEGER[],
    place VARCHAR, geonames INTEGER, latitude DOUBLE, longitude DOUBLE, place_country VARCHAR, admin VARCHAR, feature VARCHAR,
    modality VARCHAR[], factual BOOLEAN, confidence DOUBLE, sentence VARCHAR, trigger VARCHAR, sentence_span INTEGER[], trigger_span INTEGER[],
    nominal BOOLEAN, headline BOOLEAN, rule VARCHAR, version INTEGER);
COMMENT ON TABLE reports IS 'What articles report that somebody did: one row for each event in each article';
COMMENT ON COLUMN reports.event IS 'the real event that is reported';
COMMENT ON COLUMN reports.date IS 'day of the event if the text tells, else of publication';
COMMENT ON COLUMN reports.date_first IS 'first day that the text may mean';
COMMENT ON COLUMN reports.date_last IS 'last day that the text may mean';
COMMENT ON COLUMN reports.factual IS 'neither negated nor hypothetical';
COMMENT ON COLUMN reports.sentence IS 'the sentence that proves it';
COMMENT ON COLUMN reports.trigger IS 'the words that name the act';
COMMENT ON COLUMN reports.sentence_span IS 'start and end of the sentence that proves it';
COMMENT ON COLUMN reports.trigger_span IS 'start and end of the words that name the act';
COMMENT ON COLUMN reports.nominal IS 'the act is named by a noun phrase rather than told by a clause';
COMMENT ON COLUMN reports.headline IS 'the sentence is the article''s title';
COMMENT ON COLUMN reports.rule IS 'the frame that fired';

CREATE TABLE events (
    id BIGINT, date DATE, type VARCHAR, mode VARCHAR, contexts VARCHAR[], cameo VARCHAR, quad INTEGER, score DOUBLE, goldstein DOUBLE,
    actor VARCHAR, actor_country VARCHAR, actor_sectors VARCHAR[], actor_role VARCHAR,
    recipient VARCHAR, recipient_country VARCHAR, recipient_sectors VARCHAR[], recipient_role VARCHAR,
    place VARCHAR, geonames INTEGER, latitude DOUBLE, longitude DOUBLE, place_country VARCHAR, admin VARCHAR, feature VARCHAR,
    modality VARCHAR[], factual BOOLEAN, confidence DOUBLE, reports INTEGER, articles INTEGER, copies INTEGER, sources VARCHAR[],
    first_report DATE, last_report DATE, dates DATE[], places VARCHAR[], modes VARCHAR[], cameos VARCHAR[], agreement DOUBLE,
    best_report BIGINT, version INTEGER);
COMMENT ON TABLE events IS 'Real events, each once however many articles report it';
COMMENT ON COLUMN events.id IS 'id of the report by which it was first seen';
COMMENT ON COLUMN events.date IS 'day of the event: as its best report tells, else the earliest told';
COMMENT ON COLUMN events.type IS 'PLOVER type';
COMMENT ON COLUMN events.mode IS 'the type''s mode, such as riot';
COMMENT ON COLUMN events.contexts IS 'PLOVER contexts';
COMMENT ON COLUMN events.cameo IS 'CAMEO code, a text: its leading zero counts';
COMMENT ON COLUMN events.quad IS '1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict';
COMMENT ON COLUMN events.score IS 'PLOVER score of the type, -10 to +10';
COMMENT ON COLUMN events.goldstein IS 'Goldstein score of the CAMEO code, -10 to +10';
COMMENT ON COLUMN events.actor IS 'who did it';
COMMENT ON COLUMN events.actor_country IS 'ISO 3166 alpha-3, or PLOVER''s IGO, UNO, EUR, NGO, ISM, IMG, MNC';
COMMENT ON COLUMN events.actor_sectors IS 'PLOVER sectors, the primary first';
COMMENT ON COLUMN events.actor_role IS 'office or description';
COMMENT ON COLUMN events.recipient IS 'to whom';
COMMENT ON COLUMN events.recipient_country IS 'as actor_country';
COMMENT ON COLUMN events.recipient_sectors IS 'as actor_sectors';
COMMENT ON COLUMN events.recipient_role IS 'as actor_role';
COMMENT ON COLUMN events.place IS 'where, as the gazetteer writes it';
COMMENT ON COLUMN events.geonames IS 'GeoNames number';
COMMENT ON COLUMN events.latitude IS 'degrees north';
COMMENT ON COLUMN events.longitude IS 'degrees east';
COMMENT ON COLUMN events.place_country IS 'ISO 3166 alpha-2';
COMMENT ON COLUMN events.admin IS 'first-order division';
COMMENT ON COLUMN events.feature IS 'GeoNames feature code';
COMMENT ON COLUMN events.modality IS 'negated, future, hypothetical, historical';
COMMENT ON COLUMN events.factual IS 'neither negated nor hypothetical';
COMMENT ON COLUMN events.confidence IS '0 to 1: of its best report';
COMMENT ON COLUMN events.reports IS 'how many rows of reports tell of it';
COMMENT ON COLUMN events.articles IS 'how many articles tell of it';
COMMENT ON COLUMN events.copies IS 'the same, near-duplicates counted once';
COMMENT ON COLUMN events.sources IS 'publishers that tell of it';
COMMENT ON COLUMN events.first_report IS 'day of publication of the first article';
COMMENT ON COLUMN events.last_report IS 'day of publication of the last article';
COMMENT ON COLUMN events.dates IS 'the days told by reports, in order';
COMMENT ON COLUMN events.places IS 'the places told by reports, in order';
COMMENT ON COLUMN events.modes IS 'the modes told by reports, in order';
COMMENT ON COLUMN events.cameos IS 'the CAMEO codes told by reports, in order';
COMMENT ON COLUMN events.agreement IS '0 to 1: mean share of reports that tell the commonest day, place, mode and code';
COMMENT ON COLUMN events.best_report IS 'the report whose details the row has: the one of highest confidence';

CREATE TABLE signatures (article BIGINT, signature BLOB);
COMMENT ON TABLE signatures IS 'For finding copies: MinHash signatures';

CREATE TABLE bands (band INTEGER, article BIGINT);
COMMENT ON TABLE bands IS 'For finding copies: articles that share a band may be copies';

CREATE TABLE terms (term INTEGER, day INTEGER, article BIGINT);
COMMENT ON TABLE terms IS 'For finding stories: hashes of names and title words, with the day of publication as days since 1970';

CREATE TABLE ties (
    report BIGINT, article BIGINT, key BIGINT, day INTEGER, actor_person BOOLEAN, recipient_person BOOLEAN);
COMMENT ON TABLE ties IS 'For merging events: only reports with one key can tell the same';

CREATE VIEW evidence AS
    SELECT r.event, r.id AS report, r.article, a.url, a.title, a.source, a.published,
        r.sentence, r.trigger, r.trigger_span[1] - r.sentence_span[1] AS trigger_start,
        r.nominal, r.headline, r.rule, r.confidence
    FROM reports r JOIN articles a ON a.id = r.article;
COMMENT ON VIEW evidence IS 'The words that prove each report';

CREATE VIEW sources AS
    SELECT source AS name, count(*) AS articles, count(DISTINCT copies) AS different, min(published) AS first, max(published) AS last
    FROM articles GROUP BY source;
COMMENT ON VIEW sources IS 'Publishers and what the archive holds of them';

CREATE VIEW actor_memory AS
    SELECT e.name, e.role, e.country, e.sectors, date_trunc('month', a.published)::DATE AS month, count(*) AS articles
    FROM entities e JOIN articles a ON a.id = e.article
    WHERE e.basis = 'text' AND e.role IS NOT NULL AND a.published IS NOT NULL
    GROUP BY ALL;
COMMENT ON VIEW actor_memory IS 'Roles in which articles themselves describe a party, by month';
