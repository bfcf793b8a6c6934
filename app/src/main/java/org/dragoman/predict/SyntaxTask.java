package org.dragoman.predict;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dragoman.Dragoman;
import org.dragoman.nlp.Analysis;
import org.dragoman.nlp.Analyzer;
import org.dragoman.text.Sentence;
import org.dragoman.text.Span;
import org.dragoman.text.Token;

/**
 * Parses the words of a CoNLL-U file: the same file comes out with lemma, parts of speech, head and relation of the
 * analyser. Comments, multi-word and empty-node lines stay as they are. Sentences of one paragraph are read together.
 */
public final class SyntaxTask implements Task {
    private static final int FORM = 1;
    private static final int MISC = 9;

    @Override
    public void predict(Dragoman dragoman, Path input, Path output) throws IOException {
        List<String> lines = ColumnFile.lines(input);
        List<String> out = new ArrayList<>(lines.size());
        Document document = new Document();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("# newdoc")) {
                document.parse(dragoman.analyzer(), out);
                document = new Document();
            }
            document.add(line, input, i + 1);
        }
        document.parse(dragoman.analyzer(), out);
        Files.write(output, out);
    }

    /** The text of one document, rebuilt from its words. */
    private static final class Document {
        private final List<String> lines = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private final List<List<Span>> sentences = new ArrayList<>();
        private List<Span> sentence = new ArrayList<>();
        /** Number of the last word of the multi-word token we are in, and whether a blank follows that. */
        private int tokenEnd;

        private boolean tokenSpace = true;

        void add(String line, Path file, int number) throws IOException {
            lines.add(line);
            if (line.startsWith("# newpar") && !sentences.isEmpty()) {
                text.append("\n");
            }
            if (line.isBlank()) {
                endSentence();
            } else if (!line.startsWith("#")) {
                addWord(ColumnFile.columns(line, MISC + 1, file, number), file, number);
            }
        }

        private void addWord(String[] columns, Path file, int number) throws IOException {
            boolean space = !columns[MISC].contains("SpaceAfter=No");
            int range = columns[0].indexOf('-');
            try {
                if (range > 0) {
                    tokenEnd = Integer.parseInt(columns[0].substring(range + 1));
                    tokenSpace = space;
                } else if (columns[0].indexOf('.') < 0) {
                    int word = Integer.parseInt(columns[0]);
                    if (columns[FORM].isEmpty()) {
                        throw new IOException(file + ":" + number + ": a word without a form");
                    }
                    int start = text.length();
                    text.append(columns[FORM]);
                    sentence.add(new Span(start, text.length()));
                    boolean inside = word < tokenEnd;
                    if (word == tokenEnd ? tokenSpace : !inside && space) {
                        text.append(' ');
                    }
                }
            } catch (NumberFormatException problem) {
                throw new IOException(file + ":" + number + ": not a word's number: " + columns[0], problem);
            }
        }

        private void endSentence() {
            tokenEnd = 0;
            if (!sentence.isEmpty()) {
                sentences.add(sentence);
                sentence = new ArrayList<>();
                text.append(' ');
            }
        }

        void parse(Analyzer analyzer, List<String> out) {
            if (!sentence.isEmpty()) {
                lines.add("");
                endSentence();
            }
            Analysis analysis = analyzer.analyzeWords(text.toString(), sentences);
            int sentenceIndex = 0;
            int word = 0;
            for (String line : lines) {
                if (line.isBlank()) {
                    sentenceIndex += word > 0 ? 1 : 0;
                    word = 0;
                    out.add(line);
                } else if (line.startsWith("#") || !isWord(line)) {
                    out.add(line);
                } else {
                    out.add(withGrammar(line, analysis.sentences().get(sentenceIndex), word++));
                }
            }
        }

        private static boolean isWord(String line) {
            String id = line.substring(0, line.indexOf('\t'));
            return id.indexOf('-') < 0 && id.indexOf('.') < 0;
        }

        private static String withGrammar(String line, Sentence sentence, int word) {
            String[] columns = line.split("\t", -1);
            Token token = sentence.token(word);
            return String.join(
                    "\t",
                    columns[0],
                    columns[FORM],
                    token.lemma(),
                    token.upos(),
                    token.xpos(),
                    "_",
                    String.valueOf(token.head() + 1),
                    token.dependency().relation(),
                    "_",
                    columns[MISC]);
        }
    }
}
