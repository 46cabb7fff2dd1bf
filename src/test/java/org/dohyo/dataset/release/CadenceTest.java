package org.dohyo.dataset.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CadenceTest {

    @ParameterizedTest
    @CsvSource({
            "WEEKLY, 2026-11-23T00:00:00Z, 2026-11-23, 2026-11-30",
            "WEEKLY, 2026-11-29T23:59:59Z, 2026-11-23, 2026-11-30",
            "WEEKLY, 2026-12-31T12:00:00Z, 2026-12-28, 2027-01-04",
            "MONTHLY, 2026-12-31T23:59:59Z, 2026-12-01, 2027-01-01",
            "MONTHLY, 2028-02-29T08:00:00Z, 2028-02-01, 2028-03-01",
            "QUARTERLY, 2026-05-31T00:00:00Z, 2026-04-01, 2026-07-01",
            "QUARTERLY, 2026-12-01T00:00:00Z, 2026-10-01, 2027-01-01" })
    void periods_beginAtMidnightInUtc(Cadence cadence, Instant now, String begin, String next) {
        assertThat(cadence.begin(now)).isEqualTo(begin + "T00:00:00Z");
        assertThat(cadence.next(now)).isEqualTo(next + "T00:00:00Z");
    }

    @Test
    void off_hasNoNext() {
        assertThat(Cadence.OFF.next(Instant.EPOCH)).isNull();
    }
}
