package org.dohyo.leaderboard.page;

import java.util.Set;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.leaderboard.board.BoardKey;
import org.dohyo.leaderboard.board.Boards;
import org.dohyo.leaderboard.count.Weights;
import org.dohyo.support.Problem;
import org.dohyo.text.Categories;
import org.dohyo.text.CategoryRule;

/** The parameters that name a board. */
public class BoardQuery {

    private static final Set<String> METHODS = Set.of("bt", "elo");

    /** A slug of {@code /api/categories}. */
    @QueryParam("category")
    @DefaultValue(Categories.OVERALL)
    String category;

    /** {@code bt} (Bradley–Terry) or {@code elo} (online, by votes, without intervals). */
    @QueryParam("method")
    @DefaultValue("bt")
    String method;

    /** {@code voters} (each voter weighs at most 30 votes) or {@code votes}. */
    @QueryParam("weights")
    @DefaultValue("voters")
    String weights;

    /** Whether the style of the answers is held constant; such a board is by votes. */
    @QueryParam("styleControl")
    @DefaultValue("false")
    String styleControl;

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 that names the parameter that names no board */
    public BoardKey key(Boards boards, CategoryRule.Repository rules) {
        check("method", METHODS.contains(method), "must be bt or elo");
        check("weights", Weights.ofLabel(weights).isPresent(), "must be voters or votes");
        check("styleControl", styleControl.equals("true") || styleControl.equals("false"), "must be true or false");
        check("styleControl", !styleControl.equals("true") || !method.equals("elo"), "must be false where method is elo");
        check("category", boards.knows(category) || Categories.builtIn().contains(category)
                || rules.inForce().stream().anyMatch(rule -> rule.slug.equals(category)), "must be a slug of /api/categories");
        return BoardKey.of(category, method, Weights.ofLabel(weights).orElseThrow(), styleControl.equals("true"));
    }

    public static void check(String parameter, boolean good, String message) {
        if (!good) {
            throw Problem.field(Status.BAD_REQUEST, parameter, "query", message);
        }
    }
}
