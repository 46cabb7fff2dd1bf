package org.dohyo.dataset.file;

import java.io.IOException;

/** A file that unpacks to more than is accepted. */
public class FileTooLarge extends IOException {

    FileTooLarge(String reason) {
        super(reason);
    }

    /** @param bytes what it has unpacked to so far */
    static FileTooLarge unpacked(long bytes) {
        return new FileTooLarge("The file unpacks to more than " + (bytes > Unpacked.MOST ? Unpacked.MOST + " bytes"
                : Unpacked.MOST_RATIO + " times its size") + ".");
    }
}
