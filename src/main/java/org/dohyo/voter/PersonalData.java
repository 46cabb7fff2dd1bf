package org.dohyo.voter;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonGenerator;

/**
 * One room's share of what the arena keeps of a voter. Each room that keeps something implements it as a bean; whoever
 * exports or erases a voter's data calls all of them, exporting by descending priority and erasing in the reverse
 * order, so that what refers to a row goes before the row.
 */
public interface PersonalData {

    /**
     * Writes this room's members into the JSON object that is open. Runs outside a transaction, since whoever downloads
     * may be slow.
     */
    void export(long voterId, JsonGenerator json) throws IOException;

    /**
     * Erases everything of the voter, and every reference to the voter, in the caller's transaction, which holds the
     * voter's row.
     */
    void erase(long voterId);
}
