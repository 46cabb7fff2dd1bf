package org.dohyo.leaderboard.board;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.dohyo.leaderboard.count.CategoryTable;
import org.dohyo.leaderboard.count.Weights;
import org.dohyo.model.ModelFacts;
import org.dohyo.rating.BradleyTerry;
import org.dohyo.rating.Fit;

/**
 * Computes a category's boards from its counts.
 *
 * @param table keeps the last ratings, from which the next fit starts
 * @param models in the order of the counts, by slug
 */
record BoardMaker(String category, CategoryTable table, CategoryTable.Played played, List<ModelFacts> models,
        long logSize,
        Instant now) {

    /**
     * Every vote weighs one; the intervals come with the ratings, the ranges of ranks from the last
     * {@link Uncertainty}.
     *
     * @param methodVersion of the method that has computed the uncertainty, which is then the board's too
     */
    Board byVotes(Uncertainty uncertainty, String methodVersion) {
        Fit fit = BradleyTerry.fitOnGrid(played.counts(), table.startingAt(Weights.VOTES, played.ids()));
        table.keep(Weights.VOTES, played.ids(), fit.ratings());
        return board(BoardKey.byVotes(category), methodVersion, fit, uncertainty, IntStream.range(0, models.size())
                .mapToObj(i -> withHalfWidth(fit.halfWidth(i), uncertainty.of(models.get(i).id()))).toList());
    }

    private static Uncertainty.Estimate withHalfWidth(double half, Uncertainty.Estimate last) {
        return Uncertainty.Estimate.of(half, last.rankLow(), last.rankHigh(), last.votesToFlip());
    }

    /**
     * Each voter's weight is limited ({@link org.dohyo.rating.VoterVotes}); intervals come from the last
     * {@link Uncertainty}.
     *
     * @param methodVersion as by votes
     */
    Board byVoters(Uncertainty uncertainty, String methodVersion) {
        Fit fit = BradleyTerry.ratingsOnGrid(models.size(), played.weighted(),
                table.startingAt(Weights.VOTERS, played.ids()));
        table.keep(Weights.VOTERS, played.ids(), fit.ratings());
        return board(BoardKey.of(category), methodVersion, fit, uncertainty,
                models.stream().map(model -> uncertainty.of(model.id())).toList());
    }

    /** @param ratings by model id */
    Board elo(Map<Long, Double> ratings) {
        Fit fit = Fit.ofRatings(models.stream().mapToDouble(model -> ratings.get(model.id())).toArray(),
                played.counts());
        return board(BoardKey.of(category, RatingMethod.ELO, Weights.VOTES, false), RatingMethod.ELO.version(), fit,
                Uncertainty.NONE,
                models.stream().map(model -> Uncertainty.Estimate.UNKNOWN).toList());
    }

    private Board board(BoardKey key, String methodVersion, Fit fit, Uncertainty last,
            List<Uncertainty.Estimate> uncertainty) {
        return new Board(now, category, key.method().label(), key.weights().label(), false, played.counts().votes(),
                logSize,
                methodVersion, last.at(), last.at() == null ? null : last.logSize(), null,
                BoardRows.of(models, played.counts(), fit, uncertainty));
    }
}
