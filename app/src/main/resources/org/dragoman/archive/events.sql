-- The rows of events for the ids given (?, a list), from their reports. Details come from the report of highest confidence;
-- a day or place that it doesn't tell, from the next that does.
INSERT INTO events
WITH told AS (
    SELECT r.*, a.published, a.source, a.copies
    FROM reports r JOIN articles a ON a.id = r.article
    WHERE r.event IN (SELECT unnest(?::BIGINT[]))),
best AS (SELECT DISTINCT ON (event) * FROM told ORDER BY event, confidence DESC, id),
placed AS (SELECT DISTINCT ON (event) * FROM told WHERE place IS NOT NULL ORDER BY event, confidence DESC, id),
counted AS (
    SELECT event, count(*)::INTEGER AS reports, count(DISTINCT article)::INTEGER AS articles, count(DISTINCT copies)::INTEGER AS copies,
        coalesce(list_sort(list(DISTINCT source) FILTER (source IS NOT NULL)), []) AS sources,
        min(published) AS first_report, max(published) AS last_report,
        min(date) FILTER (date_first IS NOT NULL) AS first_told,
        coalesce(list_sort(list(DISTINCT date) FILTER (date_first IS NOT NULL)), []) AS dates,
        coalesce(list_sort(list(DISTINCT place) FILTER (place IS NOT NULL)), []) AS places,
        coalesce(list_sort(list(DISTINCT mode) FILTER (mode IS NOT NULL)), []) AS modes,
        list_sort(list(DISTINCT cameo)) AS cameos,
        max(dead) AS dead, max(injured) AS injured, max(arrested) AS arrested, max(participants) AS participants,
        coalesce(list_sort(list_distinct(flatten(list(weapons)))), []) AS weapons,
        round((coalesce(list_max(map_values(histogram(date_first))) / count(date_first), 1)
            + coalesce(list_max(map_values(histogram(place))) / count(place), 1)
            + coalesce(list_max(map_values(histogram(mode))) / count(mode), 1)
            + coalesce(list_max(map_values(histogram(cameo))) / count(cameo), 1)) / 4, 3) AS agreement
    FROM told GROUP BY event)
SELECT c.event,
    CASE WHEN b.date_first IS NOT NULL THEN b.date ELSE coalesce(c.first_told, b.date) END,
    b.type, b.mode, b.contexts, b.cameo, b.quad, b.score, b.goldstein,
    b.actor, b.actor_country, b.actor_sectors, b.actor_role,
    b.recipient, b.recipient_country, b.recipient_sectors, b.recipient_role,
    p.place, p.geonames, p.latitude, p.longitude, p.place_country, p.admin, p.feature,
    b.modality, b.factual, b.confidence, c.reports, c.articles, c.copies, c.sources,
    c.first_report, c.last_report, c.dates, c.places, c.modes, c.cameos, c.agreement, b.id, b.version,
    c.dead, c.injured, c.arrested, c.participants, c.weapons
FROM counted c JOIN best b ON b.event = c.event LEFT JOIN placed p ON p.event = c.event
ORDER BY c.event;
