package org.dohyo.rating;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A category's votes by voter in compact arrays: a row holds one voter's votes on one pair, and a voter's rows stand
 * together. Each vote of a voter with n votes weighs w = min(1, {@value #CAP}/n), so that nobody weighs more than
 * {@value #CAP} votes: that keeps intervals true where voters have tastes, and blunts a rig.
 */
public final class VoterVotes {

    /** How many votes one voter can weigh at most. */
    public static final int CAP = 30;

    /** Units of a whole vote: weighted votes are stored as whole numbers of 2⁻²⁰ votes. */
    public static final long UNIT = 1L << 20;

    private final int models;
    private int rows;
    private int voters;
    private int[] first = new int[64];
    private int[] second = new int[64];
    private int[] firstWins = new int[64];
    private int[] secondWins = new int[64];
    private int[] halves = new int[64];
    // Where each voter's rows end.
    private int[] ends = new int[16];

    public VoterVotes(int models) {
        this.models = models;
    }

    /**
     * Adds all votes of one more voter.
     *
     * @throws IllegalArgumentException if a pair names a model beyond the number of models
     */
    public void add(List<PairCount> ofVoter) {
        if (voters == ends.length) {
            ends = Arrays.copyOf(ends, 2 * voters);
        }
        for (PairCount votes : ofVoter) {
            if (votes.first() >= models || votes.second() >= models) {
                throw new IllegalArgumentException("a model beyond " + models + ": " + votes);
            }
            row(votes);
        }
        ends[voters++] = rows;
    }

    private void row(PairCount votes) {
        if (rows == first.length) {
            first = Arrays.copyOf(first, 2 * rows);
            second = Arrays.copyOf(second, 2 * rows);
            firstWins = Arrays.copyOf(firstWins, 2 * rows);
            secondWins = Arrays.copyOf(secondWins, 2 * rows);
            halves = Arrays.copyOf(halves, 2 * rows);
        }
        first[rows] = votes.first();
        second[rows] = votes.second();
        firstWins[rows] = Math.toIntExact(votes.firstWins());
        secondWins[rows] = Math.toIntExact(votes.secondWins());
        halves[rows] = Math.toIntExact(votes.halves());
        rows++;
    }

    public int models() {
        return models;
    }

    public int voters() {
        return voters;
    }

    private int begin(int voter) {
        return voter == 0 ? 0 : ends[voter - 1];
    }

    /**
     * The weight of some votes of a voter with n votes, in units, rounded down.
     *
     * @param votes 0 … n
     */
    public static long units(long votes, long n) {
        return votes * CAP * UNIT / Math.max(CAP, n);
    }

    /** The same number in votes. */
    public static double fromUnits(long units) {
        return (double) units / UNIT;
    }

    private double weight(int voter) {
        long votes = 0;
        for (int row = begin(voter); row < ends[voter]; row++) {
            votes += firstWins[row] + secondWins[row] + halves[row];
        }
        return votes <= CAP ? 1 : (double) CAP / votes;
    }

    /** All votes, weighted and added up: each played pair once. */
    public List<WeightedPair> weighted() {
        double[][] wins = new double[models][models];
        double[][] ties = new double[models][models];
        for (int voter = 0; voter < voters; voter++) {
            double weight = weight(voter);
            for (int row = begin(voter); row < ends[voter]; row++) {
                wins[first[row]][second[row]] += weight * firstWins[row];
                wins[second[row]][first[row]] += weight * secondWins[row];
                ties[Math.min(first[row], second[row])][Math.max(first[row], second[row])] += weight * halves[row];
            }
        }
        return pairs(wins, ties);
    }

    /** As they were added, one row after another. */
    public List<PairCount> unweighted() {
        List<PairCount> pairs = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            pairs.add(new PairCount(first[row], second[row], firstWins[row], secondWins[row], halves[row], 0));
        }
        return pairs;
    }

    private static List<WeightedPair> pairs(double[][] wins, double[][] ties) {
        List<WeightedPair> pairs = new ArrayList<>();
        for (int i = 0; i < wins.length; i++) {
            for (int j = i + 1; j < wins.length; j++) {
                WeightedPair pair = new WeightedPair(i, j, wins[i][j], wins[j][i], ties[i][j]);
                if (pair.weight() > 0) {
                    pairs.add(pair);
                }
            }
        }
        return pairs;
    }

    /**
     * The sandwich's filling when the votes of one voter are correlated: U/(U−1) · Σ_u S_u·S_uᵀ, S_u = Σ w(y−p)·x over
     * the votes of voter u (K.-Y. Liang and S. L. Zeger, Longitudinal data analysis using generalized linear models,
     * 1986, with the CR1 factor), plus a U-th of what independent votes would give, Σ w²(y−p)²·x·xᵀ: with a handful of
     * voters the first term alone would take the ratings as certain.
     *
     * @param theta the models' log-strengths
     */
    double[][] scores(double[] theta) {
        double[][] sum = new double[models][models];
        addScores(theta, voters > 1 ? (double) voters / (voters - 1) : 0, voters, sum, sum);
        return sum;
    }

    /**
     * The sums of these voters' scores, to be added to those of others.
     *
     * @param theta the models' log-strengths
     */
    public Sums sums(double[] theta) {
        Sums sums = new Sums(voters, new double[models][models], new double[models][models]);
        addScores(theta, 1, 1, sums.together(), sums.apart());
        return sums;
    }

    private void addScores(double[] theta, double between, int share, double[][] together, double[][] apart) {
        int[] touched = new int[models];
        double[] score = new double[models];
        int[] seenBy = new int[models];
        for (int voter = 0; voter < voters; voter++) {
            double weight = weight(voter);
            int count = 0;
            for (int row = begin(voter); row < ends[voter]; row++) {
                count = touch(first[row], voter, touched, count, score, seenBy);
                count = touch(second[row], voter, touched, count, score, seenBy);
                addRow(row, weight, theta, score, share, apart);
            }
            addOuter(together, between, score, touched, count);
        }
    }

    private static int touch(int model, int voter, int[] touched, int count, double[] score, int[] seenBy) {
        if (seenBy[model] == voter + 1) {
            return count;
        }
        seenBy[model] = voter + 1;
        score[model] = 0;
        touched[count] = model;
        return count + 1;
    }

    private void addRow(int row, double weight, double[] theta, double[] score, int share, double[][] sum) {
        int i = first[row];
        int j = second[row];
        double p = Likelihood.sigmoid(theta[i] - theta[j]);
        double q = Likelihood.sigmoid(theta[j] - theta[i]);
        double tie = (q - p) / 2;
        double value = weight * (firstWins[row] * q - secondWins[row] * p + halves[row] * tie);
        score[i] += value;
        score[j] -= value;
        double independent = weight * weight / share
                * (firstWins[row] * q * q + secondWins[row] * p * p + halves[row] * tie * tie);
        sum[i][i] += independent;
        sum[j][j] += independent;
        sum[i][j] -= independent;
        sum[j][i] -= independent;
    }

    private static void addOuter(double[][] sum, double factor, double[] score, int[] touched, int count) {
        for (int i = 0; i < count; i++) {
            double left = factor * score[touched[i]];
            for (int j = 0; j < count; j++) {
                sum[touched[i]][touched[j]] += left * score[touched[j]];
            }
        }
    }

    /**
     * The sums over voters that fill the sandwich. Those of different voters can be added, so that no
     * machine needs all votes.
     *
     * @param together Σ_u S_u·S_uᵀ, as if the votes of a voter u hung together
     * @param apart Σ w²(y−p)²·x·xᵀ, as if they didn't
     */
    public record Sums(int voters, double[][] together, double[][] apart) implements Serializable {

        /** Those of these and of other voters, among the same models. */
        public Sums plus(Sums other) {
            return new Sums(voters + other.voters, added(together, other.together), added(apart, other.apart));
        }

        private static double[][] added(double[][] one, double[][] other) {
            double[][] sum = new double[one.length][one.length];
            for (int i = 0; i < sum.length; i++) {
                for (int j = 0; j < sum.length; j++) {
                    sum[i][j] = one[i][j] + other[i][j];
                }
            }
            return sum;
        }

        /** What {@link VoterVotes#scores} gives for all these voters at once, but for roundings. */
        public double[][] scores() {
            double between = voters > 1 ? (double) voters / (voters - 1) : 0;
            double[][] scores = new double[together.length][together.length];
            for (int i = 0; i < scores.length; i++) {
                for (int j = 0; j < scores.length; j++) {
                    scores[i][j] = between * together[i][j] + apart[i][j] / voters;
                }
            }
            return scores;
        }
    }
}
