package org.dragoman.server;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What every request passes before it is answered: headers that keep a browser from doing what the page doesn't need, names
 * under which this server may be asked, how often, and the token.
 *
 * <p>The token comes as {@code Authorization: Bearer}, or in a cookie that opening {@code /?token=...} sets. A browser sends a cookie
 * along whoever made it ask; so what writes must be JSON or another type that no form can send, and come from this server's own page.
 */
final class Guard {
    static final String COOKIE = "dragoman-token";
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);
    private static final Set<String> FORM_TYPES =
            Set.of("application/x-www-form-urlencoded", "multipart/form-data", "text/plain", "");
    private static final Pattern OWN_NAMES = Pattern.compile("(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d{1,5})?");
    /** What may be asked without the token, whatever the address: whether the server lives. */
    private static final Set<String> OPEN = Set.of("/api/health");

    private static final int BURST = 600;
    private static final int PER_SECOND = 200;

    private final Settings settings;
    private final RateLimit limit = new RateLimit(BURST, PER_SECOND, System::nanoTime);

    Guard(Settings settings) {
        this.settings = settings;
    }

    /** @throws Problem if the request must not be answered */
    void check(Context context) {
        context.header("Content-Security-Policy", POLICY);
        context.header("X-Content-Type-Options", "nosniff");
        context.header("Referrer-Policy", "no-referrer");
        context.header("Cross-Origin-Opener-Policy", "same-origin");
        context.header("Cross-Origin-Resource-Policy", "same-origin");
        context.header("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        String host = context.host() == null ? "" : context.host().toLowerCase(Locale.ROOT);
        // A page elsewhere can have its name resolve to this machine; it then asks under its own name.
        if (settings.loopback() && !OWN_NAMES.matcher(host).matches() && !named(host)) {
            throw new Problem(HttpStatus.MISDIRECTED_REQUEST, "this server isn't asked under that name");
        }
        if (!limit.allows(context.ip())) {
            context.header("Retry-After", "1");
            throw new Problem(HttpStatus.TOO_MANY_REQUESTS, "too many requests: at most " + PER_SECOND + " a second");
        }
        boolean reading = READING.contains(context.method());
        if (OPEN.contains(context.path()) || (reading && (settings.loopback() || shown(context)))) {
            return;
        }
        if (!shown(context)) {
            context.header("WWW-Authenticate", "Bearer");
            throw new Problem(
                    HttpStatus.UNAUTHORIZED,
                    "this needs the token: open the address that the server printed when it started, or send it as"
                            + " Authorization: Bearer");
        }
        if (!reading && !bearer(context)) {
            refuseForgery(context, host);
        }
    }

    /**
     * Takes the token out of an address that was opened with it, and keeps it in a cookie.
     *
     * @return whether the request was answered by that
     */
    boolean signIn(Context context) {
        String given = context.queryParam("token");
        if (given == null) {
            return false;
        }
        if (!same(given)) {
            throw new Problem(HttpStatus.UNAUTHORIZED, "that is not this server's token");
        }
        Cookie cookie = new Cookie(COOKIE, given);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSameSite(SameSite.STRICT);
        context.cookie(cookie);
        context.header("Cache-Control", "no-store");
        context.redirect(context.path(), HttpStatus.SEE_OTHER);
        return true;
    }

    /** Whether who asks has shown the token. */
    boolean shown(Context context) {
        return bearer(context)
                || same(context.cookie(COOKIE))
                || (!context.path().startsWith("/api/") && same(context.queryParam("token")));
    }

    private boolean bearer(Context context) {
        String given = context.header("Authorization");
        return given != null && given.startsWith("Bearer ") && same(given.substring("Bearer ".length()));
    }

    private static void refuseForgery(Context context, String host) {
        String site = context.header("Sec-Fetch-Site");
        String origin = context.header("Origin");
        String type = context.contentType() == null ? "" : context.contentType();
        boolean foreign = (site != null && !site.equals("same-origin"))
                || (origin != null && !origin.equalsIgnoreCase(context.scheme() + "://" + host))
                || FORM_TYPES.contains(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
        if (foreign) {
            throw new Problem(HttpStatus.FORBIDDEN, "only this server's own page may write with its cookie");
        }
    }

    private boolean named(String host) {
        return host.replaceFirst(":\\d+$", "").equals(settings.host().toLowerCase(Locale.ROOT));
    }

    /** Takes as long whatever was given, so that the time tells nothing. */
    private boolean same(@Nullable String given) {
        return given != null
                && MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8), settings.token().getBytes(StandardCharsets.UTF_8));
    }
}
