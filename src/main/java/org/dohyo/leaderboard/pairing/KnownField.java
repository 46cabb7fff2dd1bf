package org.dohyo.leaderboard.pairing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.dohyo.leaderboard.board.Board;
import org.dohyo.model.Model;
import org.dohyo.rating.Fit;
import org.dohyo.rating.Matchmaking;
import org.dohyo.rating.PairSampling;
import org.dohyo.rating.WeightedPair;

/**
 * What the votes so far tell of the field, for matchmaking.
 *
 * @param rows of the published board, a model's place being its index
 * @param votes between those places, weighted by voters
 */
record KnownField(List<Board.Row> rows, List<WeightedPair> votes) {

    static final KnownField NOTHING = new KnownField(List.of(), List.of());

    private static final double INITIAL = 1000;

    /** How many counted votes a model has. */
    long votes(String slug) {
        return rows.stream().filter(row -> row.slug().equals(slug)).mapToLong(Board.Row::votes).findFirst().orElse(0);
    }

    /**
     * The plan for some models, in their order; models of the board that are not among them tell of those that are.
     *
     * @param drawn what each weighs; two that may not meet are never drawn together
     */
    PairSampling sampling(List<Model> candidates, double[] drawn) {
        Map<String, Integer> places = new LinkedHashMap<>();
        candidates.forEach(model -> places.put(model.slug, places.size()));
        rows.forEach(row -> places.computeIfAbsent(row.slug(), unused -> places.size()));
        double[] weights = Arrays.copyOf(drawn, places.size());
        List<WeightedPair> moved = new ArrayList<>();
        for (WeightedPair pair : votes) {
            moved.add(new WeightedPair(places.get(rows.get(pair.first()).slug()), places.get(rows.get(pair.second()).slug()),
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
        Arrays.fill(ratings, INITIAL);
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
                covariance[place][place] = Math.pow((row.high() - row.low()) / (2 * Fit.Z95), 2);
            }
        }
        return new Fit(ratings, new int[n], regularised, covariance);
    }
}
