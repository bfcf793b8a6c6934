package org.dragoman.archive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An article's rows before they are written, so that it can be said which articles are its copies and which events its
 * reports tell.
 *
 * @param article its row
 * @param entities who and what is in it
 * @param reports what it reports
 */
record Draft(Row article, List<Row> entities, List<Row> reports) {
    /** Takes the articles among a page's rows apart. */
    static List<Draft> of(List<Row> rows) {
        List<Draft> drafts = new ArrayList<>();
        for (Row row : rows) {
            switch (row.table()) {
                case ARTICLES -> drafts.add(new Draft(row, new ArrayList<>(), new ArrayList<>()));
                case ENTITIES -> drafts.get(drafts.size() - 1).entities.add(row);
                case REPORTS -> drafts.get(drafts.size() - 1).reports.add(row);
                case PAGES, SENTENCES, TOPONYMS, STATEMENTS -> {}
            }
        }
        return drafts;
    }

    long id() {
        return article.numberOf("id");
    }

    Optional<LocalDate> published() {
        return article.dayOf("published");
    }

    String title() {
        return article.textOf("title");
    }

    /** The text without the title: two stories under the same standing head are no copies. */
    String body() {
        String text = article.textOf("text");
        return title().isEmpty() ? text : text.substring(Math.min(text.length(), title().length() + 2));
    }
}
