/**
 * Looking rather than reading: an archive answered over HTTP, to programs as JSON and CSV and to people as a page.
 *
 * <p>{@link org.dragoman.server.Server} starts on one address, as {@link org.dragoman.server.Settings} say. A request first
 * passes {@link org.dragoman.server.Guard}, which refuses what must not be answered; then one of the groups of routes answers it:
 * {@link org.dragoman.server.Records} (articles, events, statements), {@link org.dragoman.server.Charts} (counts), {@link
 * org.dragoman.server.Readings} (texts and pages that are read on request), {@link org.dragoman.server.Review} (corrections), {@link
 * org.dragoman.server.LiveFeed} (what comes in), {@link org.dragoman.server.Errands} (commands) or {@link
 * org.dragoman.server.Assets} (the page). What the API
 * promises stands in {@code openapi.yaml} beside these classes; a test calls every path in it.
 *
 * <p>Answers to questions are {@link org.dragoman.server.Answer}s: they depend on the archive and the address alone, so they are kept
 * and marked with an entity tag until the archive changes. Refusals are {@link org.dragoman.server.Problem}s in the form of RFC 9457;
 * none tells anything about the program's inside.
 *
 * <p>While a server has an archive open, no other process can open it. A command that finds it so goes to the server as an {@link
 * org.dragoman.server.Errand}; a {@link org.dragoman.server.Signpost} in the archive's folder tells it where.
 *
 * <p>The page's source stands in {@code web/}; its bundle is checked in under this package's resources, so that building the
 * program needs nothing but Maven.
 */
@NullMarked
package org.dragoman.server;

import org.jspecify.annotations.NullMarked;
