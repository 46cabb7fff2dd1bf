package org.dohyo.benchmark.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The legal moves of runs and of their calls; every other one is refused. */
class StatesTest {

    private static final Set<String> RUN_MOVES = Set.of("RUNNING FINISHED", "RUNNING CANCELLED", "FINISHED RUNNING",
            "CANCELLED RUNNING");
    private static final Set<String> CALL_MOVES = Set.of("WAITING RUNNING", "WAITING HELD", "WAITING FAILED",
            "HELD WAITING",
            "RUNNING WAITING", "RUNNING DONE", "RUNNING FAILED", "FAILED WAITING");

    @ParameterizedTest
    @EnumSource
    void runs_makeLegalMovesOnly(RunState from) {
        for (RunState to : RunState.values()) {
            if (RUN_MOVES.contains(from + " " + to)) {
                assertThat(from.to(to)).isEqualTo(to);
            } else {
                assertThatIllegalStateException().as(from + " to " + to).isThrownBy(() -> from.to(to));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void calls_makeLegalMovesOnly(ItemState from) {
        for (ItemState to : ItemState.values()) {
            if (CALL_MOVES.contains(from + " " + to)) {
                assertThat(from.to(to)).isEqualTo(to);
            } else {
                assertThatIllegalStateException().as(from + " to " + to).isThrownBy(() -> from.to(to));
            }
        }
    }
}
