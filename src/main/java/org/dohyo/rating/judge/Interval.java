package org.dohyo.rating.judge;

/** An estimate with its 95% interval; the bounds are NaN if it has none. */
public record Interval(double value, double low, double high) {
}
