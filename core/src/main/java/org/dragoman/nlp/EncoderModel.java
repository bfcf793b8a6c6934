package org.dragoman.nlp;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * A trained model from the class path folder {@code dragoman/<language>/}: the ONNX graph and the tables that explain its
 * numbers. Immutable; one session serves all threads.
 *
 * <ul>
 *   <li>{@code model.onnx}: a block's pieces in, scores of all layers for each word out
 *   <li>{@code model.properties}: {@code version}, {@code sha256} of the graph, {@code max_pieces} of a block
 *   <li>{@code vocab.txt}: one word piece a line, in id order
 *   <li>{@code labels.tsv}: layer and label, in id order
 *   <li>{@code lemmas.tsv}: form, part of speech, lemma
 * </ul>
 */
final class EncoderModel implements AutoCloseable {
    private final Folder folder;
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final int mostPieces;

    /**
     * What the encoder says about a block of {@code n} words. Every buffer holds one row for each word; {@code arcs} and
     * {@code relations} have {@code n + 1} columns, the first for the root; {@code roles} has such rows for each word as the
     * actor's trigger, then for each as the recipient's, the first column for no word of the sentence.
     */
    record Scores(
            FloatBuffer upos,
            FloatBuffer xpos,
            FloatBuffer arcs,
            IntBuffer relations,
            FloatBuffer roles,
            FloatBuffer entity,
            FloatBuffer attribution,
            FloatBuffer event) {}

    private EncoderModel(Folder folder) {
        this.folder = folder;
        Properties properties = folder.properties("model.properties");
        mostPieces = Integer.parseInt(properties.getProperty("max_pieces", "200"));
        byte[] graph = folder.bytes("model.onnx");
        String sum = sha256(graph);
        if (!sum.equals(properties.getProperty("sha256"))) {
            throw new IllegalStateException(
                    folder.path("model.onnx") + " is damaged: SHA-256 is " + sum + ", model.properties says otherwise");
        }
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            // Texts run in parallel, not the arithmetic of one text.
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            session = environment.createSession(graph, options);
        } catch (OrtException problem) {
            throw new IllegalStateException("can't run " + folder.path("model.onnx"), problem);
        }
    }

    /**
     * Loads a language's model.
     *
     * @throws IllegalStateException if a file is missing or damaged
     */
    static EncoderModel load(String language) {
        return new EncoderModel(new Folder("/dragoman/" + language + "/"));
    }

    /** Word pieces a block may have, its start and end included. */
    int mostPieces() {
        return mostPieces;
    }

    WordPieces wordPieces() {
        return new WordPieces(folder.lines("vocab.txt"));
    }

    Lemmatizer lemmatizer() {
        return new Lemmatizer(folder.lines("lemmas.tsv"), folder.path("lemmas.tsv"));
    }

    /**
     * A layer's labels in id order.
     *
     * @throws IllegalStateException if the model has no such layer
     */
    List<String> labels(String layer) {
        List<String> labels = folder.lines("labels.tsv").stream()
                .filter(line -> line.startsWith(layer + "\t"))
                .map(line -> line.substring(layer.length() + 1))
                .toList();
        if (labels.isEmpty()) {
            throw new IllegalStateException(folder.path("labels.tsv") + " has no labels for " + layer);
        }
        return labels;
    }

    /** Runs the encoder over one block. */
    Scores run(Block block) {
        int length = block.length();
        int words = block.words();
        long[] ids = new long[length];
        long[] shapes = new long[length];
        long[] first = new long[words + 1];
        long[] sentence = new long[words + 1];
        ids[0] = WordPieces.START;
        ids[length - 1] = WordPieces.END;
        sentence[0] = -1;
        int piece = 1;
        int word = 1;
        for (int s = 0; s < block.segments().size(); s++) {
            Segment segment = block.segments().get(s);
            for (int w = 0; w < segment.words(); w++) {
                first[word] = piece;
                sentence[word++] = s;
                for (int id : segment.pieces().get(w)) {
                    ids[piece] = id;
                    shapes[piece++] = segment.shapes().get(w);
                }
            }
        }
        Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
        try {
            inputs.put("input_ids", tensor(ids));
            inputs.put("shape_ids", tensor(shapes));
            inputs.put("first", tensor(first));
            inputs.put("sentence", tensor(sentence));
            try (OrtSession.Result result = session.run(inputs)) {
                return new Scores(
                        output(result, "upos").getFloatBuffer(),
                        output(result, "xpos").getFloatBuffer(),
                        output(result, "arc").getFloatBuffer(),
                        output(result, "rel").getIntBuffer(),
                        output(result, "roles").getFloatBuffer(),
                        output(result, "entity").getFloatBuffer(),
                        output(result, "attribution").getFloatBuffer(),
                        output(result, "event").getFloatBuffer());
            }
        } catch (OrtException problem) {
            throw new IllegalStateException("the encoder failed on a block of " + words + " words", problem);
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private OnnxTensor tensor(long[] values) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), new long[] {1, values.length});
    }

    private static OnnxTensor output(OrtSession.Result result, String name) {
        if (result.get(name).orElse(null) instanceof OnnxTensor tensor) {
            return tensor;
        }
        throw new IllegalStateException("the model has no output " + name);
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException problem) {
            throw new IllegalStateException("can't close the model", problem);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform has SHA-256", impossible);
        }
    }

    /** Files under one folder of the class path. */
    private record Folder(String path) {
        String path(String name) {
            return path.substring(1) + name;
        }

        byte[] bytes(String name) {
            try (InputStream in = EncoderModel.class.getResourceAsStream(path + name)) {
                if (in == null) {
                    throw new IllegalStateException(
                            "no model: " + path(name) + " is not on the class path; add the language's model artifact");
                }
                return in.readAllBytes();
            } catch (IOException problem) {
                throw new IllegalStateException("can't read " + path(name), problem);
            }
        }

        List<String> lines(String name) {
            return new String(bytes(name), StandardCharsets.UTF_8).lines().toList();
        }

        Properties properties(String name) {
            Properties properties = new Properties();
            try {
                properties.load(new StringReader(new String(bytes(name), StandardCharsets.UTF_8)));
            } catch (IOException | IllegalArgumentException problem) {
                throw new IllegalStateException("can't read " + path(name), problem);
            }
            return properties;
        }
    }
}
