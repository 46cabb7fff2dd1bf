package org.dohyo.leaderboard.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectedMaximumTest {

    /** 1/√π for two, 3/(2√π) for three; the others from tables of normal order statistics (H. L. Harter, 1961). */
    @ParameterizedTest
    @CsvSource({ "1, 0", "2, 0.5641896", "3, 0.8462844", "5, 1.16296", "10, 1.53875", "20, 1.86748", "50, 2.24907",
            "100, 2.50759" })
    void maximum_isThatOfTheTables(int n, double maximum) {
        assertThat(ExpectedMaximum.of(n)).isCloseTo(maximum, within(1e-5));
    }
}
