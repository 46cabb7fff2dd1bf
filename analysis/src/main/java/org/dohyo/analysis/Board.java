package org.dohyo.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.dohyo.rating.BradleyTerry;
import org.dohyo.rating.EloScale;
import org.dohyo.rating.Fit;
import org.dohyo.rating.PairCounts;
import org.dohyo.rating.StyleControl;
import org.dohyo.rating.StyleFit;
import org.dohyo.rating.WeightedPair;
import org.dohyo.rating.WinRate;

/**
 * A board as the arena publishes it.
 *
 * @param models in the order of their slugs
 * @param style the coefficients by feature and {@code position}; empty unless style is held constant
 */
record Board(long votes, List<Line> models, Map<String, StyleFit.Effect> style) {

    /**
     * @param low the 95% interval's end; null if there is none, as {@code high}
     * @param component models with the same number can be compared
     */
    record Line(String slug, double rating, Double low, Double high, long votes, double winRate, int component) {
    }

    static Board byVoters(List<String> slugs, Sums sums) {
        PairCounts counts = sums.counts();
        List<WeightedPair> units = sums.inUnits();
        Fit ratings = BradleyTerry.ratingsOnGrid(slugs.size(), units, equal(slugs));
        Fit intervals = BradleyTerry.fit(slugs.size(), sums.weighted(), theta -> sums.voterSums(theta).scores(),
                BradleyTerry.fit(counts));
        return of(slugs, counts, ratings, intervals, Map.of());
    }

    static Board byVotes(List<String> slugs, Sums sums) {
        PairCounts counts = sums.counts();
        Fit fit = BradleyTerry.fitOnGrid(counts, equal(slugs));
        return of(slugs, counts, fit, fit, Map.of());
    }

    /** With style held constant; the style of all votes has to be known. */
    static Board styled(List<String> slugs, Sums sums) {
        StyleFit fit = StyleControl.fit(sums.styles());
        Map<String, StyleFit.Effect> effects = new LinkedHashMap<>();
        for (int i = 0; i < ReleasedVotes.FEATURES.size(); i++) {
            effects.put(ReleasedVotes.FEATURES.get(i), fit.coefficients().get(i));
        }
        effects.put("position", fit.position());
        return of(slugs, sums.counts(), fit.fit(), fit.fit(), effects);
    }

    private static double[] equal(List<String> slugs) {
        double[] equal = new double[slugs.size()];
        Arrays.fill(equal, EloScale.MEAN);
        return equal;
    }

    private static Board of(List<String> slugs, PairCounts counts, Fit ratings, Fit intervals,
            Map<String, StyleFit.Effect> style) {
        WinRate[] rates = WinRate.of(counts);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < slugs.size(); i++) {
            double rating = ratings.ratings()[i];
            double half = intervals.halfWidth(i);
            lines.add(new Line(slugs.get(i), rating, Double.isNaN(half) ? null : rating - half,
                    Double.isNaN(half) ? null : rating + half, rates[i].votes(), rates[i].winRate(),
                    ratings.component()[i]));
        }
        return new Board(counts.votes(), lines, style);
    }
}
