package org.dragoman.watch;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.client.CompletableResponseListener;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.SocketAddressResolver;
import org.jspecify.annotations.Nullable;

/**
 * Fetches over HTTP, politely and with caution: see the package's words. Follows redirects itself, so that each hop is looked at. Keeps no
 * cookies and knows no proxy, behind which it could not see whom it asks. Safe to share between threads.
 */
final class Fetcher implements AutoCloseable {
    private static final int MOST_REDIRECTS = 5;
    private static final int LARGEST_ROBOTS = 500_000;
    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final Duration LONGEST_RETRY = Duration.ofDays(1);
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final int NOT_MODIFIED = 304;
    private static final int OK = 200;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    private static final Pattern MAX_AGE = Pattern.compile("\\bmax-age=(\\d{1,9})");

    private final HttpClient client;
    private final Politeness politeness;
    private final Turns turns;
    private final Robots robots = new Robots(this::rules);

    Fetcher(Politeness politeness) {
        this(politeness, politeness.privateAddresses() ? new SocketAddressResolver.Sync() : new PublicAddresses());
    }

    /** @param names finds the addresses that may be connected to */
    Fetcher(Politeness politeness, SocketAddressResolver names) {
        this.politeness = politeness;
        turns = new Turns(politeness.between());
        client = new HttpClient();
        client.setFollowRedirects(false);
        client.setHttpCookieStore(new HttpCookieStore.Empty());
        client.setConnectTimeout(CONNECTING.toMillis());
        client.setIdleTimeout(politeness.timeLimit().toMillis());
        client.setMaxConnectionsPerDestination(2);
        client.setUserAgentField(null);
        client.setSocketAddressResolver(names);
        try {
            client.start();
        } catch (Exception broken) {
            throw new IllegalStateException("the HTTP client can't be started", broken);
        }
    }

