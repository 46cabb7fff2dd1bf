package org.dohyo.dataset;

import java.util.List;

/** A file that can't be imported; nothing of it was stored. */
class InvalidImportException extends Exception {

    private final transient List<RecordError> errors;

    InvalidImportException(List<RecordError> errors) {
        super(errors.size() + " records can't be imported");
        this.errors = errors;
    }

    List<RecordError> errors() {
        return errors;
    }
}
