package org.dohyo.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import org.dohyo.rating.BradleyTerry;
import org.dohyo.rating.EloScale;
import org.dohyo.rating.Fit;
import org.dohyo.rating.OnlineElo;
import org.dohyo.rating.PairCounts;
import org.dohyo.rating.StyleControl;
import org.dohyo.rating.StyleFit;
import org.dohyo.rating.WinRate;
import org.dohyo.text.StyleFeature;

/** Boards from the votes of the log, to the last bit. */
final class Recomputation {

    private final CountedVotes votes;

    Recomputation(CountedVotes votes) {
        this.votes = votes;
    }

    /** What a board has to be. A figure is a number or a truth value; null where it must be null. */
    record Figures(long votes, Map<String, Map<String, Object>> models, Map<String, Map<String, Object>> style) {
    }

    /**
     * The board of a category.
     *
     * @param logSize the size of the log from which the ratings come
     * @param uncertaintyLogSize that from which the intervals by voters come; null without them
     * @throws org.dohyo.rating.NotConvergedException if the votes have no such board
     */
    Figures board(BoardName name, long logSize, Long uncertaintyLogSize) {
        Ballots ballots = Ballots.of(votes, votes.counted(name.category(), logSize));
        return switch (name.kind()) {
            case BY_VOTES -> byVotes(ballots);
            case BY_VOTERS -> byVoters(ballots, uncertaintyLogSize == null ? Map.of()
                    : halves(name.category(), uncertaintyLogSize));
            case ELO -> elo(ballots, name.category(), logSize);
            case STYLED -> styled(ballots.styled());
        };
    }

    private static double[] equal(Ballots ballots) {
        double[] equal = new double[ballots.models().size()];
        Arrays.fill(equal, EloScale.MEAN);
        return equal;
    }

    private static Figures byVotes(Ballots ballots) {
        PairCounts counts = ballots.counts();
        Fit fit = BradleyTerry.fitOnGrid(counts, equal(ballots));
        return figures(ballots, counts, fit, slug -> fit.halfWidth(ballots.index().get(slug)), Map.of());
    }

    private static Figures byVoters(Ballots ballots, Map<String, Double> halves) {
        Fit fit = BradleyTerry.ratingsOnGrid(ballots.models().size(), ballots.weighted(), equal(ballots));
        return figures(ballots, ballots.counts(), fit, slug -> halves.getOrDefault(slug, Double.NaN), Map.of());
    }

    /** Half-widths of the intervals by voters, by slug. */
    private Map<String, Double> halves(String category, long logSize) {
        Ballots ballots = Ballots.of(votes, votes.counted(category, logSize));
        Fit fit = BradleyTerry.fit(ballots.ofVoters(), BradleyTerry.fit(ballots.counts()));
        Map<String, Double> halves = new HashMap<>();
        ballots.index().forEach((slug, i) -> halves.put(slug, fit.halfWidth(i)));
        return halves;
    }

    private Figures elo(Ballots ballots, String category, long logSize) {
        Map<String, Double> ratings = new HashMap<>();
        Map<Integer, Double> steps = new HashMap<>();
        for (int change : votes.changes(category, logSize)) {
            double a = ratings.getOrDefault(votes.slugA(change), OnlineElo.INITIAL);
            double b = ratings.getOrDefault(votes.slugB(change), OnlineElo.INITIAL);
            boolean counts = votes.undoes(change) < 0;
            double delta = counts ? OnlineElo.delta(a, b, votes.outcome(change).scoreA())
                    : -steps.get(votes.undoes(change));
            steps.put(change, delta);
            ratings.put(votes.slugA(change), a + delta);
            ratings.put(votes.slugB(change), b - delta);
        }
        PairCounts counts = ballots.counts();
        Fit fit = Fit.ofRatings(ballots.models().stream().mapToDouble(ratings::get).toArray(), counts);
        return figures(ballots, counts, fit, slug -> Double.NaN, Map.of());
    }

    private static Figures styled(Ballots ballots) {
        StyleFit style = StyleControl.fit(ballots.styles());
        Map<String, Map<String, Object>> effects = new LinkedHashMap<>();
        for (int k = 0; k < CountedVotes.FEATURES; k++) {
            effects.put(StyleFeature.CONTROLLED.get(k).label(), effect(style.coefficients().get(k)));
        }
        effects.put("position", effect(style.position()));
        return figures(ballots, ballots.counts(), style.fit(),
                slug -> style.fit().halfWidth(ballots.index().get(slug)), effects);
    }

    private static Map<String, Object> effect(StyleFit.Effect effect) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("value", number(effect.value()));
        figures.put("half", number(effect.halfWidth()));
        return figures;
    }

    private static Double number(double value) {
        return Double.isNaN(value) ? null : value;
    }

    private static Figures figures(Ballots ballots, PairCounts counts, Fit fit, ToDoubleFunction<String> half,
            Map<String, Map<String, Object>> style) {
        WinRate[] rates = WinRate.of(counts);
        Map<String, Map<String, Object>> models = new LinkedHashMap<>();
        List<String> slugs = new ArrayList<>(ballots.models());
        for (int i = 0; i < rates.length; i++) {
            Map<String, Object> figures = new LinkedHashMap<>();
            double rating = fit.ratings()[i];
            double width = half.applyAsDouble(slugs.get(i));
            figures.put("rating", rating);
            figures.put("low", number(rating - width));
            figures.put("high", number(rating + width));
            figures.put("votes", (double) rates[i].votes());
            figures.put("winRate", rates[i].winRate());
            figures.put("bothBad", rates[i].bothBad().share());
            figures.put("bothBadLow", rates[i].bothBad().low());
            figures.put("bothBadHigh", rates[i].bothBad().high());
            figures.put("component", (double) fit.component()[i]);
            figures.put("regularised", fit.regularised()[i]);
            models.put(slugs.get(i), figures);
        }
        return new Figures(counts.votes(), models, style);
    }
}
