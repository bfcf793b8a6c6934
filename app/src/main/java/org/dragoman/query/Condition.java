package org.dragoman.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;

/** A filter on its way into SQL: text with marks and the values that belong to them. User text only ever becomes a value. */
final class Condition {
    private final Target target;
    private final Function<String, Collection<Long>> articlesWith;
    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    /** @param articlesWith finds the articles whose text matches */
    Condition(Target target, Function<String, Collection<Long>> articlesWith) {
        this.target = target;
        this.articlesWith = articlesWith;
    }

    String sql() {
        return sql.toString();
    }

    List<Object> values() {
        return values;
    }

    /** @param marked the values of the marks in {@code text}, in order */
    void add(String text, Object... marked) {
        sql.append(text);
        values.addAll(List.of(marked));
    }

    void join(List<Filter> parts, String operator, String ofNone) {
        if (parts.isEmpty()) {
            add(ofNone);
            return;
        }
        add("(");
        for (int i = 0; i < parts.size(); i++) {
            add(i == 0 ? "" : operator);
            parts.get(i).write(this);
        }
        add(")");
    }

    void not(Filter part) {
        add("NOT coalesce(");
        part.write(this);
        add(", false)");
    }

    void term(Field field, List<String> wanted) {
        target.column(field)
                .orElseThrow(() -> new IllegalArgumentException(
                        target.name().toLowerCase(Locale.ROOT) + " can't be filtered by " + field.text()))
                .write(this, field, wanted);
    }

    void words(String text) {
        term(Field.TEXT, List.of(text));
    }

    /** One of the conditions that {@code each} adds for each value. */
    void either(List<String> wanted, Consumer<String> each) {
        String separator = "(";
        for (String value : wanted) {
            add(separator);
            each.accept(value);
            separator = " OR ";
        }
        add(")");
    }

    /** The article is one that has one of these texts. */
    void among(String column, List<String> texts) {
        List<Long> found = new ArrayList<>();
        texts.forEach(text -> found.addAll(articlesWith.apply(text)));
        add(column + " IN (SELECT unnest(?::BIGINT[]))");
        values.add(found);
    }
}
