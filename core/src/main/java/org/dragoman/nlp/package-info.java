/**
 * Text to {@link org.dragoman.nlp.Analysis}: sentences, tokens, lemmas, parts of speech, dependencies, names and
 * attribution tags. One encoder pass per block of sentences gives all layers.
 *
 * <p>The way of a text: {@code SentenceSplitter} and {@code Tokenizer} cut it by rules; {@code WordPieces} and
 * {@code LetterShape} turn words into the encoder's numbers; a {@code Block} of sentences goes through
 * {@code EncoderModel}; {@code BlockReader} reads parts of speech and a tree ({@code SpanningTree}) out of its scores,
 * {@code TagDecoder} names and attribution parts; {@code Lemmatizer} adds dictionary forms, {@code NameRevision} looks at
 * the names once more with the whole article in view.
 *
 * <p>Traps: a dateline ("BAGHDAD (AFP) -") is parsed apart from the sentence behind it; the encoder sees no capitals, only
 * letter shapes, and those must be computed as in training; an attribution part may cross sentences of a paragraph.
 */
@NullMarked
package org.dragoman.nlp;

import org.jspecify.annotations.NullMarked;
