package org.dohyo.dataset;

import java.util.List;

import org.dohyo.dataset.file.RecordError;

/** A file that can't be imported; nothing of it is stored. */
class InvalidImportException extends RuntimeException {

    private final transient List<RecordError> errors;

    InvalidImportException(List<RecordError> errors) {
        super(errors.size() + (errors.size() == 1 ? " record" : " records") + " can't be imported");
        this.errors = errors;
    }

    List<RecordError> errors() {
        return errors;
    }
}
