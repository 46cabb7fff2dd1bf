package org.dohyo.voter;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonGenerator;

/**
 * The data that one room stores of a voter. Every room that stores such data has a bean of this type, so the code that
 * exports or erases everything of a voter needs to know no tables.
 * <p>
 * A room whose rows refer to another room's is erased before it, so it has the higher
 * {@link jakarta.annotation.Priority}; {@code voter} has none and comes last.
 */
public interface PersonalData {

    /**
     * Writes the data as one or more members of the JSON object that {@code json} is in, within a transaction. Large sets
     * are written row by row.
     */
    void export(long voterId, JsonGenerator json) throws IOException;

    /**
     * Deletes the data or cuts its link to the voter, in the caller's transaction, which holds the lock of the voter's row.
     * Other locks are taken in this order: battles by id, then votes.
     */
    void erase(long voterId);
}