    /**
     * Fetches what is at an address.
     *
     * @param validators of the content had before
     * @param types media types that are wanted; another ends the fetch with its head
     * @param mostBytes largest content, decompressed
     * @throws FetchException if it can't be had
     */
    Fetched fetch(URI address, Validators validators, Set<String> types, int mostBytes)
            throws FetchException, InterruptedException {
        URI at = address;
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            take(at, robots.check(at));
            ContentResponse response = ask(at, validators, types, mostBytes);
            int status = response.getStatus();
            if (REDIRECTS.contains(status)) {
                at = redirected(at, response);
            } else if (status == OK || status == NOT_MODIFIED) {
                return fetched(at, response);
            } else {
                throw refused(at, response);
            }
        }
        throw FetchException.lasting("redirects more than " + MOST_REDIRECTS + " times");
    }

    /** {@code robots.txt}: no rules stand before it, and a redirect is followed as for anything else. */
    private Robots.Rules rules(URI address) throws FetchException, InterruptedException {
        URI at = address;
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            take(at, Duration.ZERO);
            ContentResponse response = ask(at, Validators.NONE, Set.of(), LARGEST_ROBOTS);
            if (!REDIRECTS.contains(response.getStatus())) {
                return new Robots.Rules(response.getStatus(), response.getContent(), mediaType(response));
            }
            at = redirected(at, response);
        }
        return new Robots.Rules(404, new byte[0], "");
    }

    private void take(URI address, Duration wanted) throws FetchException, InterruptedException {
        Optional<Duration> longer = turns.take(WebAddress.host(address), wanted);
        if (longer.isPresent()) {
            throw FetchException.passing("the host wants to be left alone for a while", longer.get());
        }
    }

    private ContentResponse ask(URI address, Validators validators, Set<String> types, int mostBytes)
            throws FetchException, InterruptedException {
        Request request = client.newRequest(address)
                .timeout(politeness.timeLimit().toMillis(), TimeUnit.MILLISECONDS)
                .agent(politeness.agent())
                .onResponseHeaders(response -> refuseUnwanted(response, types, mostBytes));
        if (!validators.etag().isEmpty()) {
            request.headers(headers -> headers.put(HttpHeader.IF_NONE_MATCH, validators.etag()));
        }
        if (!validators.modified().isEmpty()) {
            request.headers(headers -> headers.put(HttpHeader.IF_MODIFIED_SINCE, validators.modified()));
        }
        try {
            return new CompletableResponseListener(request, mostBytes).send().get();
        } catch (ExecutionException failed) {
            throw problem(failed.getCause(), mostBytes);
        }
    }

    private static void refuseUnwanted(Response response, Set<String> types, int mostBytes) {
        String type = mediaType(response);
        if (response.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH) > mostBytes) {
            abort(response, tooLarge(mostBytes));
        } else if (response.getStatus() == OK && !types.isEmpty() && !type.isEmpty() && !types.contains(type)) {
            abort(response, "is " + type + ", which can't be read");
        }
    }

    private static void abort(Response response, String reason) {
        // Whether it came too late doesn't matter: then the answer had ended by itself.
        CompletableFuture<Boolean> unused = response.abort(new Unwanted(reason));
    }

    /** An answer of which the head was enough. */
    private static final class Unwanted extends IOException {
        private static final long serialVersionUID = 1L;

        Unwanted(String reason) {
            super(reason);
        }
    }

    private FetchException problem(@Nullable Throwable cause, int mostBytes) {
        if (cause instanceof Unwanted || cause instanceof PublicAddresses.NotPublicException) {
            return FetchException.lasting(String.valueOf(cause.getMessage()));
        }
        if (cause instanceof UnknownHostException) {
            return FetchException.passing("there is no such host");
        }
        if (cause instanceof TimeoutException) {
            return FetchException.passing(
                    "took longer than " + politeness.timeLimit().toSeconds() + " s");
        }
        if (cause instanceof ConnectException) {
            return FetchException.passing("the host can't be reached");
        }
        if (cause != null && String.valueOf(cause.getMessage()).contains("capacity")) {
            return FetchException.lasting(tooLarge(mostBytes));
        }
        return FetchException.passing("could not be fetched: " + cause);
    }

    private static String tooLarge(int mostBytes) {
        return "is larger than " + mostBytes / 1_000 + " kB";
    }

    private static URI redirected(URI from, Response response) throws FetchException {
        String location = field(response, HttpHeader.LOCATION);
        try {
            return WebAddress.of(from, location);
        } catch (IllegalArgumentException unfit) {
            throw FetchException.lasting("redirects to what " + unfit.getMessage());
        }
    }

    private FetchException refused(URI address, Response response) {
        int status = response.getStatus();
        String reason = "the host answers " + status;
        if (status == TOO_MANY || status == UNAVAILABLE) {
            Duration pause = retryAfter(response);
            turns.leave(WebAddress.host(address), pause);
            return FetchException.passing(reason, pause);
        }
        return status >= 500 || status == 408 || status == 425
                ? FetchException.passing(reason)
                : FetchException.lasting(reason);
    }

    /** Seconds or a date; a minute if the host doesn't say. */
    private static Duration retryAfter(Response response) {
        String value = field(response, HttpHeader.RETRY_AFTER).strip();
        Duration pause = Duration.ofMinutes(1);
        if (value.matches("\\d{1,9}")) {
            pause = Duration.ofSeconds(Long.parseLong(value));
        } else if (!value.isEmpty()) {
            try {
                Instant date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant();
                pause = Duration.between(Instant.now(), date);
            } catch (DateTimeParseException noDate) {
                // Then it doesn't say.
            }
        }
        return pause.isNegative() ? Duration.ZERO : pause.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : pause;
    }

    private static Fetched fetched(URI address, ContentResponse response) {
        boolean changed = response.getStatus() == OK;
        Matcher age = MAX_AGE.matcher(field(response, HttpHeader.CACHE_CONTROL).toLowerCase(Locale.ROOT));
        return new Fetched(
                address,
                changed,
                changed ? response.getContent() : new byte[0],
                mediaType(response),
                charset(response),
                new Validators(field(response, HttpHeader.ETAG), field(response, HttpHeader.LAST_MODIFIED)),
                age.find() ? Duration.ofSeconds(Long.parseLong(age.group(1))) : Duration.ZERO);
    }

    private static String mediaType(Response response) {
        String type = field(response, HttpHeader.CONTENT_TYPE);
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    private static Optional<Charset> charset(Response response) {
        Matcher named = Pattern.compile("(?i)charset\\s*=\\s*\"?([\\w.:-]{1,40})")
                .matcher(field(response, HttpHeader.CONTENT_TYPE));
        try {
            return named.find() ? Optional.of(Charset.forName(named.group(1))) : Optional.empty();
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private static String field(Response response, HttpHeader name) {
        String value = response.getHeaders().get(name);
        return value == null ? "" : value;
    }

    @Override
    public void close() {
        try {
            client.stop();
        } catch (Exception unimportant) {
            // What it had open ends with the process.
        }
    }
}
