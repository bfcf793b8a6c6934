/**
 * Following the news: feeds and sitemaps are asked again and again, and the new pages they name are read into an archive.
 *
 * <p>{@link org.dragoman.watch.Subscription}s say what to follow, {@link org.dragoman.watch.Politeness} how. {@link
 * org.dragoman.watch.Watch} runs the round: the {@code Agenda} gives out what is due, one task a host at a time; a poll fetches a
 * feed or sitemap and finds in it {@code Leads}, addresses of pages that the {@code Journal} doesn't know; a visit fetches one of these
 * pages and hands it to the {@code Intake}, which reads it and adds it to the archive. What happens is told as {@link
 * org.dragoman.watch.Note}s.
 *
 * <p>All that goes over the network goes through the {@code Fetcher}, on each hop of a redirect: the host's {@code robots.txt} must allow
 * it ({@code Robots}), it must be the host's turn ({@code Turns}), and the host's name must mean a public address ({@code
 * PublicAddresses}), which is the one then connected to. Size and time of an answer are bounded.
 *
 * <p>The journal stands beside the archive's database and tells what was seen, what waits and when to ask again, so that a run that was
 * killed goes on where it was: a page is noted as done after its batch is in the archive.
 *
 * <p>Trap: whatever a feed, a page or a server says is hostile input, addresses above all.
 */
@NullMarked
package org.dragoman.watch;

import org.jspecify.annotations.NullMarked;
