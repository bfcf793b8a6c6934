package org.dragoman.archive;

import java.nio.file.Path;
import java.util.OptionalLong;

/** Another process has the archive open. It may be a server, which can be asked instead. */
public final class ArchiveInUseException extends ArchiveException {
    private static final long serialVersionUID = 1L;

    private final transient Path folder;
    private final long owner;

    /** @param owner the process, if the system tells */
    ArchiveInUseException(Path folder, OptionalLong owner, Throwable cause) {
        super(
                "the archive " + folder + " is in use by "
                        + (owner.isPresent() ? "process " + owner.getAsLong() : "another process")
                        + ": wait until it ends or stop it",
                cause);
        this.folder = folder;
        this.owner = owner.orElse(0);
    }

    /** Where the archive is. */
    public Path folder() {
        return folder;
    }

    /** The process that has it open, if the system tells. */
    public OptionalLong owner() {
        return owner == 0 ? OptionalLong.empty() : OptionalLong.of(owner);
    }
}
