package org.dohyo.vote;

import java.util.List;
import java.util.UUID;

/**
 * An entry of the vote log as what follows needs it.
 *
 * @param sign what it does to the counts: 1, −1, or 0 where the vote isn't counted
 */
public record LogEntry(long position, UUID voteId, long modelA, long modelB, Outcome outcome, List<String> categories,
        byte[] voterTag, int sign) {
}
