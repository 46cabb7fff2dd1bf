package org.dohyo.project.content;

import java.util.function.Function;

/** A record that can't be stored. */
public class InvalidRecordException extends Exception {

    private final transient Function<UploadMessages, String> reason;

    public InvalidRecordException(Function<UploadMessages, String> reason) {
        this.reason = reason;
    }

    Function<UploadMessages, String> reason() {
        return reason;
    }
}
