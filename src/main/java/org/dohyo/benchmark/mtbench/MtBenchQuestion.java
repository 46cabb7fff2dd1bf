package org.dohyo.benchmark.mtbench;

import java.util.List;
import java.util.Optional;

/**
 * A question of several turns.
 *
 * @param id as in the file
 * @param language of the arena that it is put in; the judge is prompted in it
 * @param turns the user's messages, in order
 * @param reference correct answers, by turn; may be shorter than {@code turns}
 */
public record MtBenchQuestion(long id, MtBenchKind kind, String language, List<String> turns, List<String> reference) {

    public MtBenchQuestion {
        turns = List.copyOf(turns);
        reference = List.copyOf(reference);
    }

    /** @param turn counted from 1 */
    Optional<String> reference(int turn) {
        return kind.guided() && turn <= reference.size() && !reference.get(turn - 1).isBlank()
                ? Optional.of(reference.get(turn - 1))
                : Optional.empty();
    }
}
