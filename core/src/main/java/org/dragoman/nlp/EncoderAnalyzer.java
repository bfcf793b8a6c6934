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
            paragraph.add(draft.segment(i));
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
        private final List<List<Token>> tokens = new ArrayList<>();
        private final List<Name> names = new ArrayList<>();
        private final List<AttributionPart> attributionParts = new ArrayList<>();

        Draft(String text, List<List<Span>> words) {
            this.text = text;
            this.words = words;
            words.forEach(sentence -> tokens.add(new ArrayList<>(sentence.size())));
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

        Segment segment(int sentence) {
            List<String> forms =
                    words.get(sentence).stream().map(word -> word.in(text)).toList();
            return new Segment(sentence, 0, forms.stream().map(pieces::of).toList(), LetterShape.of(forms));
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
                    addTokens(segment, reader.parse(scores, from, segment.words(), block.words()));
                    for (TagDecoder.Tagged tagged : entityTags.decode(scores.entity(), from, to)) {
                        addName(tagged, blockWords, from);
                    }
                }
                for (TagDecoder.Tagged tagged : attributionTags.decode(scores.attribution(), 0, blockWords.size())) {
                    attributionParts.add(new AttributionPart(
                            span(blockWords, tagged.from(), tagged.to()), role(tagged.type()), tagged.probability()));
                }
            }
        }

        /** A sentence in several segments is one tree: later roots hang on the first one. */
        private void addTokens(Segment segment, List<BlockReader.Grammar> grammar) {
            List<Token> sentence = tokens.get(segment.sentence());
            List<Span> spans = words.get(segment.sentence());
            int offset = segment.from();
            int root = Dependency.ROOT;
            for (int i = 0; i < offset && root == Dependency.ROOT; i++) {
                root = sentence.get(i).head() == Dependency.ROOT ? i : root;
            }
            for (int i = 0; i < segment.words(); i++) {
                BlockReader.Grammar word = grammar.get(i);
                int head = word.dependency().head();
                Dependency dependency = word.dependency();
                if (head != Dependency.ROOT) {
                    dependency = new Dependency(head + offset, dependency.relation());
                } else if (root != Dependency.ROOT) {
                    dependency = new Dependency(root, "parataxis");
                }
                Span span = spans.get(offset + i);
                String form = span.in(text);
                String lemma = lemmatizer.lemma(form, word.upos(), word.xpos());
                sentence.add(new Token(offset + i, span, form, lemma, word.upos(), word.xpos(), dependency));
            }
        }

        private void addName(TagDecoder.Tagged tagged, List<Span> blockWords, int from) {
            type(tagged.type())
                    .ifPresent(type -> names.add(new Name(
                            span(blockWords, from + tagged.from(), from + tagged.to()), type, tagged.probability())));
        }

        Analysis analysis() {
            List<Sentence> sentences = new ArrayList<>(tokens.size());
            for (int i = 0; i < tokens.size(); i++) {
                List<Span> spans = words.get(i);
                sentences.add(new Sentence(span(spans, 0, spans.size()), tokens.get(i)));
            }
            return new Analysis(text, sentences, names, attributionParts);
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
