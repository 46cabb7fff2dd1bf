package org.dohyo.vote;

import java.util.List;
import java.util.UUID;

import org.dohyo.battle.Outcome;

/**
 * An entry of the log as the counts need it.
 *
 * @param voteId null for a statement of the arena, whose other members mean nothing
 * @param sign the change to the counts: 1, −1, or 0 if the vote isn't counted
 */
public record LogEntry(long position, UUID voteId, long modelA, long modelB, Outcome outcome, List<String> categories,
        byte[] voterTag, int sign) {

    /** The same entry at another position. */
    public LogEntry at(long other) {
        return new LogEntry(other, voteId, modelA, modelB, outcome, categories, voterTag, sign);
    }
}
