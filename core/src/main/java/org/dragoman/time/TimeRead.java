package org.dragoman.time;

/**
 * An expression as read.
 *
 * @param end index of the token after it
 * @param days what it means
 */
record TimeRead(int end, Days days) {}
