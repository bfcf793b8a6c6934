package org.dragoman.predict;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dragoman.Dragoman;
import org.dragoman.entity.CoreferenceResolver;
import org.dragoman.entity.Entity;
import org.dragoman.entity.Mention;
import org.dragoman.nlp.Analysis;
import org.dragoman.nlp.Analyzer;
import org.dragoman.nlp.Name;
import org.dragoman.output.CodePoints;
import org.dragoman.text.Span;

/**
 * Persons, bodies and places in texts, by the guidelines of the two kinds of set: id and entities with start, end and type
 * {@code PER}, {@code ORG} or {@code LOC}.
 *
 * <ul>
 *   <li>JSON lines with id and text, as re3d has them: mentions. A person's title belongs to the mention, a body or place is
 *       marked by its name, and pronouns and descriptions count if what they stand for is known.
 *   <li>An IOB2 file, as UNER has it: names alone. Sentences are numbered from 0, their text is their words joined by blanks.
 * </ul>
 */
public final class EntitiesTask implements Task {
    private static final int WORD = 1;

    @Override
    public void predict(Dragoman dragoman, Path input, Path output) throws IOException {
        List<String> lines = ColumnFile.lines(input);
        boolean json = lines.stream().filter(line -> !line.isBlank()).limit(1).anyMatch(line -> line.startsWith("{"));
        JsonLines.write(output, json ? texts(dragoman.analyzer(), input) : words(dragoman.analyzer(), lines, input));
    }

    private static List<ObjectNode> texts(Analyzer analyzer, Path input) throws IOException {
        List<ObjectNode> out = new ArrayList<>();
        for (ObjectNode record : JsonLines.read(input)) {
            String text = record.path("text").asText();
            out.add(prediction(record.path("id").asText(), text, 0, mentions(analyzer.analyze(text))));
        }
        return out;
    }

    private static List<Found> mentions(Analysis analysis) {
        Set<Found> found = new LinkedHashSet<>();
        for (Name name : analysis.names()) {
            if (name.type() != Name.Type.PERSON) {
                found.add(new Found(name.span(), type(name.type())));
            }
        }
        for (Entity entity : new CoreferenceResolver().resolve(analysis).all()) {
            for (Mention mention : entity.mentions()) {
                if (entity.type() == Entity.Type.PERSON || mention.kind() != Mention.Kind.NAME) {
                    found.add(new Found(mention.span(), type(entity.type())));
                }
            }
        }
        return List.copyOf(found);
    }

    private record Found(Span span, String type) {}

    /** Sentences of one document are read as one text, so that each gives the others context. */
    private static List<ObjectNode> words(Analyzer analyzer, List<String> lines, Path input) throws IOException {
        List<ObjectNode> out = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        List<List<Span>> sentences = new ArrayList<>();
        List<Span> sentence = new ArrayList<>();
        for (int i = 0; i <= lines.size(); i++) {
            String line = i < lines.size() ? lines.get(i) : "";
            if (line.isBlank() && !sentence.isEmpty()) {
                sentences.add(sentence);
                sentence = new ArrayList<>();
            }
            if (line.startsWith("# newdoc") || i == lines.size()) {
                addSentences(analyzer.analyzeWords(text.toString(), sentences), out);
                text.setLength(0);
                sentences.clear();
            } else if (!line.isBlank() && !line.startsWith("#")) {
                String word = ColumnFile.columns(line, WORD + 1, input, i + 1)[WORD];
                if (word.isEmpty()) {
                    throw new IOException(input + ":" + (i + 1) + ": an empty word");
                }
                sentence.add(new Span(text.length(), text.length() + word.length()));
                text.append(word).append(' ');
            }
        }
        return out;
    }

    private static void addSentences(Analysis analysis, List<ObjectNode> out) {
        analysis.sentences().forEach(sentence -> {
            Span span = sentence.span();
            List<Found> names = analysis.names().stream()
                    .filter(name -> span.covers(name.span()))
                    .map(name -> new Found(name.span(), type(name.type())))
                    .toList();
            out.add(prediction(String.valueOf(out.size()), span.in(analysis.text()), span.start(), names));
        });
    }

    /** @param offset where {@code text} begins in the text that the spans refer to */
    private static ObjectNode prediction(String id, String text, int offset, List<Found> found) {
        CodePoints points = new CodePoints(text);
        ObjectNode prediction = JsonLines.object().put("id", id);
        ArrayNode entities = prediction.putArray("entities");
        for (Found entity : found) {
            if (!entity.type().isEmpty()) {
                entities.addObject()
                        .put("start", points.toCodePoint(entity.span().start() - offset))
                        .put("end", points.toCodePoint(entity.span().end() - offset))
                        .put("type", entity.type());
            }
        }
        return prediction;
    }

    /** The scorer's name of a type; empty for those it doesn't know. */
    private static String type(Name.Type type) {
        return switch (type) {
            case PERSON -> "PER";
            case ORGANISATION -> "ORG";
            case LOCATION -> "LOC";
            case GROUP -> "";
        };
    }

    private static String type(Entity.Type type) {
        return switch (type) {
            case PERSON -> "PER";
            case ORGANISATION, GROUP -> "ORG";
            case LOCATION -> "LOC";
            case OTHER -> "";
        };
    }
}
