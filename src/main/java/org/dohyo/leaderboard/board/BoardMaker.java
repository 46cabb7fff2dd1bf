package org.dohyo.leaderboard.board;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.dohyo.leaderboard.count.CategoryTable;
import org.dohyo.leaderboard.count.Weights;
import org.dohyo.model.Model;
import org.dohyo.rating.BradleyTerry;
import org.dohyo.rating.Fit;

/**
 * Makes the published rows from a category's counts.
 *
 * @param table what remembers where the last fit ended
 * @param models by place, the place being the index in the counts
 */
record BoardMaker(String category, CategoryTable table, CategoryTable.Played played, List<Model> models, long logSize,
        Instant now) {

    /** Every vote counts one; the intervals come with the ratings, the ranges of ranks from the slower beat. */
    Board byVotes(Uncertainty uncertainty) {
        Fit fit = BradleyTerry.fit(played.counts(), table.startingAt(Weights.VOTES, played.ids()));
        return board("bt", Weights.VOTES, fit, uncertainty, IntStream.range(0, models.size())
                .mapToObj(i -> ranged(fit.halfWidth(i), uncertainty.of(models.get(i).id))).toList());
    }

    private static Uncertainty.Of ranged(double half, Uncertainty.Of ranks) {
        return new Uncertainty.Of(Double.isNaN(half) ? null : half, ranks.rankLow(), ranks.rankHigh(), ranks.votesToFlip());
    }

    /** Each voter's votes weigh at most {@link org.dohyo.rating.VoterVotes#CAP}; all uncertainty is the slower beat's. */
    Board byVoters(Uncertainty uncertainty) {
        Fit fit = BradleyTerry.ratings(models.size(), played.weighted(), table.startingAt(Weights.VOTERS, played.ids()));
        return board("bt", Weights.VOTERS, fit, uncertainty, models.stream().map(model -> uncertainty.of(model.id)).toList());
    }

    Board elo(Map<Long, Double> ratings) {
        Fit fit = Fit.ofRatings(models.stream().mapToDouble(model -> ratings.get(model.id)).toArray());
        return board("elo", Weights.VOTES, fit, Uncertainty.NONE,
                models.stream().map(model -> Uncertainty.Of.UNKNOWN).toList());
    }

    private Board board(String method, Weights weights, Fit fit, Uncertainty slower, List<Uncertainty.Of> uncertainty) {
        if (method.equals("bt")) {
            table.keep(weights, played.ids(), fit.ratings());
        }
        return new Board(now, category, method, weights.label(), false, played.counts().votes(), logSize,
                Boards.METHOD_VERSION, slower.at(), slower.at() == null ? null : slower.logSize(), null,
                BoardRows.of(models, played.counts(), fit, uncertainty));
    }
}
