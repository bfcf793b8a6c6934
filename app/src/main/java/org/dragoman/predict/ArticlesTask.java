package org.dragoman.predict;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.dragoman.Dragoman;
import org.dragoman.article.Article;

/** A folder of pages, ID.html.gz each, to one object: {@code {ID: {title, text, date, author}}}. */
final class ArticlesTask implements Task {
    @Override
    public void predict(Dragoman dragoman, Path input, Path output) throws IOException {
        PageFolder.predict(dragoman.extractor().withAnyLanguage(), input, output, ArticlesTask::answer);
    }

    static ObjectNode answer(List<Article> articles) {
        ObjectNode answer = JsonLines.object();
        if (!articles.isEmpty()) {
            Article article = articles.get(0);
            answer.put("title", article.title());
            answer.put("text", article.body());
            article.published().ifPresent(day -> answer.put("date", day.toString()));
            ArrayNode authors = answer.putArray("author");
            article.authors().forEach(authors::add);
        }
        return answer;
    }
}
