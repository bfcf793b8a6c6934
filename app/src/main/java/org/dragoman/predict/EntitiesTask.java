package org.dragoman.predict;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dragoman.Dragoman;
import org.dragoman.nlp.Analysis;
import org.dragoman.nlp.Analyzer;
import org.dragoman.nlp.Name;
import org.dragoman.output.CodePoints;
import org.dragoman.text.Span;

/**
 * Names in texts: JSON lines with id and text, or an IOB2 file, whose sentences are numbered from 0 and whose text is their
 * words joined by blanks. Out come id and entities with start, end and type {@code PER}, {@code ORG} or {@code LOC}.
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
            List<Name> names = analyzer.analyze(text).names();
            out.add(prediction(record.path("id").asText(), text, 0, names));
        }
        return out;
    }

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
            List<Name> names = analysis.names().stream()
                    .filter(name -> span.covers(name.span()))
                    .toList();
            out.add(prediction(String.valueOf(out.size()), span.in(analysis.text()), span.start(), names));
        });
    }

    /** @param offset where {@code text} begins in the text that the names' spans refer to */
    private static ObjectNode prediction(String id, String text, int offset, List<Name> names) {
        CodePoints points = new CodePoints(text);
        ObjectNode prediction = JsonLines.object().put("id", id);
        ArrayNode entities = prediction.putArray("entities");
        for (Name name : names) {
            String type = type(name.type());
            if (!type.isEmpty()) {
                entities.addObject()
                        .put("start", points.toCodePoint(name.span().start() - offset))
                        .put("end", points.toCodePoint(name.span().end() - offset))
                        .put("type", type);
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
}
