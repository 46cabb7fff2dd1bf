package org.dohyo.benchmark.runner;

/**
 * The questions of a run. A set never changes once it is stored.
 *
 * @param id 0 until it is stored
 * @param version shown beside every score of this set
 * @param own true for a set shipped with the arena, whose scores can't be compared with the original benchmark's
 */
public record QuestionSet(long id, String version, boolean own, Questions questions) {

    /** The questions as their benchmark's own type; a run never mixes two benchmarks. */
    public <Q extends Questions> Q questions(Class<Q> type) {
        return type.cast(questions);
    }
}
