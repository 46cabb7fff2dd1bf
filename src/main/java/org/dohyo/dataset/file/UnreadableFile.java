package org.dohyo.dataset.file;

import java.io.IOException;

import org.dohyo.dataset.format.Reason;

/** The file's content, not its transport, is why it can't be read on. */
class UnreadableFile extends IOException {

    private final transient Reason reason;

    UnreadableFile(Reason reason) {
        super("unreadable file");
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
