package org.dohyo.rating;

/**
 * A mean of independent values with its 95% interval by W. S. Gosset, "Student" (The probable error of a mean, 1908).
 *
 * @param standardError null for a single value
 * @param low of the interval; null as {@code standardError}
 * @param high as {@code low}
 * @param n of how many values
 */
public record Mean(double value, Double standardError, Double low, Double high, int n) {

    /** @throws IllegalArgumentException if there are no values */
    public static Mean of(double... values) {
        int n = values.length;
        if (n == 0) {
            throw new IllegalArgumentException("the mean of no values");
        }
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / n;
        if (n == 1) {
            return new Mean(mean, null, null, null, 1);
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double error = Math.sqrt(squares / (n - 1) / n);
        double half = Confidence.t(n - 1) * error;
        return new Mean(mean, error, mean - half, mean + half, n);
    }
}
