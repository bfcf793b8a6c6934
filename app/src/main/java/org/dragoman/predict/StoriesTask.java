package org.dragoman.predict;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.dragoman.Dragoman;
import org.dragoman.article.Article;

/** A folder of pages, ID.txt each, to one object: {@code {ID: {stories: [{title, text, captions}]}}}. */
final class StoriesTask implements Task {
    @Override
    public void predict(Dragoman dragoman, Path input, Path output) throws IOException {
        PageFolder.predict(dragoman.extractor().withAnyLanguage(), input, output, StoriesTask::answer);
    }

    static ObjectNode answer(List<Article> articles) {
        ObjectNode answer = JsonLines.object();
        ArrayNode stories = answer.putArray("stories");
        for (Article article : articles) {
            ObjectNode story = stories.addObject();
            story.put("title", article.title());
            story.put("text", article.body());
            ArrayNode captions = story.putArray("captions");
            article.captions().forEach(captions::add);
        }
        return answer;
    }
}
