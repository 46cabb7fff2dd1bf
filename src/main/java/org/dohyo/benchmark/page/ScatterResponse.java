package org.dohyo.benchmark.page;

import java.util.List;
import java.util.stream.Collectors;

import org.dohyo.web.csv.Csv;

/**
 * A scatter for programs.
 *
 * @param scenario null, as {@code metric}, for the mean win rate
 * @param rho Spearman's rank correlation; null if there are fewer than two different values
 * @param low of its 95% interval; null, as {@code high}, for fewer than four models
 * @param n the number of models
 */
public record ScatterResponse(String scenario, String metric, Double rho, Double low, Double high, int n,
        List<Point> models) {

    /** Each bound is null if it isn't known. */
    public record Point(String model, double rating, Double ratingLow, Double ratingHigh, double value, Double valueLow,
            Double valueHigh) {
    }

    public static ScatterResponse of(BenchmarkScatter scatter) {
        return new ScatterResponse(scatter.scenario(), scatter.metric() == null ? null : scatter.metric().name(),
                known(scatter.correlation().rho()), known(scatter.correlation().low()),
                known(scatter.correlation().high()),
                scatter.correlation().n(),
                scatter.points().stream()
                        .map(point -> new Point(point.model(), point.rating(), point.low(), point.high(),
                                point.value(), point.interval() == null ? null : (Double) point.interval().low(),
                                point.interval() == null ? null : (Double) point.interval().high()))
                        .toList());
    }

    private static Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }

    public String csv() {
        return Csv.line("model", "rating", "ratingLow", "ratingHigh", "value", "valueLow", "valueHigh")
                + models.stream().map(point -> Csv.line(point.model(), point.rating(), point.ratingLow(),
                        point.ratingHigh(), point.value(), point.valueLow(), point.valueHigh()))
                        .collect(Collectors.joining());
    }
}
