package org.dohyo.rating.frontier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import org.dohyo.rating.Fit;
import org.dohyo.rating.RankIntervals;

/**
 * Which models are worth their cost: V. Pareto's frontier (Manuale di economia politica, 1906) by the ratings as
 * estimated, and what remains certain of it. All statements about certainty hold at once with 95%: i is surely better
 * than j if it leads by more than {@link RankIntervals#critical} standard errors of the difference.
 *
 * @param frontier models that no other equals or beats in rating and cost and beats in one of them, by rising cost and
 *        then by falling rating
 * @param surelyDominated by model: another that costs no more is surely better
 * @param cheapestGood the cheapest model that none, whatever it costs, is surely better than; of equally cheap ones the
 *        better rated; empty if none has a known cost
 */
public record Frontier(List<Integer> frontier, boolean[] surelyDominated, OptionalInt cheapestGood) {

    /**
     * @param fit the ratings, with covariance
     * @param ranks of this fit
     * @param component the component of the fit to look at: only models within it can be compared
     * @param costs of each model, less is better, in any unit: a price, seconds to the first token, or −tokens per
     *        second; NaN where unknown. A model of unknown cost isn't on the frontier and dominates none, but is one of
     *        those that a good model must not be surely worse than
     * @throws IllegalArgumentException if there isn't a cost for each model
     */
    public static Frontier of(Fit fit, RankIntervals ranks, int component, double[] costs) {
        if (costs.length != fit.ratings().length) {
            throw new IllegalArgumentException(costs.length + " costs of " + fit.ratings().length + " models");
        }
        int[] members = IntStream.range(0, costs.length).filter(model -> fit.component()[model] == component).toArray();
        int[] known = Arrays.stream(members).filter(model -> !Double.isNaN(costs[model])).toArray();
        boolean[] surelyDominated = new boolean[costs.length];
        for (int model : known) {
            surelyDominated[model] = Arrays.stream(known).anyMatch(
                    other -> costs[other] <= costs[model] && surelyBetter(fit, ranks.critical(), other, model));
        }
        OptionalInt cheapestGood = ordered(fit, costs, known).filter(model -> Arrays.stream(members)
                .noneMatch(other -> surelyBetter(fit, ranks.critical(), other, model))).findFirst();
        return new Frontier(frontier(fit, costs, known), surelyDominated, cheapestGood);
    }

    private static IntStream ordered(Fit fit, double[] costs, int[] known) {
        return Arrays.stream(known).boxed()
                .sorted(Comparator.<Integer> comparingDouble(model -> costs[model])
                        .thenComparingDouble(model -> -fit.ratings()[model]))
                .mapToInt(model -> model);
    }

    private static List<Integer> frontier(Fit fit, double[] costs, int[] known) {
        List<Integer> frontier = new ArrayList<>();
        for (int model : ordered(fit, costs, known).toArray()) {
            int last = frontier.isEmpty() ? -1 : frontier.get(frontier.size() - 1);
            boolean better = last < 0 || fit.ratings()[model] > fit.ratings()[last];
            boolean same = last >= 0 && fit.ratings()[model] == fit.ratings()[last] && costs[model] == costs[last];
            if (better || same) {
                frontier.add(model);
            }
        }
        return List.copyOf(frontier);
    }

    private static boolean surelyBetter(Fit fit, double critical, int better, int worse) {
        double[][] v = fit.covariance();
        double variance = v[better][better] + v[worse][worse] - 2 * v[better][worse];
        return better != worse
                && fit.ratings()[better] - fit.ratings()[worse] > critical * Math.sqrt(Math.max(0, variance));
    }
}
