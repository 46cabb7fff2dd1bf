package org.dohyo.dataset.file;

import java.io.IOException;

/** A file that unpacks to more than is accepted. */
public class FileTooLarge extends IOException {

    FileTooLarge(String reason) {
        super(reason);
    }
}
