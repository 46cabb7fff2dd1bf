package org.dohyo.leaderboard.pairing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.dohyo.leaderboard.board.Board;
import org.dohyo.model.Model;
import org.dohyo.rating.Confidence;
import org.dohyo.rating.EloScale;
import org.dohyo.rating.Fit;
import org.dohyo.rating.Matchmaking;
import org.dohyo.rating.PairSampling;
import org.dohyo.rating.WeightedPair;

/**
 * The results so far, for matchmaking.
 *
 * @param rows of the published board
 * @param votes between those rows by index, weighted by voters
 */
record KnownField(List<Board.Row> rows, List<WeightedPair> votes) {

    static final KnownField NOTHING = new KnownField(List.of(), List.of());

    /** The number of counted votes of a model. */
    long votes(String slug) {
        return rows.stream().filter(row -> row.slug().equals(slug)).mapToLong(Board.Row::votes).findFirst().orElse(0);
    }

    /**
     * The plan for some models, in their order. Games against other rated models still inform the ratings of those in
     * it.
     *
     * @param drawn the models' weights; two that may not meet are never drawn together
     */
    PairSampling sampling(List<Model> candidates, double[] drawn) {
        Map<String, Integer> places = new LinkedHashMap<>();
        candidates.forEach(model -> places.put(model.slug, places.size()));
        rows.forEach(row -> places.computeIfAbsent(row.slug(), unused -> places.size()));
        double[] weights = Arrays.copyOf(drawn, places.size());
        List<WeightedPair> moved = new ArrayList<>();
        for (WeightedPair pair : votes) {
            moved.add(new WeightedPair(places.get(rows.get(pair.first()).slug()),
                    places.get(rows.get(pair.second()).slug()),
                    pair.firstWins(), pair.secondWins(), pair.halves()));
        }
        return allowed(candidates, Matchmaking.sampling(weights, fit(places), moved));
    }

    private static PairSampling allowed(List<Model> candidates, PairSampling sampling) {
        double[][] scores = new double[candidates.size()][candidates.size()];
        for (int i = 0; i < scores.length; i++) {
            for (int j = i + 1; j < scores.length; j++) {
                scores[i][j] = candidates.get(i).mayMeet(candidates.get(j)) ? sampling.probability(i, j) : 0;
            }
        }
        return new PairSampling(scores);
    }

    private Fit fit(Map<String, Integer> places) {
        int n = places.size();
        double[] ratings = new double[n];
        Arrays.fill(ratings, EloScale.MEAN);
        boolean[] regularised = new boolean[n];
        double[][] covariance = new double[n][n];
        for (int i = 0; i < n; i++) {
            covariance[i][i] = Double.NaN;
        }
        for (Board.Row row : rows) {
            int place = places.get(row.slug());
            ratings[place] = row.rating();
            regularised[place] = row.regularised();
            if (row.low() != null) {
                covariance[place][place] = Math.pow((row.high() - row.low()) / (2 * Confidence.Z), 2);
            }
        }
        return new Fit(ratings, new int[n], regularised, covariance);
    }
}
