package org.dohyo.rating;

import java.util.Arrays;

/**
 * Votes one by one, with how the two answers differ in style, in compact arrays: 9 bytes a vote and 4 more for each
 * feature.
 */
public final class StyleVotes {

    /** A larger value of a feature is no measurement, and a float can't tell its share from the whole any more. */
    public static final float LARGEST = 10_000_000;

    private static final int FIRST_SIZE = 1_024;

    private final int models;
    private final int features;
    private int size;
    private int[] a = new int[FIRST_SIZE];
    private int[] b = new int[FIRST_SIZE];
    // Twice the score of A.
    private byte[] halfPoints = new byte[FIRST_SIZE];
    private float[] differences;

    public StyleVotes(int models, int features) {
        this.models = models;
        this.features = features;
        this.differences = new float[FIRST_SIZE * features];
    }

    /**
     * Adds a vote.
     *
     * @param score of model a: 1, ½ (a tie or both bad) or 0
     * @param differences by feature, as {@link #difference(float, float)}; NaN if unknown
     * @throws IllegalArgumentException if a model, the score, the number of differences or one of them is out of range
     */
    public void add(int a, int b, double score, float[] differences) {
        if (a < 0 || b < 0 || a >= models || b >= models || a == b) {
            throw new IllegalArgumentException("not a pair of " + models + " models: " + a + ", " + b);
        }
        if (score != 0 && score != 0.5 && score != 1) {
            throw new IllegalArgumentException("score: " + score);
        }
        if (differences.length != features) {
            throw new IllegalArgumentException(differences.length + " differences for " + features + " features");
        }
        if (size == this.a.length) {
            grow();
        }
        for (int k = 0; k < differences.length; k++) {
            if (Math.abs(differences[k]) >= 1) {
                throw new IllegalArgumentException("difference " + k + ": " + differences[k]);
            }
            this.differences[size * differences.length + k] = differences[k];
        }
        this.a[size] = a;
        this.b[size] = b;
        this.halfPoints[size++] = (byte) (2 * score);
    }

    /**
     * Whether a value of a feature can be compared: 0 … {@value #LARGEST}, or NaN where it is unknown.
     */
    public static boolean usable(float value) {
        return !(value < 0 || value > LARGEST);
    }

    /**
     * How a feature differs between two answers: (a−b)/(a+b+1), in (−1, 1); NaN if one of them is.
     *
     * @throws IllegalArgumentException if a value is not {@linkplain #usable usable}
     */
    public static float difference(float a, float b) {
        if (!usable(a) || !usable(b)) {
            throw new IllegalArgumentException("values of a feature: " + a + ", " + b);
        }
        return (float) (((double) a - b) / ((double) a + b + 1));
    }

    private void grow() {
        int capacity = Math.addExact(size, size / 2);
        a = Arrays.copyOf(a, capacity);
        b = Arrays.copyOf(b, capacity);
        halfPoints = Arrays.copyOf(halfPoints, capacity);
        differences = Arrays.copyOf(differences, Math.multiplyExact(capacity, features));
    }

    public int models() {
        return models;
    }

    public int features() {
        return features;
    }

    public int size() {
        return size;
    }

    int a(int vote) {
        return a[vote];
    }

    int b(int vote) {
        return b[vote];
    }

    /** 1, ½ or 0. */
    double score(int vote) {
        return halfPoints[vote] / 2.0;
    }

    /** NaN if one of the two is unknown. */
    double difference(int vote, int feature) {
        return differences[vote * features + feature];
    }
}
