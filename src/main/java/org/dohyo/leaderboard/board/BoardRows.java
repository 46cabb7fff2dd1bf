package org.dohyo.leaderboard.board;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.dohyo.model.Model;
import org.dohyo.rating.Fit;
import org.dohyo.rating.PairCounts;
import org.dohyo.rating.WinRate;

/** Builds the rows of a board, sorted by component, then by rank. */
public final class BoardRows {

    /** A model with fewer votes is marked preliminary. */
    public static final int SETTLED_VOTES = 50;

    private BoardRows() {
    }

    /** All arguments are in the order of the counts. */
    static List<Board.Row> of(List<Model> models, PairCounts counts, Fit fit, List<Uncertainty.Estimate> uncertainty) {
        WinRate[] rates = WinRate.of(counts);
        int[] ranks = fit.ranks();
        return IntStream.range(0, models.size()).boxed()
                .sorted(Comparator.comparingInt((Integer i) -> fit.component()[i]).thenComparingInt(i -> ranks[i]))
                .map(i -> row(models.get(i), ranks[i], fit, i, uncertainty.get(i), rates[i])).toList();
    }

    /** A range of ranks that is older than the rating is widened to include the present rank. */
    private static Board.Row row(Model model, int rank, Fit fit, int index, Uncertainty.Estimate estimate,
            WinRate rate) {
        Integer low = estimate.rankLow() == null ? null : Math.min(rank, estimate.rankLow());
        Integer high = estimate.rankHigh() == null ? null : Math.max(rank, estimate.rankHigh());
        double rating = fit.ratings()[index];
        Double half = estimate.half();
        return new Board.Row(new Board.Place(rank, low, high),
                new Board.Facts(model.slug, model.name, model.organization, model.license, model.hasOpenWeights()),
                new Board.Estimate(rating, half == null ? null : rating - half, half == null ? null : rating + half),
                new Board.Results(rate.votes(), rate.winRate(), rate.bothBad().share(), rate.bothBad().low(),
                        rate.bothBad().high()),
                new Board.Support(estimate.votesToFlip(), fit.component()[index], fit.regularised()[index],
                        rate.votes() < SETTLED_VOTES),
                new Board.Status(model.retiredAt != null, model.demo()));
    }
}
