package org.dohyo.verify;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

import org.dohyo.rating.BradleyTerry;
import org.dohyo.rating.EloScale;
import org.dohyo.rating.Fit;
import org.dohyo.rating.OnlineElo;
import org.dohyo.rating.PairCounts;
import org.dohyo.rating.StyleControl;
import org.dohyo.rating.StyleFit;
import org.dohyo.rating.VoterVotes;
import org.dohyo.rating.VotesToFlip;
import org.dohyo.rating.WinRate;
import org.dohyo.text.StyleFeature;

/** Boards from the votes of the log, to the last bit. */
final class Recomputation {

    /** A model with fewer votes is marked preliminary. */
    private static final int SETTLED_VOTES = 50;

    private final CountedVotes votes;

    Recomputation(CountedVotes votes) {
        this.votes = votes;
    }

    /**
     * The board of a category.
     *
     * @param logSize the size of the log from which the ratings come
     * @param uncertaintyLogSize that from which the intervals by voters and the ranges come; null without them
     * @param ranges false to leave out the ranges of ranks and the votes to flip
     * @throws org.dohyo.rating.NotConvergedException if the votes have no such board
     */
    Figures board(BoardName name, long logSize, Long uncertaintyLogSize, boolean ranges) {
        Ballots ballots = ballots(name, logSize);
        Optional<Ballots> slower = Optional.ofNullable(uncertaintyLogSize).map(size -> ballots(name, size));
        return switch (name.kind()) {
            case BY_VOTES -> byVotes(ballots, ranges ? slower : Optional.empty());
            case BY_VOTERS -> byVoters(ballots, slower, ranges);
            case ELO -> elo(ballots, name.category(), logSize);
            case STYLED -> styled(ballots.styled(), ranges);
            case BY_PROMPTS -> byPrompts(ballots, ranges);
            case FIRST_USES -> firstUses(ballots.firstUses(), ranges);
        };
    }

    private Ballots ballots(BoardName name, long logSize) {
        return Ballots.of(votes, votes.counted(name.category(), logSize));
    }

    private static double[] equal(Ballots ballots) {
        double[] equal = new double[ballots.models().size()];
        Arrays.fill(equal, EloScale.MEAN);
        return equal;
    }

    private static Figures byVotes(Ballots ballots, Optional<Ballots> slower) {
        PairCounts counts = ballots.counts();
        Fit fit = BradleyTerry.fitOnGrid(counts, equal(ballots));
        Map<String, Range> ranges = slower.map(older -> Range.of(older, BradleyTerry.fit(older.counts()),
                VotesToFlip.of(older.counts()))).orElse(Map.of());
        return figures(ballots, counts, fit, slug -> fit.halfWidth(ballots.index().get(slug)), ranges);
    }

    private static Figures byVoters(Ballots ballots, Optional<Ballots> slower, boolean ranges) {
        Fit fit = BradleyTerry.ratingsOnGrid(ballots.models().size(), ballots.weighted(), equal(ballots));
        Map<String, Double> halves = new HashMap<>();
        Map<String, Range> ofRanks = new HashMap<>();
        slower.ifPresent(older -> {
            VoterVotes voters = older.ofVoters();
            Fit then = BradleyTerry.fit(voters, BradleyTerry.fit(older.counts()));
            older.index().forEach((slug, i) -> halves.put(slug, then.halfWidth(i)));
            if (ranges) {
                ofRanks.putAll(Range.of(older, then, VotesToFlip.of(older.models().size(), voters.weighted())));
            }
        });
        return figures(ballots, ballots.counts(), fit, slug -> halves.getOrDefault(slug, Double.NaN), ofRanks);
    }

    private static Figures byPrompts(Ballots ballots, boolean ranges) {
        if (!ballots.anyPrompt()) {
            return Figures.NONE;
        }
        PairCounts counts = ballots.counts();
        return fitted(ballots, counts, BradleyTerry.fit(ballots.ofPrompts(), BradleyTerry.fit(counts)), ranges);
    }

    private static Figures firstUses(Ballots ballots, boolean ranges) {
        PairCounts counts = ballots.counts();
        return fitted(ballots, counts, BradleyTerry.fit(counts), ranges);
    }

    /** A board that is computed with its intervals. */
    private static Figures fitted(Ballots ballots, PairCounts counts, Fit fit, boolean ranges) {
        return figures(ballots, counts, fit, slug -> fit.halfWidth(ballots.index().get(slug)),
                ranges ? Range.of(ballots, fit, List.of()) : Map.of());
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

    private static Figures styled(Ballots ballots, boolean ranges) {
        StyleFit style = StyleControl.fit(ballots.styles());
        Map<String, Map<String, Object>> effects = new LinkedHashMap<>();
        for (int k = 0; k < CountedVotes.FEATURES; k++) {
            effects.put(StyleFeature.CONTROLLED.get(k).label(), effect(style.coefficients().get(k)));
        }
        effects.put("position", effect(style.position()));
        return fitted(ballots, ballots.counts(), style.fit(), ranges).with(effects);
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
            Map<String, Range> ranges) {
        WinRate[] rates = WinRate.of(counts);
        Map<String, Map<String, Object>> models = new LinkedHashMap<>();
        List<String> slugs = ballots.models();
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
            figures.put("preliminary", rates[i].votes() < SETTLED_VOTES);
            models.put(slugs.get(i), figures);
        }
        return new Figures(counts.votes(), models, ranges, Map.of());
    }
}
