/**
 * Who said what: {@link org.dragoman.nlp.Analysis} and {@link org.dragoman.actor.Cast} to {@link
 * org.dragoman.quote.Statement}s.
 *
 * <p>A statement is an attribution with its speaker: a <i>source</i> (the words for who says it), a <i>cue</i> ("said",
 * "according to", "accused"), and the <i>content</i>. Four ways lead to one:
 *
 * <ol>
 *   <li>{@code TaggedStatements} links the parts that the model tagged, after {@code TaggedParts} has mended their edges;
 *   <li>{@code ClauseStatements} reads cue words ({@code cues.tsv}) off the dependency tree; {@code Certainty} says which of the
 *       tags' links are sure enough;
 *   <li>{@code AnnouncedSpeech}, {@code Transcript} and {@code HeadlineSpeech} read the page's layout: statements after a colon,
 *       turns after a label, headlines with a mark in place of a cue;
 *   <li>{@code QuotedSpeech} completes all of them by the quotation marks that {@code QuotationScanner} finds, and carries
 *       a speech on to paragraphs without a source.
 * </ol>
 *
 * <p>{@code CueReading} then says what the cue makes of the content (said, thought, wanted; denied, left unsaid; yet to be said), and
 * {@code OccasionFinder} to whom, by what medium ({@code media.tsv}), where and when.
 *
 * <p>{@link org.dragoman.quote.StatementFinder} puts them together. A statement inside another's quotation is not taken
 * apart: its words are the outer speaker's. {@code Speakers} looks up who each is by.
 */
@NullMarked
package org.dragoman.quote;

import org.jspecify.annotations.NullMarked;
