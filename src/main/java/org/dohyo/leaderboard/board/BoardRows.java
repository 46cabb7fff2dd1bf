package org.dohyo.leaderboard.board;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.dohyo.model.ModelFacts;
import org.dohyo.rating.Fit;
import org.dohyo.rating.PairCounts;
import org.dohyo.rating.WinRate;

/**
 * Builds the rows of a board: the component with the most votes first, by rank, then the others, by falling votes.
 * These have no rank: no votes say how they compare with the first. Demo models alone are never first where there are
 * others.
 */
public final class BoardRows {

    /** A model with fewer votes is marked preliminary. */
    public static final int SETTLED_VOTES = 50;

    private static final Board.Place NO_PLACE = new Board.Place(null, null, null);

    private BoardRows() {
    }

    /** All arguments are in the order of the counts. */
    static List<Board.Row> of(List<ModelFacts> models, PairCounts counts, Fit fit,
            List<Uncertainty.Estimate> uncertainty) {
        WinRate[] rates = WinRate.of(counts);
        int[] ranks = fit.ranks();
        Map<Integer, Long> votes = new HashMap<>();
        for (int i = 0; i < rates.length; i++) {
            votes.merge(fit.component()[i], rates[i].votes(), Long::sum);
        }
        Set<Integer> real = IntStream.range(0, models.size()).filter(i -> !models.get(i).demo())
                .mapToObj(i -> fit.component()[i]).collect(Collectors.toSet());
        List<Integer> order = IntStream.range(0, models.size()).boxed()
                .sorted(Comparator.comparing((Integer i) -> !real.contains(fit.component()[i]))
                        .thenComparingLong(i -> -votes.get(fit.component()[i]))
                        .thenComparingInt(i -> fit.component()[i]).thenComparingInt(i -> ranks[i]))
                .toList();
        return order.stream().map(i -> row(models.get(i),
                fit.component()[i] == fit.component()[order.get(0)] ? place(ranks[i], uncertainty.get(i)) : NO_PLACE,
                fit, i, uncertainty.get(i), rates[i])).toList();
    }

    /** A range of ranks that is older than the rating is widened to include the present rank. */
    private static Board.Place place(int rank, Uncertainty.Estimate estimate) {
        return new Board.Place(rank, estimate.rankLow() == null ? null : Math.min(rank, estimate.rankLow()),
                estimate.rankHigh() == null ? null : Math.max(rank, estimate.rankHigh()));
    }

    private static Board.Row row(ModelFacts model, Board.Place place, Fit fit, int index, Uncertainty.Estimate estimate,
            WinRate rate) {
        double rating = fit.ratings()[index];
        Double half = estimate.half();
        return new Board.Row(place,
                new Board.Facts(model.slug(), model.name(), model.organization(), model.license(), model.openWeights()),
                new Board.Estimate(rating, half == null ? null : rating - half, half == null ? null : rating + half),
                new Board.Results(rate.votes(), rate.winRate(), rate.bothBad().share(), rate.bothBad().low(),
                        rate.bothBad().high()),
                new Board.Support(estimate.votesToFlip(), fit.component()[index], fit.regularised()[index],
                        rate.votes() < SETTLED_VOTES),
                new Board.Status(model.retired(), model.demo()));
    }
}
