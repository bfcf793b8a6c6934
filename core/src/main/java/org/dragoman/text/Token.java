package org.dragoman.text;

/**
 * A syntactic word by English Web Treebank conventions ("do" and "n't" are two tokens) with its analysis.
 *
 * @param index position in its sentence, from 0
 * @param span where the word stands in the article's text
 * @param form the word as written
 * @param lemma dictionary form, lower case except for proper nouns
 * @param upos universal part of speech, such as {@code VERB}
 * @param xpos Penn Treebank part of speech, such as {@code VBD}
 * @param dependency head and relation
 */
public record Token(int index, Span span, String form, String lemma, String upos, String xpos, Dependency dependency) {
    /** Index of the governing token, or {@link Dependency#ROOT}. */
    public int head() {
        return dependency.head();
    }

    /** Whether the relation to the head is {@code name} or a subtype of it. */
    public boolean is(String name) {
        return dependency.is(name);
    }
}
