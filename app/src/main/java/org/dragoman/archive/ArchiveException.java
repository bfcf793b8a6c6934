package org.dragoman.archive;

/** An archive that can't be used as it is. The message is one line for the user, saying what is wrong and what to do. */
public class ArchiveException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ArchiveException(String message) {
        super(message);
    }

    public ArchiveException(String message, Throwable cause) {
        super(message, cause);
    }
}
