package org.dragoman.watch;

import java.time.Duration;

/**
 * How a watch behaves towards those whom it asks.
 *
 * @param between least time from one request to a host to the next; a host's {@code Crawl-delay} makes it longer
 * @param poll least time from one poll of a feed to the next; what the feed says of its freshness makes it longer
 * @param longestPause most time between polls of a feed that fails again and again, or claims to be fresh
 * @param timeLimit most time for one answer, from the connection to its last byte
 * @param newest how old, by what the feed says of it, a page may be to be fetched
 * @param contact where whoever minds can reach the one who watches, such as {@code mailto:...}; sent along if not empty
 * @param privateAddresses whether hosts may be asked that only this network reaches, such as an intranet's: loopback, private,
 *     link-local addresses. Whoever writes the feeds then chooses what is asked in this network
 */
public record Politeness(
        Duration between,
        Duration poll,
        Duration longestPause,
        Duration timeLimit,
        Duration newest,
        String contact,
        boolean privateAddresses) {
    /** Two seconds between requests to a host, a quarter of an hour between polls, pages of the last seven days, public addresses. */
    public static final Politeness USUAL = new Politeness(
            Duration.ofSeconds(2),
            Duration.ofMinutes(15),
            Duration.ofDays(1),
            Duration.ofSeconds(30),
            Duration.ofDays(7),
            "",
            false);

    public Politeness {
        if (between.isNegative() || poll.isNegative() || longestPause.isNegative() || newest.isNegative()) {
            throw new IllegalArgumentException("a time between requests can't be negative");
        }
        if (timeLimit.isNegative() || timeLimit.isZero()) {
            throw new IllegalArgumentException("an answer needs some time");
        }
        if (contact.chars().anyMatch(character -> character < ' ' || character > '~')) {
            throw new IllegalArgumentException("a contact is written in ASCII, without line breaks");
        }
    }

    public Politeness withBetween(Duration time) {
        return new Politeness(time, poll, longestPause, timeLimit, newest, contact, privateAddresses);
    }

    public Politeness withPoll(Duration time) {
        return new Politeness(between, time, longestPause, timeLimit, newest, contact, privateAddresses);
    }

    public Politeness withTimeLimit(Duration time) {
        return new Politeness(between, poll, longestPause, time, newest, contact, privateAddresses);
    }

    public Politeness withNewest(Duration age) {
        return new Politeness(between, poll, longestPause, timeLimit, age, contact, privateAddresses);
    }

    public Politeness withContact(String address) {
        return new Politeness(between, poll, longestPause, timeLimit, newest, address, privateAddresses);
    }

    public Politeness withPrivateAddresses(boolean allowed) {
        return new Politeness(between, poll, longestPause, timeLimit, newest, contact, allowed);
    }

    /** What the watch calls itself. */
    String agent() {
        return contact.isEmpty() ? Robots.NAME + "/0.1" : Robots.NAME + "/0.1 (+" + contact + ")";
    }
}
