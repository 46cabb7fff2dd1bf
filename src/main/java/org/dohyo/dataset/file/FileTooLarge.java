package org.dohyo.dataset.file;

import java.io.IOException;

import org.dohyo.dataset.format.Reason;

/** A file that unpacks to more than is accepted. */
public class FileTooLarge extends IOException {

    private final transient Reason reason;

    FileTooLarge(Reason reason) {
        super("too large a file");
        this.reason = reason;
    }

    /** @param bytes what it has unpacked to so far */
    static FileTooLarge unpacked(long bytes) {
        return new FileTooLarge(words -> bytes > Unpacked.MOST ? words.unpacksToMoreBytes(Unpacked.MOST)
                : words.unpacksToMore(Unpacked.MOST_RATIO));
    }

    public Reason reason() {
        return reason;
    }
}
