package org.dragoman.server;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * The files of the page, from memory. There are so many and no more: no path that is asked for reaches the disk. The page
 * shows its views under addresses of their own, so each of these gets the page itself.
 */
final class Assets {
    private static final List<String> VIEWS = List.of(
            "/",
            "/events",
            "/events/{id}",
            "/articles/{id}",
            "/dyads/{actor}/{recipient}",
            "/actors",
            "/statements",
            "/articles",
            "/read");
    private static final int TAG_BYTES = 8;

    private final Guard guard;

    Assets(Guard guard) {
        this.guard = guard;
    }

    /** A file, with its entity tag and what it is when compressed. */
    @SuppressWarnings("ArrayRecordComponent") // made once, sent, never compared or changed
    private record File(String type, String tag, byte[] bytes, byte[] gzipped) {
        static File of(String name, String type) {
            try (InputStream in = Assets.class.getResourceAsStream("page/" + name)) {
                if (in == null) {
                    throw new IllegalStateException("no page/" + name + " beside " + Assets.class.getName());
                }
                byte[] bytes = in.readAllBytes();
                ByteArrayOutputStream gzipped = new ByteArrayOutputStream();
                try (GZIPOutputStream out = new GZIPOutputStream(gzipped)) {
                    out.write(bytes);
                }
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
                String tag = "\"" + HexFormat.of().formatHex(digest, 0, TAG_BYTES) + "\"";
                return new File(type, tag, bytes, gzipped.toByteArray());
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            } catch (NoSuchAlgorithmException impossible) {
                throw new AssertionError("every Java platform has SHA-256", impossible);
            }
        }

        void answer(Context context) {
            context.disableCompression();
            context.header("ETag", "W/" + tag);
            context.header("Cache-Control", "no-cache");
            context.header("Vary", "Accept-Encoding");
            if (("W/" + tag).equals(context.header("If-None-Match"))) {
                context.status(HttpStatus.NOT_MODIFIED);
                return;
            }
            String accepted = context.header("Accept-Encoding");
            boolean gzip = accepted != null && accepted.contains("gzip");
            if (gzip) {
                context.header("Content-Encoding", "gzip");
            }
            context.result(gzip ? gzipped : bytes);
            context.contentType(type);
        }
    }

    void register(RoutesConfig routes) {
        File page = File.of("index.html", "text/html; charset=utf-8");
        for (String view : VIEWS) {
            routes.get(view, context -> {
                if (!guard.signIn(context)) {
                    page.answer(context);
                }
            });
        }
        file(routes, "page.js", "text/javascript; charset=utf-8");
        file(routes, "page.css", "text/css; charset=utf-8");
        file(routes, "world.json", "application/json");
        file(routes, "icon.svg", "image/svg+xml");
    }

    private static void file(RoutesConfig routes, String name, String type) {
        File file = File.of(name, type);
        routes.get("/" + name, file::answer);
    }
}
