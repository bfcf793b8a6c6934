package org.dragoman.page;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which fields of a JSON record hold what. The usual names are those of news APIs, feeds and crawlers' output; names of
 * one's own go before them. Compared without case, {@code _} and {@code -}: {@code datePublished} is {@code
 * date_published}. Immutable.
 *
 * <pre>{@code
 * FieldNames names = FieldNames.USUAL.with(FieldNames.Field.TEXT, "story");
 * }</pre>
 */
public final class FieldNames {
    /** What a field may hold. */
    public enum Field {
        /** The article's text, plain or with HTML in it. */
        TEXT,
        /** The whole page as HTML. */
        HTML,
        TITLE,
        AUTHORS,
        /** Day or time of publication, in any form, or seconds or milliseconds since 1970. */
        PUBLISHED,
        URL,
        /** The publisher. */
        SOURCE,
        LANGUAGE
    }

    /** Names in use, the better first: where a record has several, the first that isn't empty counts. */
    public static final FieldNames USUAL = new FieldNames(Map.of(
            Field.TEXT,
            names("text maintext article_body body content content_text full_text cleaned_text plain_text raw_content"),
            Field.HTML,
            names("html content_html raw_html html_content"),
            Field.TITLE,
            names("title headline"),
            Field.AUTHORS,
            names("authors author byline creator"),
            Field.PUBLISHED,
            names("published_date date_published published_at published publish_date date_publish publication_date"
                    + " pub_date published_time date datetime seendate created_at"),
            Field.URL,
            names("url link canonical_url source_url uri"),
            Field.SOURCE,
            names("site_name source_name publisher source publication domain source_domain clean_url"),
            Field.LANGUAGE,
            names("language lang")));

    private final Map<Field, List<String>> names;

    private FieldNames(Map<Field, List<String>> names) {
        this.names = names;
    }

    /** The same with another name, which goes before those known. */
    public FieldNames with(Field field, String name) {
        Map<Field, List<String>> changed = new EnumMap<>(names);
        List<String> all = new ArrayList<>();
        all.add(fold(name));
        all.addAll(names.getOrDefault(field, List.of()));
        changed.put(field, List.copyOf(all));
        return new FieldNames(changed);
    }

    /**
     * What the field of this name holds, if anything of use.
     *
     * @param name as in the record
     */
    Optional<Named> find(String name) {
        String folded = fold(name);
        Named best = null;
        for (Map.Entry<Field, List<String>> entry : names.entrySet()) {
            int rank = entry.getValue().indexOf(folded);
            // A name given by the user may also be a usual one for something else.
            if (rank >= 0 && (best == null || rank < best.rank())) {
                best = new Named(entry.getKey(), rank);
            }
        }
        return Optional.ofNullable(best);
    }

    /**
     * A field recognised.
     *
     * @param rank the lower, the rather it is meant
     */
    record Named(Field field, int rank) {}

    private static List<String> names(String words) {
        List<String> names = new ArrayList<>();
        for (String word : words.split(" ", -1)) {
            names.add(fold(word));
        }
        return List.copyOf(names);
    }

    private static String fold(String name) {
        return name.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
    }
}
