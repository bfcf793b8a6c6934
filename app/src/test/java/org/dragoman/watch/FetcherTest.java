package org.dragoman.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetcherTest {
    private static final int MOST = 100_000;
    private static final Politeness QUICK = Politeness.USUAL
            .withBetween(Duration.ofMillis(1))
            .withTimeLimit(Duration.ofSeconds(2))
            .withPrivateAddresses(true);

    private final Site site = new Site();
    private final Fetcher fetcher = new Fetcher(QUICK);

    @AfterEach
    void close() {
        fetcher.close();
        site.close();
    }

    private Fetched fetch(String path) throws FetchException, InterruptedException {
        return fetcher.fetch(URI.create(site.url(path)), Validators.NONE, Set.of("text/html"), MOST);
    }

    /** As the internet sees it: one public name, which stands for the site on this machine; all else as it is. */
    private final class Internet implements SocketAddressResolver {
        @Override
        public void resolve(
                String host, int port, Map<String, Object> context, Promise<List<InetSocketAddress>> addresses) {
            if (host.equals("news.example")) {
                addresses.succeeded(List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), site.port())));
            } else {
                new PublicAddresses().resolve(host, port, context, addresses);
            }
        }
    }

    @Test
    void asksNoPrivateAddressUnlessAllowedTo() throws FetchException, InterruptedException {
        site.story("/a");
        assertThat(fetch("/a").content()).isNotEmpty();
        int before = site.asked().size();
        try (Fetcher careful = new Fetcher(QUICK.withPrivateAddresses(false))) {
            assertThatThrownBy(
                            () -> careful.fetch(URI.create(site.url("/a")), Validators.NONE, Set.of("text/html"), MOST))
                    .isInstanceOf(FetchException.class)
                    .hasMessageContaining("not a public address");
        }
        assertThat(site.asked()).hasSize(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:%d/secret",
                "http://localhost:%d/secret",
                "http://2130706433:%d/secret",
                "http://169.254.169.254/latest/meta-data/",
                "//127.0.0.1:%d/secret"
            })
    void aFeedThatRedirectsToThisMachineIsRefused(String target) {
        String location = target.formatted(site.port());
        site.put("/feed", Site.redirect(location)).story("/secret");
        try (Fetcher careful = new Fetcher(QUICK, new Internet())) {
            assertThatThrownBy(() ->
                            careful.fetch(URI.create("http://news.example/feed"), Validators.NONE, Set.of(), MOST))
                    .isInstanceOf(FetchException.class)
                    .hasMessageContaining("not a public address");
        }
        assertThat(site.asked("/feed")).isEqualTo(1);
        assertThat(site.asked("/secret")).isZero();
        assertThat(site.asked("/robots.txt")).isEqualTo(1);
    }

    @Test
    void robotsThatRedirectToThisMachineAreRefusedToo() {
        site.put("/robots.txt", Site.redirect(site.url("/secret")))
                .story("/secret")
                .story("/a");
        try (Fetcher careful = new Fetcher(QUICK, new Internet())) {
            assertThatThrownBy(() -> careful.fetch(
                            URI.create("http://news.example/a"), Validators.NONE, Set.of("text/html"), MOST))
                    .isInstanceOf(FetchException.class);
        }
        assertThat(site.asked("/secret")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"file:///etc/passwd", "ftp://example.org/", "gopher://127.0.0.1/", "http://", "", "http://[::1]/"
            })
    void followsNoRedirectOffTheWeb(String location) {
        site.put("/a", Site.redirect(location));
        assertThatThrownBy(() -> fetch("/a")).isInstanceOf(FetchException.class).hasMessageContaining("redirects");
    }

    @Test
    void followsAFewRedirects() throws FetchException, InterruptedException {
        site.put("/a", Site.redirect("b"))
                .put("/b", Site.redirect(site.url("/c#part")))
                .story("/c");
        assertThat(fetch("/a").address()).hasToString(site.url("/c"));
        site.put("/round", Site.redirect("/round"));
        assertThatThrownBy(() -> fetch("/round")).hasMessageContaining("more than 5 times");
    }

    @Test
    void doesWhatRobotsSay() throws FetchException, InterruptedException {
        site.put("/robots.txt", "text/plain", """
                User-agent: *
                Disallow: /

                User-agent: Dragoman
                Disallow: /private
                """).story("/a").story("/private/b");
        assertThat(fetch("/a").changed()).isTrue();
        assertThatThrownBy(() -> fetch("/private/b")).hasMessageContaining("robots.txt does not allow it");
        site.put("/c", Site.redirect("/private/b"));
        assertThatThrownBy(() -> fetch("/c")).hasMessageContaining("robots.txt does not allow it");
        assertThat(site.asked("/private/b")).isZero();
        assertThat(site.asked("/robots.txt")).as("is asked once").isEqualTo(1);
    }

    @Test
    void asksForNothingWhereRobotsCanNotBeHad() {
        site.put("/robots.txt", Site.status(500)).story("/a");
        assertThatThrownBy(() -> fetch("/a")).isInstanceOfSatisfying(FetchException.class, put -> {
            assertThat(put.isLasting()).isFalse();
            assertThat(put.pause()).isEqualTo(Duration.ofHours(1));
        });
        assertThat(site.asked("/a")).isZero();
    }

    @Test
    void takesTurns() throws FetchException, InterruptedException {
        site.story("/a").story("/b").story("/c");
        try (Fetcher slow = new Fetcher(QUICK.withBetween(Duration.ofMillis(200)))) {
            for (String path : List.of("/a", "/b", "/c")) {
                slow.fetch(URI.create(site.url(path)), Validators.NONE, Set.of(), MOST);
            }
        }
        List<Site.Asked> asked = site.asked();
        assertThat(asked).hasSize(4);
        for (int i = 1; i < asked.size(); i++) {
            assertThat(asked.get(i).nanoTime() - asked.get(i - 1).nanoTime()).isGreaterThan(150_000_000);
        }
    }

    @Test
    void givesAHostTheTimeItWants() throws FetchException, InterruptedException {
        site.put("/robots.txt", "text/plain", "User-agent: *\nCrawl-delay: 0.4\n")
                .story("/a")
                .story("/b");
        fetch("/a");
        fetch("/b");
        List<Site.Asked> asked = site.asked();
        assertThat(asked.get(2).nanoTime() - asked.get(1).nanoTime()).isGreaterThan(300_000_000);
    }

    @Test
    void leavesAHostAloneThatAsksForIt() {
        site.story("/b").put("/a", exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "3600");
            exchange.sendResponseHeaders(503, -1);
        });
        assertThatThrownBy(() -> fetch("/a"))
                .isInstanceOfSatisfying(
                        FetchException.class, put -> assertThat(put.pause()).isEqualTo(Duration.ofHours(1)));
        assertThatThrownBy(() -> fetch("/b")).hasMessageContaining("left alone");
        assertThat(site.asked("/b")).isZero();
    }

    @Test
    void asksWhetherSomethingHasChanged() throws FetchException, InterruptedException {
        site.put("/feed", exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"one\"");
            exchange.getResponseHeaders().set("Last-Modified", "Tue, 24 Nov 2026 10:00:00 GMT");
            boolean same = "\"one\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"))
                    && "Tue, 24 Nov 2026 10:00:00 GMT"
                            .equals(exchange.getRequestHeaders().getFirst("If-Modified-Since"));
            exchange.sendResponseHeaders(same ? 304 : 200, -1);
        });
        Fetched first = fetch("/feed");
        assertThat(first.changed()).isTrue();
        Fetched second = fetcher.fetch(URI.create(site.url("/feed")), first.validators(), Set.of(), MOST);
        assertThat(second.changed()).isFalse();
    }

    @Test
    void takesNoMoreThanTheLimit() {
        site.put("/told", Site.content("text/html", new byte[MOST + 1])).put("/untold", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 10_000; i++) {
                exchange.getResponseBody().write(new byte[1_000]);
            }
        });
        for (String path : List.of("/told", "/untold")) {
            assertThatThrownBy(() -> fetch(path))
                    .isInstanceOf(FetchException.class)
                    .hasMessageContaining("is larger than 100 kB");
        }
    }

    @Test
    void unpacksNoBomb() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bomb)) {
            for (int i = 0; i < 50; i++) {
                gzip.write(new byte[1_000_000]);
            }
        }
        assertThat(bomb.size()).isLessThan(MOST);
        site.put("/bomb", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            Site.content("text/html", bomb.toByteArray()).answer(exchange);
        });
        assertThatThrownBy(() -> fetch("/bomb"))
                .isInstanceOf(FetchException.class)
                .hasMessageContaining("is larger than 100 kB");
    }

    @Test
    void waitsNoLongerThanTheLimit() {
        site.put("/slow", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 100; i++) {
                exchange.getResponseBody().write('.');
                exchange.getResponseBody().flush();
                sleep(100);
            }
        });
        long start = System.nanoTime();
        assertThatThrownBy(() -> fetch("/slow")).hasMessageContaining("took longer than 2 s");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    private static void sleep(int milliseconds) throws IOException {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }

    @Test
    void leavesWhatIsNoPage() {
        site.put("/film", "video/mp4", "not a page");
        assertThatThrownBy(() -> fetch("/film")).hasMessageContaining("is video/mp4, which can't be read");
    }

    @Test
    void saysWhoAsks() throws FetchException, InterruptedException {
        site.story("/a");
        try (Fetcher polite = new Fetcher(QUICK.withContact("mailto:me@example.org"))) {
            polite.fetch(URI.create(site.url("/a")), Validators.NONE, Set.of(), MOST);
        }
        assertThat(site.asked()).allSatisfy(asked -> assertThat(asked.headers().get("User-agent"))
                .containsExactly("dragoman/0.1 (+mailto:me@example.org)"));
    }
}
