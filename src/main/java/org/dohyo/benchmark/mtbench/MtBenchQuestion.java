package org.dohyo.benchmark.mtbench;

import java.util.List;
import java.util.Optional;

/**
 * A question of several turns.
 *
 * @param id as in the file
 * @param japanese true for a question in Japanese, whose judge is prompted in Japanese
 * @param turns the user's messages, in order
 * @param reference correct answers, by turn; may be shorter than {@code turns}
 */
public record MtBenchQuestion(long id, MtBenchKind kind, boolean japanese, List<String> turns, List<String> reference) {

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
