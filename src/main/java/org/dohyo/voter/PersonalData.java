package org.dohyo.voter;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonGenerator;

/**
 * One room's data about a voter. Each room with such data implements it as a bean. Export calls all of them by
 * descending priority, and erasure in the reverse order, so that references to a row are deleted before the row.
 */
public interface PersonalData {

    /**
     * Writes this room's members into the open JSON object. Runs outside a transaction, because the download may be
     * slow.
     */
    void export(long voterId, JsonGenerator json) throws IOException;

    /**
     * Erases everything of the voter, and every reference to the voter, in the caller's transaction, which holds the
     * voter's row.
     */
    void erase(long voterId);
}
