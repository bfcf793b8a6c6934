package org.dragoman.page;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.Set;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageBody;
import org.netpreserve.jwarc.WarcConversion;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTargetRecord;

/**
 * Pages out of WARC files (ISO 28500): responses with status 200, resources, and conversions, which is what WET files hold,
 * as far as they are HTML, plain text, feeds, news sitemaps or JSON with texts. Other records are passed over.
 */
final class WarcPages {
    private static final int OK = 200;
    private static final Set<String> PAGES = Set.of("text/html", "application/xhtml+xml", "text/plain");
    private static final Set<String> HOLDERS = Set.of(
            "application/rss+xml",
            "application/atom+xml",
            "application/xml",
            "text/xml",
            "application/feed+json",
            "application/json");

    private final String name;
    private final Limits limits;
    private final FieldNames names;
    private final Receiver receiver;
    private long records;
    private long told;

    private WarcPages(String name, Limits limits, FieldNames names, Receiver receiver) {
        this.name = name;
        this.limits = limits;
        this.names = names;
        this.receiver = receiver;
    }

    /** Reads an unpacked file; one that is cut gives the records before the cut, then one failure. */
    static void read(InputStream stream, String name, Limits limits, FieldNames names, Receiver receiver) {
        new WarcPages(name, limits, names, receiver).read(stream);
    }

    private void read(InputStream stream) {
        Watched watched = new Watched(stream);
        try {
            // Not closed: it would close the stream, which is the caller's.
            WarcReader reader = new WarcReader(watched);
            reader.setLenient(true);
            for (Optional<WarcRecord> next = next(reader); next.isPresent(); next = next(reader)) {
                if (next.get() instanceof WarcTargetRecord record) {
                    read(record, watched);
                }
                records++;
            }
        } catch (IOException damage) {
            receiver.failure(name, "is cut or damaged after " + records + (records == 1 ? " record" : " records"));
            return;
        }
        if (told == 0) {
            receiver.failure(name, "holds no pages");
        }
    }

    private static Optional<WarcRecord> next(WarcReader reader) throws IOException {
        try {
            return reader.next();
        } catch (RuntimeException damage) {
            throw new IOException(damage);
        }
    }

    private void read(WarcTargetRecord record, Watched stream) throws IOException {
        Page page;
        try {
            Optional<Body> body = body(record);
            if (body.isEmpty()) {
                return;
            }
            page = page(record, body.get());
            if (HOLDERS.contains(body.get().type().base().toString())) {
                readHeld(page);
                return;
            }
            told++;
        } catch (UnreadablePageException failure) {
            told++;
            receiver.failure(failure);
            return;
        } catch (IOException | RuntimeException damage) {
            if (stream.ended) {
                throw new IOException(damage);
            }
            receiver.failure(url(record), "is damaged");
            return;
        }
        receiver.page(page);
    }

    /** Reads what holds pages itself. Most JSON and XML among pages is data of scripts: it is passed over in silence. */
    private void readHeld(Page holder) throws IOException {
        Receiver held = new Receiver(
                page -> {
                    told++;
                    receiver.page(page);
                },
                failure -> {});
        BufferedInputStream content = new BufferedInputStream(new ByteArrayInputStream(holder.content()));
        switch (Form.of(content)) {
            case FEED -> FeedPages.read(holder.content(), holder.url(), held);
            case JSON -> JsonPages.read(content, holder.url(), limits, names, held);
            case SITEMAP -> {
                told++;
                Sitemap.read(content, holder.url(), receiver);
            }
            case WARC, PAGE -> {
                // No pages.
            }
        }
    }

    /** What the record holds, if that is a page or may hold pages. */
    private static Optional<Body> body(WarcTargetRecord record) throws IOException {
        if (record instanceof WarcResponse response) {
            if (!response.contentType().base().equals(MediaType.HTTP)) {
                return Optional.empty();
            }
            HttpResponse http = response.http();
            return http.status() == OK && isPage(http.contentType())
                    ? Optional.of(new Body(http.contentType(), http.bodyDecoded()))
                    : Optional.empty();
        }
        boolean taken = record instanceof WarcResource || record instanceof WarcConversion;
        return taken && isPage(record.contentType())
                ? Optional.of(new Body(record.contentType(), record.body()))
                : Optional.empty();
    }

    private record Body(MediaType type, MessageBody content) {}

    private Page page(WarcTargetRecord record, Body body) throws IOException, UnreadablePageException {
        byte[] content = body.content().stream().readNBytes((int) limits.pageBytes() + 1);
        if (content.length > limits.pageBytes()) {
            throw new UnreadablePageException(url(record), limits.tooLarge(content.length));
        }
        // Else a body that the end of the file cuts would pass for a whole one.
        record.body().consume();
        if (content.length == 0) {
            throw new UnreadablePageException(url(record), "is empty");
        }
        return new Page(url(record), content, charset(body.type()), Optional.of(record.date()), Listing.NONE);
    }

    private static boolean isPage(MediaType type) {
        return PAGES.contains(type.base().toString())
                || HOLDERS.contains(type.base().toString());
    }

    /** The address; some writers put it in angle brackets. */
    private static String url(WarcTargetRecord record) {
        String url = record.target();
        return url.startsWith("<") && url.endsWith(">") ? url.substring(1, url.length() - 1) : url;
    }

    private static Optional<Charset> charset(MediaType type) {
        String declared = type.parameters().getOrDefault("charset", "");
        try {
            return declared.isEmpty() ? Optional.empty() : Optional.of(Charset.forName(declared));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }

    /** A stream that knows whether it has come to its end, so that a cut file is told from a damaged page in it. */
    private static final class Watched extends FilterInputStream {
        private boolean ended;

        Watched(InputStream stream) {
            super(stream);
        }

        @Override
        public int read() throws IOException {
            ended = true; // unless it turns out well
            int read = in.read();
            ended = read < 0;
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            ended = true;
            int read = in.read(bytes, offset, length);
            ended = read < 0;
            return read;
        }
    }
}
