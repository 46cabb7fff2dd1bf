package org.dohyo.leaderboard.page;

import java.util.List;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

import org.dohyo.leaderboard.board.BoardKey;
import org.dohyo.leaderboard.board.Boards;
import org.dohyo.leaderboard.board.RatingMethod;
import org.dohyo.leaderboard.count.Weights;
import org.dohyo.text.Categories;
import org.dohyo.text.CategoryRule;
import org.dohyo.web.ParameterPlace;
import org.dohyo.web.RequestMessages;

/** The query parameters that name a board. */
public class BoardQuery {

    /** A slug of {@code /api/categories}. */
    @QueryParam("category")
    @DefaultValue(Categories.OVERALL)
    String category;

    /** {@code bt} (Bradley–Terry) or {@code elo} (online, by votes, without intervals). */
    @QueryParam("method")
    @DefaultValue("bt")
    String method;

    /**
     * {@code voters} (each voter weighs at most 30 votes), {@code votes}, {@code prompts} (each prompt weighs at most
     * 30 votes) or {@code first-use} (each voter's first vote on each suggested prompt alone).
     */
    @QueryParam("weights")
    @DefaultValue("voters")
    String weights;

    /** {@code true} holds the style of the answers constant; such a board is by votes. */
    @QueryParam("styleControl")
    @DefaultValue("false")
    String styleControl;

    /** @throws org.dohyo.web.Refusal 400 naming the invalid parameter */
    public BoardKey key(Boards boards, CategoryRule.Repository rules) {
        RatingMethod rating = RatingMethod.ofLabel(method).orElse(null);
        Weights weighting = Weights.ofLabel(weights).orElse(null);
        boolean styled = styleControl.equals("true");
        ParameterPlace.QUERY.check("method", rating != null, List.of("bt", "elo"));
        ParameterPlace.QUERY.check("weights", weighting != null, Weights.labels());
        ParameterPlace.QUERY.check("styleControl", styled || styleControl.equals("false"), RequestMessages::flag);
        ParameterPlace.QUERY.check(LeaderboardMessages.class, "styleControl", !styled || rating.hasIntervals(),
                LeaderboardMessages::styledElo);
        ParameterPlace.QUERY.check("category", boards.knows(category) || Categories.builtIn().contains(category)
                || rules.inForce().stream().anyMatch(rule -> rule.slug.equals(category)),
                RequestMessages::category);
        return BoardKey.of(category, rating, weighting, styled);
    }
}
