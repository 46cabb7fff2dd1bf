package org.dohyo.dataset.exports;

import java.util.List;
import java.util.Optional;

import org.dohyo.battle.Side;

/** A format with one record for each vote that prefers one of two answers; it can carry neither ties nor both bad. */
interface PreferenceFormat<R extends Record> extends ExportFormat<R> {

    @Override
    default boolean needsTexts() {
        return true;
    }

    @Override
    default Optional<Omission> omission(ExportedVote vote) {
        return Omission.undecided(vote);
    }

    @Override
    default List<R> records(ExportedVote vote) {
        return List.of(record(vote, vote.better()));
    }

    /** The record of a vote without an {@link #omission}. */
    R record(ExportedVote vote, Side better);
}
