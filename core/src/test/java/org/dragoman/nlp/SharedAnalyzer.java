package org.dragoman.nlp;

import org.junit.jupiter.api.Assumptions;

/** One analyser for all tests of this package; tests that need it are skipped where there is no model. */
final class SharedAnalyzer {
    private static final EncoderAnalyzer ANALYZER = open();

    private SharedAnalyzer() {}

    static EncoderAnalyzer get() {
        Assumptions.assumeTrue(ANALYZER != null, "no English model on the class path");
        return ANALYZER;
    }

    private static EncoderAnalyzer open() {
        boolean there = EncoderAnalyzer.class.getResource("/dragoman/en/model.onnx") != null;
        return there ? EncoderAnalyzer.open("en") : null;
    }
}
