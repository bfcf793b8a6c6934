-- Real events from the view told: reports with "event", and their article's source and copies. The same rows as the archive's
-- events.sql makes: details come from the report of highest confidence; a day or place that it doesn't tell, from the next that does.
WITH grouped AS (
    SELECT event,
        max_by(struct(*), struct(confidence, -id)) AS b,
        max_by(struct(place, geonames, latitude, longitude, place_country, admin, feature), struct(confidence, -id))
            FILTER (WHERE place IS NOT NULL) AS p,
        CAST(count(*) AS INT) AS reports, CAST(count(DISTINCT article) AS INT) AS articles,
        CAST(count(DISTINCT copies) AS INT) AS copies,
        sort_array(collect_set(source)) AS sources,
        min(published) AS first_report, max(published) AS last_report,
        min(date) FILTER (WHERE date_first IS NOT NULL) AS first_told,
        sort_array(collect_set(date) FILTER (WHERE date_first IS NOT NULL)) AS dates,
        sort_array(collect_set(place)) AS places,
        sort_array(collect_set(mode)) AS modes,
        sort_array(collect_set(cameo)) AS cameos,
        max(dead) AS dead, max(injured) AS injured, max(arrested) AS arrested, max(participants) AS participants,
        array_sort(array_distinct(flatten(collect_list(weapons)))) AS weapons,
        collect_list(date_first) AS all_days, collect_list(place) AS all_places, collect_list(mode) AS all_modes,
        collect_list(cameo) AS all_cameos
    FROM told GROUP BY event)
SELECT event AS id,
    CASE WHEN b.date_first IS NOT NULL THEN b.date ELSE coalesce(first_told, b.date) END AS date,
    b.type, b.mode, b.contexts, b.cameo, b.quad, b.score, b.goldstein,
    b.actor, b.actor_country, b.actor_sectors, b.actor_role,
    b.recipient, b.recipient_country, b.recipient_sectors, b.recipient_role,
    p.place, p.geonames, p.latitude, p.longitude, p.place_country, p.admin, p.feature,
    b.modality, b.factual, b.confidence, reports, articles, copies, sources,
    first_report, last_report, dates, places, modes, cameos,
    round((
        coalesce(array_max(transform(array_distinct(all_days), d -> size(filter(all_days, x -> x = d)))) / size(all_days), 1)
        + coalesce(array_max(transform(array_distinct(all_places), d -> size(filter(all_places, x -> x = d)))) / size(all_places), 1)
        + coalesce(array_max(transform(array_distinct(all_modes), d -> size(filter(all_modes, x -> x = d)))) / size(all_modes), 1)
        + coalesce(array_max(transform(array_distinct(all_cameos), d -> size(filter(all_cameos, x -> x = d)))) / size(all_cameos), 1))
        / 4, 3) AS agreement,
    b.id AS best_report, b.version,
    dead, injured, arrested, participants, weapons
FROM grouped
