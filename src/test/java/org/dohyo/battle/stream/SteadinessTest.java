package org.dohyo.battle.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

class SteadinessTest {

    private long now;
    private final Steadiness beats = new Steadiness(Duration.ofSeconds(3), Duration.ofSeconds(5),
            () -> Duration.ofSeconds(now).toNanos());

    private boolean steadyAfter(int... times) {
        for (int time : times) {
            now = time;
            beats.succeeded();
        }
        return beats.isSteady();
    }

    @Test
    void steady_onceNoGapWasTooLongForTheSpan() {
        assertThat(steadyAfter(1, 3, 4)).isFalse();
        assertThat(steadyAfter(5)).isTrue();
    }

    @Test
    void gap_beginsTheSpanAnew() {
        assertThat(steadyAfter(2, 4, 6)).isTrue();
        now = 10;
        assertThat(beats.isSteady()).as("nothing succeeded for four seconds").isFalse();
        assertThat(steadyAfter(10, 12, 14)).isFalse();
        assertThat(steadyAfter(15)).isTrue();
    }
}
