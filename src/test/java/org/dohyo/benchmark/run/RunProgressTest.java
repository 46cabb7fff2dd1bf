package org.dohyo.benchmark.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.ObjectMapper;

class RunProgressTest {

    private static RunProgress progress(long total, long done, long failed) {
        return new RunProgress(RunState.RUNNING, total, done, failed, 0, 0, 0, null, null);
    }

    @ParameterizedTest
    @CsvSource({ "0,0,0,100", "256,0,0,0", "256,28,0,10", "3,1,1,66", "3,2,1,100" })
    void percent_countsSettledCalls_roundedDown(long total, long done, long failed, long percent) {
        assertThat(progress(total, done, failed).percent()).isEqualTo(percent);
    }

    /** The page's bar is set to it at every event. */
    @Test
    void percent_isPartOfTheEvent() {
        assertThat(new ObjectMapper().valueToTree(progress(256, 28, 0)).path("percent").asLong()).isEqualTo(10);
    }
}
