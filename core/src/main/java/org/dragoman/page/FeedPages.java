package org.dragoman.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Pages out of RSS and Atom feeds: one an entry, with the entry's text or, where there is none, its summary. */
public final class FeedPages {
    private FeedPages() {}

    /**
     * What a feed links to.
     *
     * @param url as written, possibly relative; empty if the entry has no link
     * @param listing what the feed says of the page
     */
    public record Link(String url, Listing listing) {}

    /**
     * The links of a feed's entries, in its order.
     *
     * @param name what to call the feed
     * @throws UnreadablePageException if it can't be read
     */
    public static List<Link> links(byte[] content, String name) throws UnreadablePageException {
        SyndFeed feed = feed(content, name);
        return feed.getEntries().stream()
                .map(entry -> new Link(url(entry, ""), listing(entry, feed)))
                .toList();
    }

    private static SyndFeed feed(byte[] content, String name) throws UnreadablePageException {
        try {
            // Document types stay forbidden: they are the way to entities that fetch files or fill the memory.
            return new SyndFeedInput().build(new XmlReader(new ByteArrayInputStream(content), true));
        } catch (FeedException | IOException | RuntimeException damage) {
            throw new UnreadablePageException(name, "is a news feed that is broken or declares a document type");
        }
    }

    /** Reads a whole feed, which may be no larger than a page. */
    static void read(byte[] content, String name, Receiver receiver) {
        SyndFeed feed;
        try {
            feed = feed(content, name);
        } catch (UnreadablePageException damage) {
            receiver.failure(damage);
            return;
        }
        int told = 0;
        for (SyndEntry entry : feed.getEntries()) {
            told++;
            String text = text(entry);
            String url = url(entry, name + "#" + told);
            if (text.isBlank()) {
                receiver.failure(url, "is an entry without text");
            } else {
                receiver.page(new Page(
                        url, text.getBytes(UTF_8), Optional.of(UTF_8), Optional.empty(), listing(entry, feed)));
            }
        }
        if (told == 0) {
            receiver.failure(name, "is a news feed without entries");
        }
    }

    private static String url(SyndEntry entry, String otherwise) {
        String link = given(entry.getLink());
        String url = link.isEmpty() ? given(entry.getUri()) : link;
        return url.isEmpty() ? otherwise : url;
    }

    /** The entry's text as a page. */
    private static String text(SyndEntry entry) {
        StringBuilder text = new StringBuilder();
        for (SyndContent content : entry.getContents()) {
            text.append(given(content.getValue())).append('\n');
        }
        if (text.toString().isBlank() && entry.getDescription() != null) {
            text.setLength(0);
            text.append(given(entry.getDescription().getValue()));
        }
        String written = text.toString();
        boolean markup = written.indexOf('<') >= 0 || written.indexOf('&') >= 0;
        return markup ? "<html><body>" + written + "</body></html>" : written;
    }

    private static Listing listing(SyndEntry entry, SyndFeed feed) {
        List<String> authors = new ArrayList<>();
        for (SyndPerson person : entry.getAuthors()) {
            authors.add(given(person.getName()));
        }
        if (authors.isEmpty()) {
            authors.add(given(entry.getAuthor()));
        }
        authors.removeIf(String::isEmpty);
        Date published = entry.getPublishedDate() == null ? entry.getUpdatedDate() : entry.getPublishedDate();
        return new Listing(
                given(entry.getTitle()),
                authors,
                published == null ? "" : published.toInstant().toString(),
                given(feed.getTitle()),
                given(feed.getLanguage()));
    }

    /** Rome gives null for what a feed leaves out. */
    private static String given(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
