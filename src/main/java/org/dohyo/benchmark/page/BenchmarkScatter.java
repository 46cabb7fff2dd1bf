package org.dohyo.benchmark.page;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.dohyo.benchmark.Metric;
import org.dohyo.benchmark.ResultInterval;
import org.dohyo.leaderboard.board.Board;
import org.dohyo.rating.RankCorrelation;

/**
 * A benchmark compared with the arena: the models that have both a rating on the default board and a result. Ratings of
 * models that no votes connect can't be compared, so only the largest connected group is included.
 *
 * @param scenario null for the mean win rate over all scenarios
 * @param metric null then
 * @param correlation of the ranks; for a metric of which lower is better the sign is reversed
 */
public record BenchmarkScatter(String scenario, Metric metric, List<Point> points, RankCorrelation correlation) {

    /**
     * @param interval of the value; null if it isn't known. {@code low} and {@code high} belong to the rating and may
     *        be null too.
     */
    public record Point(String model, String name, double rating, Double low, Double high, double value,
            ResultInterval interval) {
    }

    private record Value(double value, ResultInterval interval) {
    }

    /** @param scenario one of the matrix, or null */
    static BenchmarkScatter of(BenchmarkMatrix matrix, String scenario, Board board) {
        Metric metric = matrix.columns().stream().filter(column -> column.scenario().equals(scenario))
                .map(BenchmarkMatrix.Column::metric).findFirst().orElse(null);
        Map<String, Value> values = values(matrix, metric == null ? null : scenario);
        Map<Integer, List<Point>> groups = board.models().stream().filter(row -> values.containsKey(row.slug()))
                .collect(Collectors.groupingBy(Board.Row::component,
                        Collectors.mapping(row -> new Point(row.slug(), row.name(),
                                row.rating(), row.low(), row.high(), values.get(row.slug()).value(),
                                values.get(row.slug()).interval()),
                                Collectors.toList())));
        List<Point> points = groups.values().stream().max(Comparator.comparingInt(List::size)).orElse(List.of());
        double sign = metric == null || metric.higherIsBetter() ? 1 : -1;
        return new BenchmarkScatter(metric == null ? null : scenario, metric, points,
                RankCorrelation.of(points.stream().mapToDouble(Point::rating).toArray(),
                        points.stream().mapToDouble(point -> sign * point.value()).toArray()));
    }

    private static Map<String, Value> values(BenchmarkMatrix matrix, String scenario) {
        if (scenario == null) {
            return matrix.rows().stream().filter(row -> row.winRate().value() != null).collect(
                    Collectors.toMap(BenchmarkMatrix.Row::model, row -> new Value(row.winRate().value(), null)));
        }
        return matrix.rows().stream().flatMap(row -> row.cells().stream())
                .filter(cell -> cell.result() != null && cell.result().scenario().equals(scenario))
                .collect(Collectors.toMap(cell -> cell.result().model(),
                        cell -> new Value(cell.result().value(), cell.interval())));
    }
}
