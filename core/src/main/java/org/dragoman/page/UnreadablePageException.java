package org.dragoman.page;

/**
 * A page that can't be read: not text, too large, empty, in a language without a model. The message is one line for the
 * user, saying what is wrong and what to do; the run goes on with the next page.
 */
public class UnreadablePageException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String url;

    /**
     * @param url the page
     * @param reason one line without the URL, such as {@code "is a PDF; convert it to text first"}
     */
    public UnreadablePageException(String url, String reason) {
        super(url + ": " + reason);
        this.url = url;
    }

    /** The page that can't be read. */
    public String url() {
        return url;
    }
}
