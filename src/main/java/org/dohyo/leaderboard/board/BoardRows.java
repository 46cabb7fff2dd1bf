package org.dohyo.leaderboard.board;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.dohyo.model.Model;
import org.dohyo.rating.Fit;
import org.dohyo.rating.PairCounts;
import org.dohyo.rating.WinRate;

/** The rows of a board from its figures: by component, then by rank. */
public final class BoardRows {

    /** Below so many votes a model's place is marked preliminary. */
    public static final int SETTLED_VOTES = 50;

    private BoardRows() {
    }

    /** All by place: the index in the counts. */
    static List<Board.Row> of(List<Model> models, PairCounts counts, Fit fit, List<Uncertainty.Of> uncertainty) {
        WinRate[] rates = WinRate.of(counts);
        int[] ranks = fit.ranks();
        return IntStream.range(0, models.size()).boxed()
                .sorted(Comparator.comparingInt((Integer i) -> fit.component()[i]).thenComparingInt(i -> ranks[i]))
                .map(i -> row(models.get(i), ranks[i], fit, i, uncertainty.get(i), rates[i])).toList();
    }

    /** A range that is older than the rating is widened to hold the present rank. */
    private static Board.Row row(Model model, int rank, Fit fit, int place, Uncertainty.Of of, WinRate rate) {
        Integer low = of.rankLow() == null ? null : Math.min(rank, of.rankLow());
        Integer high = of.rankHigh() == null ? null : Math.max(rank, of.rankHigh());
        double rating = fit.ratings()[place];
        Double half = of.half();
        return new Board.Row(rank, low, high, model.slug, model.name, model.organization, model.license, model.openWeights,
                rating, half == null ? null : rating - half, half == null ? null : rating + half, rate.votes(),
                rate.winRate(), rate.bothBad().share(), rate.bothBad().low(), rate.bothBad().high(), of.votesToFlip(),
                fit.component()[place], fit.regularised()[place], rate.votes() < SETTLED_VOTES, model.retiredAt != null,
                model.demo());
    }
}
