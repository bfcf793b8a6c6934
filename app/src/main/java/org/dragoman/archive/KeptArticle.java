package org.dragoman.archive;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dragoman.article.Article;

/**
 * An article as an archive keeps it.
 *
 * @param page id of its page
 * @param number position on the page, from 0
 * @param seq its sequence number in the archive
 * @param article what was found on the page; details that the archive doesn't keep are missing
 */
public record KeptArticle(long page, int number, long seq, Article article) {
    /** From a row of these columns: page, number, seq, url, title, text, authors, published, source, language, captions. */
    static KeptArticle of(ResultSet row) throws SQLException {
        String title = Objects.requireNonNullElse(row.getString(5), "");
        String text = Objects.requireNonNullElse(row.getString(6), "");
        Article article = new Article(
                Objects.requireNonNullElse(row.getString(4), ""),
                title,
                texts(row, 7),
                Optional.ofNullable(row.getObject(8, LocalDate.class)),
                Optional.ofNullable(row.getString(9)),
                Objects.requireNonNullElse(row.getString(10), ""),
                Article.bodyOf(title, text),
                texts(row, 11));
        return new KeptArticle(row.getLong(1), row.getInt(2), row.getLong(3), article);
    }

    private static List<String> texts(ResultSet row, int column) throws SQLException {
        Array texts = row.getArray(column);
        return texts == null
                ? List.of()
                : Arrays.stream((Object[]) texts.getArray())
                        .map(String::valueOf)
                        .toList();
    }
}
