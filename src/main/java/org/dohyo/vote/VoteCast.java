package org.dohyo.vote;

import java.time.Instant;
import java.util.UUID;

import org.dohyo.battle.Outcome;

/**
 * Fired in the transaction that casts a vote.
 *
 * @param vote the vote's id, by which the log knows it
 * @param begun when the vote was received
 * @param notCountedReason null for a vote that counts
 */
public record VoteCast(UUID battle, UUID vote, Instant begun, Outcome outcome, String notCountedReason) {
}
