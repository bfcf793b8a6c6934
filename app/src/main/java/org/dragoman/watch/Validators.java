package org.dragoman.watch;

/**
 * What a server gave with an answer to ask later whether it has changed since.
 *
 * @param etag as sent, empty if none
 * @param modified the date as sent, empty if none
 */
record Validators(String etag, String modified) {
    static final Validators NONE = new Validators("", "");
}
