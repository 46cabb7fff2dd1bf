package org.dohyo.dataset;

import java.time.Instant;
import java.util.List;

import org.dohyo.battle.Outcome;

/**
 * One vote of an imported file.
 *
 * @param identity what makes it the same vote in another upload; not unique where {@code repeatable}
 * @param repeatable the identity is the record's hash, so equal records are numbered
 * @param styleA features of A's answer as JSON, or null
 */
record ImportedVote(String identity, boolean repeatable, String modelA, String modelB, Outcome outcome, String voter,
        int turn, boolean blind, List<String> categories, String styleA, String styleB, Instant castAt) {
}
