package org.dohyo.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.dohyo.rating.BradleyTerry;
import org.dohyo.rating.EloScale;
import org.dohyo.rating.Fit;
import org.dohyo.rating.StyleControl;
import org.dohyo.rating.StyleFit;
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

    static Board byVoters(ReleasedVotes votes) {
        List<String> slugs = votes.models();
        try (ByVoter voters = new ByVoter(votes)) {
            VoterWeights weights = voters.weights();
            Fit ratings = BradleyTerry.ratingsOnGrid(slugs.size(), weights.inUnits(), equal(slugs));
            Fit intervals = BradleyTerry.fit(slugs.size(), weights.weighted(), theta -> voters.sums(theta).scores(),
                    BradleyTerry.fit(votes.counts()));
            return of(votes, ratings, intervals, Map.of());
        }
    }

    static Board byVotes(ReleasedVotes votes) {
        Fit fit = BradleyTerry.fitOnGrid(votes.counts(), equal(votes.models()));
        return of(votes, fit, fit, Map.of());
    }

    /** With style held constant; the style of all votes has to be known. */
    static Board styled(ReleasedVotes votes) {
        StyleFit fit = StyleControl.fit(votes.styles());
        Map<String, StyleFit.Effect> effects = new LinkedHashMap<>();
        for (int i = 0; i < ReleasedVotes.FEATURES.size(); i++) {
            effects.put(ReleasedVotes.FEATURES.get(i), fit.coefficients().get(i));
        }
        effects.put("position", fit.position());
        return of(votes, fit.fit(), fit.fit(), effects);
    }

    private static double[] equal(List<String> slugs) {
        double[] equal = new double[slugs.size()];
        Arrays.fill(equal, EloScale.MEAN);
        return equal;
    }

    private static Board of(ReleasedVotes votes, Fit ratings, Fit intervals, Map<String, StyleFit.Effect> style) {
        List<String> slugs = votes.models();
        WinRate[] rates = WinRate.of(votes.counts());
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < slugs.size(); i++) {
            double rating = ratings.ratings()[i];
            double half = intervals.halfWidth(i);
            lines.add(new Line(slugs.get(i), rating, Double.isNaN(half) ? null : rating - half,
                    Double.isNaN(half) ? null : rating + half, rates[i].votes(), rates[i].winRate(),
                    ratings.component()[i]));
        }
        return new Board(votes.counts().votes(), lines, style);
    }
}
