package org.dragoman.article;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a page's head says of an article beyond title, author and date. */
final class DetailFinder {
    private static final List<String> MODIFIED =
            List.of("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "lastmod");
    private static final List<String> SECTIONS =
            List.of("article:section", "og:article:section", "section", "parsely-section");
    private static final List<String> PICTURES =
            List.of("og:image", "og:image:url", "twitter:image", "twitter:image:src");
    private static final List<String> TAGS =
            List.of("article:tag", "og:article:tag", "news_keywords", "keywords", "parsely-tags");
    private static final int MOST_TAGS = 50;
    private static final int LONGEST_TAG = 80;

    /** What is shown of articles that are sold is a few paragraphs; a longer text is all of it. */
    private static final int LONGEST_STUB = 2000;

    private DetailFinder() {}

    /**
     * Reads the head.
     *
     * @param length characters of the body
     * @param entries of a live blog
     */
    static ArticleDetails find(Metadata head, int length, List<LiveEntry> entries) {
        StructuredData data = head.data();
        return new ArticleDetails(
                head.addresses().stream().findFirst(),
                modified(head),
                first(Stream.concat(SECTIONS.stream().map(head::meta), Stream.of(data.section()))),
                tags(head),
                first(Stream.concat(PICTURES.stream().map(head::meta), Stream.of(data.picture())))
                        .filter(DetailFinder::isAddress),
                entries,
                data.sold() && length < LONGEST_STUB);
    }

    private static Optional<LocalDate> modified(Metadata head) {
        return Dates.find(head.data().modified()).or(() -> MODIFIED.stream()
                .map(name -> Dates.find(head.meta(name)))
                .flatMap(Optional::stream)
                .findFirst());
    }

    private static Optional<String> first(Stream<String> told) {
        return told.map(Metadata::fold).filter(text -> !text.isEmpty()).findFirst();
    }

    private static List<String> tags(Metadata head) {
        List<String> told = new ArrayList<>();
        TAGS.forEach(name -> told.addAll(head.metas(name)));
        told.addAll(head.data().keywords());
        Set<String> seen = new LinkedHashSet<>();
        List<String> tags = new ArrayList<>();
        for (String line : told) {
            for (String part : line.split("[,;]", -1)) {
                String tag = Metadata.fold(part);
                if (!tag.isEmpty()
                        && tag.length() <= LONGEST_TAG
                        && tags.size() < MOST_TAGS
                        && seen.add(tag.toLowerCase(Locale.ROOT))) {
                    tags.add(tag);
                }
            }
        }
        return tags;
    }

    private static boolean isAddress(String address) {
        return address.startsWith("https://") || address.startsWith("http://");
    }
}
