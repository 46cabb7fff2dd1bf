package org.dohyo.leaderboard.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ImportPaceTest {

    private final ImportPace pace = new ImportPace();

    /** A machine that takes so many microseconds per vote, and 20 ms for each pass. */
    private void pass(int micros) {
        pace.learn(pace.votes(), 20 + (long) pace.votes() * micros / 1_000);
    }

    @Test
    void votesOfAPass_takeItsTimeOnASlowMachineAndOnAFastOne() {
        for (int pass = 0; pass < 20; pass++) {
            pass(100);
        }
        assertThat(pace.votes() * 100 / 1_000 + 20).isBetween(380, 420);
        for (int pass = 0; pass < 20; pass++) {
            pass(400);
        }
        assertThat(pace.votes() * 400 / 1_000 + 20).isBetween(380, 420);
    }

    @Test
    void onePassThatIsDelayed_halvesThePaceAtMost() {
        int before = pace.votes();
        pace.learn(before, 60_000);
        assertThat(pace.votes()).isEqualTo(before / 2);
    }

    @Test
    void paceKeepsWithinItsBounds() {
        for (int pass = 0; pass < 20; pass++) {
            pace.learn(pace.votes(), 0);
        }
        assertThat(pace.votes()).isEqualTo(ImportPace.MOST);
        for (int pass = 0; pass < 20; pass++) {
            pace.learn(pace.votes(), 60_000);
        }
        assertThat(pace.votes()).isEqualTo(ImportPace.LEAST);
    }

    @Test
    void aFewVotes_leaveThePace() {
        int before = pace.votes();
        pace.learn(ImportPace.LEAST - 1, 1);
        assertThat(pace.votes()).isEqualTo(before);
    }
}
