package org.dohyo.benchmark.page;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Values of models (rows) in scenarios (columns), and the summary figures of each model.
 *
 * @param values null if a model wasn't measured in a scenario
 * @param higherIsBetter for each column
 */
public record ScoreMatrix(List<List<Double>> values, List<Boolean> higherIsBetter) {

    /**
     * A figure over scenarios.
     *
     * @param value null if it can't be computed from any scenario
     * @param scenarios the number of scenarios of which it is the mean
     */
    public record Mean(Double value, int scenarios) {

        static Mean of(DoubleStream each) {
            double[] known = each.filter(value -> !Double.isNaN(value)).toArray();
            return new Mean(known.length == 0 ? null : Arrays.stream(known).average().getAsDouble(), known.length);
        }
    }

    /**
     * HELM's mean win rate of each model (P. Liang and others, Holistic Evaluation of Language Models, 2022): in each
     * scenario, the share of the other measured models that it beats, a draw counting half; the mean is over the
     * scenarios in which at least one other model was measured.
     */
    public List<Mean> meanWinRates() {
        return each(this::winRate);
    }

    /**
     * Standardised scores: in each scenario, the number of standard deviations (of the models measured there, with n −
     * 1) by which a model is above their mean, or below it if lower is better; the mean is over the scenarios in which
     * the models differ.
     */
    public List<Mean> standardised() {
        return each(this::standardised);
    }

    private interface Score {
        /** NaN if the column's values don't determine a score. */
        double of(int row, int column);
    }

    private List<Mean> each(Score score) {
        return IntStream.range(0, values.size()).mapToObj(row -> Mean.of(IntStream.range(0, higherIsBetter.size())
                .filter(column -> values.get(row).get(column) != null).mapToDouble(column -> score.of(row, column))))
                .toList();
    }

    private double winRate(int row, int column) {
        double own = signed(row, column);
        double[] all = measured(column);
        double beaten = Arrays.stream(all).map(other -> other < own ? 1 : other == own ? 0.5 : 0).sum();
        // Without the draw of the model against itself.
        return all.length < 2 ? Double.NaN : (beaten - 0.5) / (all.length - 1);
    }

    /** The same for one cell; NaN if the models don't differ. */
    double standardised(int row, int column) {
        double[] all = measured(column);
        // Because of rounding, the mean of equal values may differ from them, so that they would seem unequal.
        if (Arrays.stream(all).distinct().count() < 2) {
            return Double.NaN;
        }
        double mean = Arrays.stream(all).average().orElseThrow();
        double deviation = Math
                .sqrt(Arrays.stream(all).map(value -> (value - mean) * (value - mean)).sum() / (all.length - 1));
        return (signed(row, column) - mean) / deviation;
    }

    /** The value with its sign chosen so that greater is better. */
    private double signed(int row, int column) {
        double value = values.get(row).get(column);
        return higherIsBetter.get(column) ? value : -value;
    }

    private double[] measured(int column) {
        double sign = higherIsBetter.get(column) ? 1 : -1;
        return values.stream().map(row -> row.get(column)).filter(Objects::nonNull).mapToDouble(value -> sign * value)
                .toArray();
    }
}
