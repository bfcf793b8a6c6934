package org.dragoman.watch;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What hosts allow ({@code robots.txt}, RFC 9309): asked once a day, or again after an hour where no answer was had; until then such a host
 * is not asked for anything else. Thread-safe.
 */
final class Robots {
    /** The name under which rules are looked for. */
    static final String NAME = "dragoman";

    private static final Duration KEPT = Duration.ofDays(1);
    private static final Duration KEPT_FAILURE = Duration.ofHours(1);
    private static final int MOST_HOSTS = 2_000;
    private static final int NO_ANSWER = 503;

    /** Fetches the rules. */
    interface Source {
        /**
         * What is at an address.
         *
         * @return the content, or the status with which it was refused
         * @throws FetchException if there was no answer
         */
        Rules fetch(URI address) throws FetchException, InterruptedException;
    }

    /** A {@code robots.txt} as it came. */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record Rules(int status, byte[] content, String mediaType) {}

    /** @param until in nanoseconds */
    private record Kept(BaseRobotRules rules, long until) {}

    private final Source source;
    private final Map<String, Kept> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
            return size() > MOST_HOSTS;
        }
    };

    Robots(Source source) {
        this.source = source;
    }

    /**
     * Looks whether an address may be asked for.
     *
     * @return the time between requests that the host wants, zero if it doesn't say
     * @throws FetchException if it may not be
     */
    Duration check(URI address) throws FetchException, InterruptedException {
        BaseRobotRules rules = rules(address);
        if (rules.isDeferVisits()) {
            throw FetchException.passing("the host doesn't give its robots.txt", KEPT_FAILURE);
        }
        if (!rules.isAllowed(address.toString())) {
            throw FetchException.lasting("robots.txt does not allow it");
        }
        return Duration.ofMillis(Math.max(0, rules.getCrawlDelay()));
    }

    private BaseRobotRules rules(URI address) throws FetchException, InterruptedException {
        String origin = address.getScheme() + "://" + address.getRawAuthority();
        BaseRobotRules known = known(origin);
        if (known != null) {
            return known;
        }
        SimpleRobotRulesParser parser = new SimpleRobotRulesParser();
        BaseRobotRules rules;
        URI place = URI.create(origin + "/robots.txt");
        try {
            Rules answer = source.fetch(place);
            rules = answer.status() == 200
                    ? parser.parseContent(place.toString(), answer.content(), answer.mediaType(), Set.of(NAME))
                    : parser.failedFetch(answer.status());
        } catch (FetchException noAnswer) {
            if (noAnswer.isLasting()) {
                throw noAnswer;
            }
            rules = parser.failedFetch(NO_ANSWER);
        }
        keep(origin, rules);
        return rules;
    }

    private synchronized @Nullable BaseRobotRules known(String origin) {
        Kept found = kept.get(origin);
        return found == null || found.until() < System.nanoTime() ? null : found.rules();
    }

    private synchronized void keep(String origin, BaseRobotRules rules) {
        Duration time = rules.isDeferVisits() ? KEPT_FAILURE : KEPT;
        kept.put(origin, new Kept(rules, System.nanoTime() + time.toNanos()));
    }
}
