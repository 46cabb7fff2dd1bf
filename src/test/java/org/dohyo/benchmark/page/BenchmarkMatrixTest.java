package org.dohyo.benchmark.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;

import org.dohyo.benchmark.Benchmark;
import org.dohyo.benchmark.Metric;
import org.dohyo.benchmark.Result;
import org.dohyo.benchmark.ResultInterval;
import org.dohyo.benchmark.ResultSource;
import org.dohyo.rating.Proportion;
import org.junit.jupiter.api.Test;

class BenchmarkMatrixTest {

    private static final Metric SCORE = new Metric("score", "points", 1.0, 10.0, true);
    private static final Metric ERRORS = new Metric("errors", "", 0.0, null, false);
    private static final Benchmark BENCHMARK = new Benchmark("b", "B", "1", List.of("overall", "one", "two"),
            List.of(SCORE, ERRORS));

    private static Result result(String model, String scenario, String metric, double value) {
        return new Result(model, scenario, metric, value, null, null, ResultSource.IMPORTED, null, Instant.EPOCH);
    }

    private final List<Result> newest = List.of(result("x", "overall", "score", 7), result("x", "one", "score", 8),
            result("x", "one", "errors", 3), result("x", "two", "errors", 5), result("y", "overall", "score", 6),
            result("y", "one", "score", 6));

    @Test
    void eachScenario_isInItsMainMetric_andOverallIsNotCountedAgain() {
        BenchmarkMatrix matrix = BenchmarkMatrix.of(BENCHMARK, newest, null);
        assertThat(matrix.columns())
                .extracting(column -> column.scenario() + " " + column.metric().name() + " " + column.counted())
                .containsExactly("overall score false", "one score true", "two errors true");
        assertThat(matrix.rows()).extracting(BenchmarkMatrix.Row::model).containsExactly("x", "y");
        assertThat(matrix.rows().get(0).winRate()).isEqualTo(new ScoreMatrix.Mean(1.0, 1));
        assertThat(matrix.rows().get(1).missing()).isEqualTo(1);
        assertThat(matrix.missing()).isEqualTo(1);
        assertThat(matrix.size()).isEqualTo(6);
    }

    @Test
    void askedForAMetric_onlyWhatHasItIsThere() {
        BenchmarkMatrix matrix = BenchmarkMatrix.of(BENCHMARK, newest, "errors");
        assertThat(matrix.columns()).extracting(BenchmarkMatrix.Column::scenario).containsExactly("one", "two");
        assertThat(matrix.rows()).extracting(BenchmarkMatrix.Row::model).containsExactly("x");
        assertThat(matrix.rows().get(0).winRate().value()).isNull();
    }

    @Test
    void interval_isWilsonsForFractions_andWithinTheRangeElsewhere() {
        Result share = new Result("x", "one", "acc", 0.9, 0.01, 100L, ResultSource.RUN, null, Instant.EPOCH);
        ResultInterval wilson = ResultInterval.of(share, Metric.fraction("acc"));
        assertThat(wilson.low()).isEqualTo(Proportion.of(90, 100).low());
        assertThat(wilson.high()).isEqualTo(Proportion.of(90, 100).high());
        Result points = new Result("x", "one", "score", 9.5, 0.5, 80L, ResultSource.RUN, null, Instant.EPOCH);
        assertThat(ResultInterval.of(points, SCORE).low()).isEqualTo(9.5 - 1.96 * 0.5, within(1e-4));
        assertThat(ResultInterval.of(points, SCORE).high()).isEqualTo(10);
        assertThat(ResultInterval.of(result("x", "one", "score", 5), SCORE)).isNull();
    }

    @Test
    void standardErrorOfZero_isNoCertainty() {
        Result all = new Result("x", "one", "score", 10, 0.0, 80L, ResultSource.RUN, null, Instant.EPOCH);
        assertThat(ResultInterval.of(all, SCORE)).isNull();
        Result middle = new Result("x", "one", "match", 0.8567, 0.0, 307L, ResultSource.IMPORTED, null, Instant.EPOCH);
        assertThat(ResultInterval.of(middle, new Metric("match", "", null, null, true))).isNull();
        Result none = new Result("x", "one", "acc", 0, 0.0, 25L, ResultSource.IMPORTED, null, Instant.EPOCH);
        assertThat(ResultInterval.of(none, Metric.fraction("acc")).high()).isGreaterThan(0.1);
    }
}
