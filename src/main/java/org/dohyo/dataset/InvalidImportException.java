package org.dohyo.dataset;

import java.util.List;

import org.dohyo.dataset.file.RecordFault;

/** A file that can't be imported; nothing of it is stored. */
class InvalidImportException extends RuntimeException {

    private final transient List<RecordFault> faults;

    InvalidImportException(List<RecordFault> faults) {
        super("invalid import");
        this.faults = faults;
    }

    List<RecordFault> faults() {
        return faults;
    }
}
