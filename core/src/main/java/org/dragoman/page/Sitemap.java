package org.dragoman.page;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What a news sitemap (sitemaps.org with Google's {@code news} extension) says of pages: title, publication, language and
 * day. It holds no text, so it makes no pages; pages of these addresses that are read after it get their listing.
 */
final class Sitemap {
    private static final int LONGEST_TEXT = 2000;

    private Sitemap() {}

    /** Reads a sitemap to its end; memory holds one entry. */
    static void read(InputStream content, String name, Receiver receiver) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        // Document types are the way to entities that fetch files or fill the memory.
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(content);
            Map<String, String> entry = new HashMap<>();
            StringBuilder text = new StringBuilder();
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> text.setLength(0);
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                        String more = reader.getText();
                        text.append(more, 0, Math.min(more.length(), Math.max(0, LONGEST_TEXT - text.length())));
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        entry.putIfAbsent(reader.getLocalName(), text.toString().strip());
                        if (reader.getLocalName().equals("url")) {
                            list(entry, receiver);
                            entry.clear();
                        }
                        text.setLength(0);
                    }
                    default -> {
                        // Comments and instructions.
                    }
                }
            }
        } catch (XMLStreamException broken) {
            if (broken.getNestedException() instanceof IOException damage) {
                throw damage;
            }
            receiver.failure(name, "is a sitemap that is broken");
        }
    }

    private static void list(Map<String, String> entry, Receiver receiver) {
        String url = entry.getOrDefault("loc", "");
        String title = entry.getOrDefault("title", "");
        String published = entry.getOrDefault("publication_date", "");
        if (!url.isEmpty() && !(title.isEmpty() && published.isEmpty())) {
            receiver.list(
                    url,
                    new Listing(
                            title,
                            List.of(),
                            published,
                            entry.getOrDefault("name", ""),
                            entry.getOrDefault("language", "")));
        }
    }
}
