package org.dohyo.dataset;

import java.time.Instant;
import java.util.List;

/**
 * One vote of a file.
 *
 * @param identity what makes it the same vote in another upload; not unique where {@code repeatable}
 * @param repeatable the identity is the record's hash, so equal records are told apart by their repeat number
 * @param styleA features of A's answer as JSON, or null
 */
record ImportedVote(String identity, boolean repeatable, String modelA, String modelB, String outcome, String voter,
        int turn, boolean blind, List<String> categories, String styleA, String styleB, Instant castAt) {
}
