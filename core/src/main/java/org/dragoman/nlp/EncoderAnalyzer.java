package org.dragoman.nlp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dragoman.text.Dependency;
import org.dragoman.text.Sentence;
import org.dragoman.text.Span;
import org.dragoman.text.Token;

/** The analyser over the trained encoder, run by ONNX Runtime. One instance serves all threads. */
public final class EncoderAnalyzer implements Analyzer, AutoCloseable {
    private final SentenceSplitter splitter = new SentenceSplitter();
    private final Tokenizer tokenizer = new Tokenizer();
    private final EncoderModel model;
    private final WordPieces pieces;
    private final Lemmatizer lemmatizer;
    private final BlockReader reader;
    private final TagDecoder entityTags;
    private final TagDecoder attributionTags;

    private EncoderAnalyzer(EncoderModel model) {
        this.model = model;
        pieces = model.wordPieces();
        lemmatizer = model.lemmatizer();
        reader = new BlockReader(model);
        entityTags = new TagDecoder(model.labels("entity"), false);
        attributionTags = new TagDecoder(model.labels("attribution"), true);
    }

    /**
     * Loads the model of a language from the class path.
     *
     * @param language ISO 639-1 code of a model artifact on the class path, such as {@code en}
     * @throws IllegalStateException if there is no such model or its checksum is wrong
     */
    public static EncoderAnalyzer open(String language) {
        return new EncoderAnalyzer(EncoderModel.load(language));
    }

    @Override
    public Analysis analyze(String text) {
        return analyze(text, splitter.split(text));
    }

    @Override
    public Analysis analyze(String text, List<Span> sentences) {
        return analyzeWords(
                text,
                sentences.stream()
                        .map(sentence -> tokenizer.words(text, sentence))
                        .filter(words -> !words.isEmpty())
                        .toList());
    }

    @Override
    public Analysis analyzeWords(String text, List<List<Span>> sentences) {
        Draft draft = new Draft(text, sentences);
        List<Segment> paragraph = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            if (i > 0 && draft.newParagraph(i)) {
                draft.read(paragraph);
                paragraph.clear();
            }
            paragraph.addAll(draft.segments(i));
        }
        draft.read(paragraph);
        return draft.analysis();
    }

    @Override
    public void close() {
        model.close();
    }

    /** An analysis in the making; lives in one call. */
    private final class Draft {
        private final String text;
        private final List<List<Span>> words;
        /** For each sentence the number of words of its dateline. */
        private final int[] datelines;

        private final List<List<BlockReader.Grammar>> grammar = new ArrayList<>();
        private final List<Name> names = new ArrayList<>();
        private final List<AttributionPart> attributionParts = new ArrayList<>();
        private final List<Trigger> triggers = new ArrayList<>();

        Draft(String text, List<List<Span>> words) {
            this.text = text;
            this.words = words;
            datelines = new int[words.size()];
            words.forEach(sentence -> grammar.add(new ArrayList<>(sentence.size())));
        }

        boolean newParagraph(int sentence) {
            List<Span> before = words.get(sentence - 1);
            int end = before.get(before.size() - 1).end();
            for (int at = end; at < words.get(sentence).get(0).start(); at++) {
                if (Letters.isLineBreak(text.charAt(at))) {
                    return true;
                }
            }
            return false;
        }

        /** A sentence as the encoder is to see it: in one segment, or in two if a dateline opens it. */
        List<Segment> segments(int sentence) {
            List<String> forms =
                    words.get(sentence).stream().map(word -> word.in(text)).toList();
            Segment whole =
                    new Segment(sentence, 0, forms.stream().map(pieces::of).toList(), LetterShape.of(forms));
            int dateline = Dateline.length(forms);
            datelines[sentence] = dateline;
            return dateline == 0
                    ? List.of(whole)
                    : List.of(whole.part(0, dateline), whole.part(dateline, forms.size()));
        }

        void read(List<Segment> paragraph) {
            for (Block block : Block.of(paragraph, model.mostPieces())) {
                EncoderModel.Scores scores = model.run(block);
                List<Span> blockWords = new ArrayList<>(block.words());
                for (Segment segment : block.segments()) {
                    int from = blockWords.size();
                    int to = from + segment.words();
                    blockWords.addAll(
                            words.get(segment.sentence()).subList(segment.from(), segment.from() + segment.words()));
                    grammar.get(segment.sentence()).addAll(reader.parse(scores, segment, from, block.words()));
                    for (TagDecoder.Tagged tagged : entityTags.decode(scores.entity(), from, to)) {
                        addName(tagged, blockWords, from);
                    }
                }
                triggers.addAll(reader.triggers(scores, blockWords));
                for (TagDecoder.Tagged tagged : attributionTags.decode(scores.attribution(), 0, blockWords.size())) {
                    attributionParts.add(new AttributionPart(
                            span(blockWords, tagged.from(), tagged.to()), role(tagged.type()), tagged.probability()));
                }
            }
        }

        private void addName(TagDecoder.Tagged tagged, List<Span> blockWords, int from) {
            type(tagged.type())
                    .ifPresent(type -> names.add(new Name(
                            span(blockWords, from + tagged.from(), from + tagged.to()), type, tagged.probability())));
        }

        Analysis analysis() {
            List<Sentence> sentences = new ArrayList<>(words.size());
            for (int i = 0; i < words.size(); i++) {
                List<Span> spans = words.get(i);
                sentences.add(new Sentence(span(spans, 0, spans.size()), tokens(i)));
            }
            return NameRevision.of(new Analysis(text, sentences, names, attributionParts, triggers));
        }

        /** A sentence read in several segments is one tree: their roots hang on the first that is no dateline's. */
        private List<Token> tokens(int sentence) {
            List<BlockReader.Grammar> grammars = grammar.get(sentence);
            int root = datelines[sentence];
            while (grammars.get(root).dependency().head() != Dependency.ROOT) {
                root++;
            }
            List<Token> tokens = new ArrayList<>(grammars.size());
            for (int i = 0; i < grammars.size(); i++) {
                BlockReader.Grammar word = grammars.get(i);
                boolean second = word.dependency().head() == Dependency.ROOT && i != root;
                Span span = words.get(sentence).get(i);
                String form = span.in(text);
                String xpos = lemmatizer.tag(form, word.upos(), word.xpos());
                tokens.add(new Token(
                        i,
                        span,
                        form,
                        lemmatizer.lemma(form, word.upos(), xpos),
                        word.upos(),
                        xpos,
                        second ? new Dependency(root, "parataxis") : word.dependency()));
            }
            return tokens;
        }
    }

    private static Span span(List<Span> words, int from, int to) {
        return new Span(words.get(from).start(), words.get(to - 1).end());
    }

    private static Optional<Name.Type> type(String tag) {
        return switch (tag) {
            case "PER" -> Optional.of(Name.Type.PERSON);
            case "ORG" -> Optional.of(Name.Type.ORGANISATION);
            case "LOC" -> Optional.of(Name.Type.LOCATION);
            case "NORP" -> Optional.of(Name.Type.GROUP);
            default -> Optional.empty();
        };
    }

    private static AttributionPart.Role role(String tag) {
        return switch (tag) {
            case "S" -> AttributionPart.Role.SOURCE;
            case "C" -> AttributionPart.Role.CUE;
            case "T" -> AttributionPart.Role.CONTENT;
            default -> throw new IllegalStateException("the model tags an unknown part of an attribution: " + tag);
        };
    }
}
