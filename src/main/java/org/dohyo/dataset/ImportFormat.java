package org.dohyo.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** A format of vote files. Each format is a bean; its name is the {@code format} parameter of the import. */
public interface ImportFormat {

    String name();

    /**
     * Reads a file record by record, without holding it in memory. After an invalid record it reads on, so that a file
     * can be corrected in one go, but passes no more votes to the sink.
     *
     * @throws IOException if the body can't be read or the sink fails; invalid content is in the result
     */
    Result read(InputStream body, Sink sink) throws IOException;

    /** Receives the votes of a file in order; records count from 1. */
    interface Sink {
        void accept(long record, ImportedVote vote) throws IOException;
    }

    /**
     * @param records how many were read
     * @param errors the first errors; empty if the file is valid
     */
    record Result(long records, List<RecordError> errors) {
    }
}
