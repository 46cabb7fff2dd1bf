package org.dohyo.leaderboard.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScatterChartTest {

    private static ScatterChart.Point point(int number, double x, double rating, boolean frontier) {
        return new ScatterChart.Point(number, "Model " + number, x, rating, rating - 20, rating + 20, frontier,
                "Model " + number + ": all of it");
    }

    @ParameterizedTest
    @CsvSource({ "0.05, 15", "1, 1", "3, 4.5", "0.0001, 9000", "450, 1800", "2, 2.1" })
    void axis_showsAllValues_withRoundTicksWithin(double low, double high) {
        LogAxis axis = LogAxis.of(DoubleStream.of(low, high));
        assertThat(axis.share(low)).isBetween(0.0, 0.5);
        assertThat(axis.share(high)).isBetween(0.5, 1.0);
        assertThat(axis.ticks()).isNotEmpty().hasSizeLessThanOrEqualTo(9).isSorted()
                .allSatisfy(tick -> assertThat(axis.share(tick)).isBetween(0.0, 1.0));
    }

    @Test
    void zero_hasAPlaceBelowAllOthers() {
        LogAxis axis = LogAxis.of(DoubleStream.of(0, 0.1, 10));
        assertThat(axis.share(0)).isPositive().isLessThan(axis.share(0.1));
        assertThat(axis.ticks()).startsWith(0.0);
        assertThat(LogAxis.of(DoubleStream.of(0)).ticks()).startsWith(0.0);
        assertThat(LogAxis.of(DoubleStream.of(1, 10)).share(3.1623)).isCloseTo(0.5, within(0.01));
    }

    @Test
    void picture_hasADotForEachModel_theStairs_andNoLabelOverAnother() {
        List<ScatterChart.Point> crowd = IntStream.range(0, 60)
                .mapToObj(i -> point(i, 1 + i % 10 * 0.01, 1_000 + i % 7, i == 0)).toList();
        for (String svg : List.of(ScatterChart.draw("T", "Price", crowd, true),
                ScatterChart.narrow("T", "Price", crowd, true))) {
            assertThat(svg.split("<circle")).hasSize(61);
            assertThat(svg).contains("class=\"frontier\"").contains("stroke=\"#b98d5a\"").contains("<title>T</title>");
            assertThat(svg.split("<text class=\"(ink|soft)\"").length).isLessThan(60);
        }
    }

    /** The cheapest of the frontier is the lowest step; for speed, where more is better, it is the fastest. */
    @Test
    void stairs_ariseInTheDirectionOfTheWorseQuantity() {
        List<ScatterChart.Point> points = List.of(point(1, 1, 900, true), point(2, 10, 1_100, true));
        assertThat(steps(ScatterChart.draw("T", "Price", points, true))).isSorted();
        List<ScatterChart.Point> speeds = List.of(point(1, 1, 1_100, true), point(2, 10, 900, true));
        assertThat(steps(ScatterChart.draw("T", "Speed", speeds, false)).stream().map(x -> -x)).isSorted();
    }

    private static List<Double> steps(String svg) {
        String points = svg.replaceAll("(?s).*points=\"([^\"]+)\".*", "$1");
        return List.of(points.split(" ")).stream().map(point -> Double.valueOf(point.split(",")[0])).toList();
    }
}
