package org.dohyo.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

import org.dohyo.web.Fields;
import org.junit.jupiter.api.Test;

class ClockTest {

    private static final int NANOS_OF_A_MICROSECOND = 1_000;

    @Test
    void clock_ticksInMicroseconds_andRunsWithTheSystem() {
        Clock clock = new Beans().clock();
        Instant before = Instant.now();
        Instant now = clock.instant();
        assertThat(now).isBetween(before.minusNanos(NANOS_OF_A_MICROSECOND), Instant.now());
        for (int i = 0; i < 1_000; i++) {
            assertThat(clock.instant().getNano() % NANOS_OF_A_MICROSECOND).isZero();
        }
    }

    @Test
    void timesOfRequests_areCutToMicroseconds() {
        Fields fields = new Fields(Map.of("from", "2027-01-31T09:00:00.123456789+09:00"), Set.of("from"));
        assertThat(fields.instant("from")).isEqualTo("2027-01-31T00:00:00.123456Z");
    }
}
