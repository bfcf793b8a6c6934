package org.dragoman.predict;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dragoman.Dragoman;
import org.dragoman.entity.CoreferenceResolver;
import org.dragoman.entity.Entity;
import org.dragoman.entity.Mention;
import org.dragoman.nlp.Analysis;
import org.dragoman.text.Span;
import org.dragoman.text.Token;

/**
 * Which words refer to the same: documents of a CoNLL-U file ({@code # newdoc id}) to {@code {id, clusters: [[word, ...], ...]}}, the head
 * words of an entity's mentions by their number in the document, from 0. Only the file's words are read, not its grammar.
 */
final class CoreferenceTask implements Task {
    private static final int FORM = 1;
    private static final String NEW_DOCUMENT = "# newdoc id = ";

    @Override
    public void predict(Dragoman dragoman, Path input, Path output) throws IOException {
        List<ObjectNode> answers = new ArrayList<>();
        List<String> lines = ColumnFile.lines(input);
        Words words = new Words("");
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith(NEW_DOCUMENT)) {
                words.answer(dragoman, answers);
                words = new Words(line.substring(NEW_DOCUMENT.length()));
            } else if (line.startsWith("# newpar")) {
                words.text.append('\n');
            } else if (line.isBlank()) {
                words.endSentence();
            } else if (!line.startsWith("#")) {
                words.add(ColumnFile.columns(line, FORM + 1, input, i + 1));
            }
        }
        words.answer(dragoman, answers);
        JsonLines.write(output, answers);
    }

    /** As gold has it, a title is part of the name behind it, and a relative pronoun refers to nothing by itself. */
    private static boolean isOwn(Mention mention) {
        Token head = mention.head();
        boolean relative = Set.of("WDT", "WP", "WP$").contains(head.xpos());
        return !relative && !head.dependency().relation().equals("nmod:desc");
    }

    /** A document's words. */
    private static final class Words {
        private final String id;
        private final StringBuilder text = new StringBuilder();
        private final List<List<Span>> sentences = new ArrayList<>();
        private List<Span> sentence = new ArrayList<>();

        Words(String id) {
            this.id = id;
        }

        void add(String[] columns) {
            if (columns[0].chars().allMatch(Character::isDigit)) {
                sentence.add(new Span(text.length(), text.length() + columns[FORM].length()));
                text.append(columns[FORM]).append(' ');
            }
        }

        void endSentence() {
            if (!sentence.isEmpty()) {
                sentences.add(sentence);
                sentence = new ArrayList<>();
            }
        }

        void answer(Dragoman dragoman, List<ObjectNode> answers) {
            endSentence();
            if (sentences.isEmpty()) {
                return;
            }
            Map<Integer, Integer> numbers = new HashMap<>();
            sentences.forEach(spans -> spans.forEach(span -> numbers.put(span.start(), numbers.size())));
            Analysis analysis = dragoman.analyzer().analyzeWords(text.toString(), sentences);
            ObjectNode answer = JsonLines.object().put("id", id);
            ArrayNode clusters = answer.putArray("clusters");
            for (Entity entity : new CoreferenceResolver().resolve(analysis).all()) {
                ArrayNode cluster = clusters.addArray();
                entity.mentions().stream()
                        .filter(CoreferenceTask::isOwn)
                        .map(mention -> numbers.get(mention.head().span().start()))
                        .forEach(cluster::add);
            }
            answers.add(answer);
        }
    }
}
