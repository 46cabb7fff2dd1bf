package org.dohyo.dataset.format;

import java.util.ArrayList;
import java.util.List;

/** The comparisons of one record, which are in memory together: no more than a project has people. */
final class Votes {

    private static final int MOST = 1_000;

    private final List<Comparison> read = new ArrayList<>();

    /** @throws InvalidRecord if there are too many */
    void add(String field, Comparison comparison) throws InvalidRecord {
        if (read.size() == MOST) {
            throw new InvalidRecord(field, words -> words.manyVotesInRecord(MOST));
        }
        read.add(comparison);
    }

    int size() {
        return read.size();
    }

    /** @throws InvalidRecord.NoVote for the reason if there are none */
    List<Comparison> some(String field, Reason reason) throws InvalidRecord {
        if (read.isEmpty()) {
            throw new InvalidRecord.NoVote(field, reason);
        }
        return read;
    }
}
