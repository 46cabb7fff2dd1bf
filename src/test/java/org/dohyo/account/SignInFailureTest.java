package org.dohyo.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInFailureTest {

    @Test
    void firstFourFailures_costNothing() {
        assertThat(SignInFailure.Bound.NAME.penalty(1)).isZero();
        assertThat(SignInFailure.Bound.NAME.penalty(4)).isZero();
    }

    @ParameterizedTest
    @CsvSource({ "5, 1", "6, 2", "11, 64", "14, 512", "15, 900", "25, 900", "1000, 900" })
    void eachFurtherFailure_doublesTheWait_upToAQuarterOfAnHour(int failures, long seconds) {
        assertThat(SignInFailure.Bound.NAME.penalty(failures)).isEqualTo(Duration.ofSeconds(seconds));
    }
}
