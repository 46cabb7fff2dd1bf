package org.dohyo.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** A format of vote files. Each format is a bean; its name is the {@code format} parameter of the import. */
public interface ImportFormat {

    String name();

    /**
     * Reads a file record by record, without holding it in memory. After an invalid record it reads on, so that a file
     * can be corrected in one go; it passes more votes to the sink only if invalid records are to be left out.
     *
     * @throws IOException if the body can't be read or the sink fails; invalid content is in the result
     */
    Result read(InputStream body, boolean skipInvalid, Sink sink) throws IOException;

    /** Receives the votes of a file in order; records count from 1, and one may hold several votes. */
    interface Sink {
        void accept(long record, ImportedVote vote) throws IOException;
    }

    /**
     * @param records how many were read
     * @param votes how many the sink received
     * @param skipped how many records were left out
     * @param leftOut why, for the first of them
     * @param errors the first errors that refuse the file; empty if it can be stored
     */
    record Result(long records, long votes, long skipped, List<RecordError> leftOut, List<RecordError> errors) {
    }
}
