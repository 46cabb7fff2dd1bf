package org.dohyo.benchmark.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.dohyo.benchmark.imports.QuestionMean.Score;
import org.junit.jupiter.api.Test;

class QuestionMeanTest {

    /** One score for each question is the plain mean with s / √n. */
    @Test
    void singleScores_haveTheUsualStandardError() {
        QuestionMean mean = QuestionMean.of(List.of(new Score("a", 2), new Score("b", 4), new Score("c", 9)));
        assertThat(mean.value()).isEqualTo(5);
        assertThat(mean.standardError()).isEqualTo(Math.sqrt((9 + 1 + 16) / 2.0 / 3), within(1e-12));
        assertThat(mean.questions()).isEqualTo(3);
    }

    /** Turns that only repeat each other tell no more than one of them. */
    @Test
    void repeatedTurns_addNothing() {
        QuestionMean once = QuestionMean.of(List.of(new Score("a", 2), new Score("b", 4), new Score("c", 9)));
        QuestionMean twice = QuestionMean
                .of(List.of(new Score("a", 2), new Score("a", 2), new Score("b", 4), new Score("b", 4),
                        new Score("c", 9), new Score("c", 9)));
        assertThat(twice.standardError()).isEqualTo(once.standardError(), within(1e-12));
        assertThat(QuestionMean.of(List.of(new Score("a", 3))).standardError()).isNull();
    }
}
