package org.dohyo.leaderboard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.dohyo.model.Model;
import org.dohyo.rating.BradleyTerry;
import org.dohyo.rating.Fit;
import org.dohyo.rating.PairCounts;
import org.dohyo.rating.WinRate;

/**
 * Makes the published rows from a category's counts.
 *
 * @param models by place, the place being the index in {@code counts}
 */
record BoardMaker(String category, PairCounts counts, List<Model> models, long logSize, Instant now) {

    /** Below so many votes a model's place is marked preliminary. */
    static final int SETTLED_VOTES = 50;

    Board bradleyTerry() {
        Fit fit = BradleyTerry.fit(counts);
        return board("bt", fit.ratings(), fit);
    }

    Board elo(Map<Long, Double> ratings) {
        double[] byPlace = models.stream().mapToDouble(model -> ratings.get(model.id)).toArray();
        return board("elo", byPlace, null);
    }

    private Board board(String method, double[] ratings, Fit fit) {
        WinRate[] rates = WinRate.of(counts);
        List<Integer> order = IntStream.range(0, models.size()).boxed()
                .sorted(Comparator.comparingInt((Integer i) -> fit == null ? 0 : fit.component()[i])
                        .thenComparing(Comparator.comparingDouble((Integer i) -> ratings[i]).reversed()))
                .toList();
        int[] ranks = fit == null ? IntStream.range(0, models.size()).map(order::indexOf).map(i -> i + 1).toArray()
                : fit.ranks();
        List<Board.Row> rows = new ArrayList<>();
        for (int i : order) {
            rows.add(row(models.get(i), ranks[i], ratings[i], fit == null ? null : fit.halfWidth(i), rates[i],
                    fit == null ? 0 : fit.component()[i]));
        }
        return new Board(now, category, method, "votes", false, counts.votes(), logSize, Boards.METHOD_VERSION, rows);
    }

    private static Board.Row row(Model model, int rank, double rating, Double half, WinRate rate, int component) {
        return new Board.Row(rank, null, null, model.slug, model.name, model.organization, model.license,
                model.openWeights, rating, half == null ? null : rating - half, half == null ? null : rating + half,
                rate.votes(), rate.winRate(), rate.bothBad(), component, rate.votes() < SETTLED_VOTES,
                model.retiredAt != null, model.demo());
    }
}
