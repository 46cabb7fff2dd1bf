package org.dohyo.support.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddedDatabaseTest {

    @ParameterizedTest
    @CsvSource({ "0.5, 128", "2, 128", "4, 256", "24, 512", "512, 512" })
    void buffers_areASixteenthOfTheMemoryWithinLimits(double gigabytes, long megabytes) {
        assertThat(EmbeddedDatabase.buffers((long) (gigabytes * (1L << 30)))).isEqualTo(megabytes);
    }
}
