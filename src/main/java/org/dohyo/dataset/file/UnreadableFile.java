package org.dohyo.dataset.file;

import java.io.IOException;

/** The file's content, not its transport, is why it can't be read on; the message completes "the file …". */
class UnreadableFile extends IOException {

    UnreadableFile(String reason) {
        super(reason);
    }
}
