package org.dohyo.dataset.file;

import org.dohyo.dataset.format.VoteFileMessages;
import org.dohyo.support.FileMessages;

/**
 * Why a record can't be imported.
 *
 * @param record its number, from 1; 0 if it is the file as a whole
 * @param field the path of the field that is wrong, or null if it is the record as a whole
 */
public record RecordFault(long record, String field, Wording reason) {

    /** A reason in the reader's words. */
    @FunctionalInterface
    public interface Wording {

        String in(VoteFileMessages words, FileMessages file);
    }
}
