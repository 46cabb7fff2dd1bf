package org.dohyo.integrity.tilt;

/** The logarithm of a sum of numbers that are given by their logarithms, without overflow. */
final class LogSum {

    private double largest = Double.NEGATIVE_INFINITY;
    // In units of the largest.
    private double sum;

    void add(double log) {
        if (log > largest) {
            sum = sum * Math.exp(largest - log) + 1;
            largest = log;
        } else if (log > Double.NEGATIVE_INFINITY) {
            sum += Math.exp(log - largest);
        }
    }

    double value() {
        return largest + Math.log(sum);
    }
}
