package org.dohyo.leaderboard.board;

import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;

import org.dohyo.leaderboard.count.Weights;

/** Identifies a board. */
@Embeddable
public record BoardKey(String category, @Convert(converter = RatingMethod.Column.class) RatingMethod method,
        @Convert(converter = Weights.Column.class) Weights weights,
        boolean styleControl) {

    /** The published default of a category. */
    public static BoardKey of(String category) {
        return new BoardKey(category, RatingMethod.BRADLEY_TERRY, Weights.VOTERS, false);
    }

    /** The plain board of a category: Bradley–Terry with equal weights of all votes. */
    public static BoardKey byVotes(String category) {
        return new BoardKey(category, RatingMethod.BRADLEY_TERRY, Weights.VOTES, false);
    }

    /** The board of a category that holds style constant. */
    public static BoardKey styled(String category) {
        return new BoardKey(category, RatingMethod.BRADLEY_TERRY, Weights.VOTES, true);
    }

    /** A board of a category whose weights depend on the prompts. */
    public static BoardKey weighted(String category, Weights weights) {
        return new BoardKey(category, RatingMethod.BRADLEY_TERRY, weights, false);
    }

    /** Online Elo and style control are always by votes; online Elo never holds style constant. */
    public static BoardKey of(String category, RatingMethod method, Weights weights, boolean styleControl) {
        boolean styled = styleControl && method.hasIntervals();
        return new BoardKey(category, method, styled || !method.hasIntervals() ? Weights.VOTES : weights, styled);
    }
}
