package org.dohyo.vote;

import org.dohyo.battle.Outcome;

/**
 * Fired in the transaction that casts a vote.
 *
 * @param notCountedReason null for a vote that counts
 */
public record VoteCast(Outcome outcome, String notCountedReason) {
}
