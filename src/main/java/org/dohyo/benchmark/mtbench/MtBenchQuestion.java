package org.dohyo.benchmark.mtbench;

import java.util.List;
import java.util.Optional;

/**
 * A question of several turns.
 *
 * @param id as in the file
 * @param japanese whether it is put in Japanese: the judge is then asked in Japanese
 * @param turns what is asked, one after another
 * @param reference right answers, by turn; may be shorter than {@code turns}
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
