package org.dohyo.flood;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

class TallyTest {

    private static final Instant NOW = Instant.parse("2027-01-31T00:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Tally tally = new Tally();

    private boolean take(int most, int second) {
        return tally.take(most, MINUTE, NOW.plusSeconds(second));
    }

    @Test
    void events_countUntilTheWindowEnds() {
        assertThat(tally.count(NOW)).isZero();
        assertThat(take(2, 0)).isTrue();
        assertThat(take(2, 30)).isTrue();
        assertThat(take(2, 59)).isFalse();
        assertThat(tally.count(NOW.plusSeconds(59))).isEqualTo(2);
        assertThat(tally.left(NOW.plusSeconds(59))).isEqualTo(Duration.ofSeconds(1));
        assertThat(tally.count(NOW.plusSeconds(60))).isZero();
        assertThat(tally.left(NOW.plusSeconds(60))).isZero();
        assertThat(take(2, 60)).isTrue();
        assertThat(tally.count(NOW.plusSeconds(60))).isEqualTo(1);
    }

    @Test
    void eventsOfOtherReplicas_countOnceTheyAreShared() {
        take(9, 0);
        take(9, 0);
        assertThat(tally.fresh(NOW)).isEqualTo(2);
        take(9, 1);
        // The other replicas had five; the third event here came while the two were being written.
        tally.share(2, 7, NOW.plusSeconds(40));
        assertThat(tally.count(NOW.plusSeconds(2))).isEqualTo(8);
        assertThat(tally.fresh(NOW.plusSeconds(2))).isEqualTo(1);
        assertThat(take(9, 3)).isTrue();
        assertThat(take(9, 3)).isFalse();
        assertThat(tally.ended(NOW.plusSeconds(39))).isFalse();
        assertThat(tally.ended(NOW.plusSeconds(40))).isTrue();
    }
}
