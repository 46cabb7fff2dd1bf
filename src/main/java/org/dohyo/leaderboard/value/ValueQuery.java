package org.dohyo.leaderboard.value;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

import org.dohyo.leaderboard.board.Boards;
import org.dohyo.text.Categories;
import org.dohyo.text.CategoryRule;
import org.dohyo.web.ParameterPlace;
import org.dohyo.web.RequestMessages;

/** The query parameters that name a {@link ValueBoard}. */
public class ValueQuery {

    /** A slug of {@code /api/categories}. */
    @QueryParam("category")
    @DefaultValue(Categories.OVERALL)
    String category;

    /** The ISO code of the currency in which prices are compared; by default that of the most models. */
    @QueryParam("currency")
    String currency;

    /** @throws org.dohyo.web.Refusal 400 naming the invalid parameter */
    void check(Boards boards, CategoryRule.Repository rules) {
        ParameterPlace.QUERY.check("category", boards.knows(category) || Categories.builtIn().contains(category)
                || rules.inForce().stream().anyMatch(rule -> rule.slug.equals(category)),
                RequestMessages::category);
        ParameterPlace.QUERY.check("currency", currency == null || currency.matches("[A-Z]{3}"),
                RequestMessages::currency);
    }

    /** Identifies the board among cached responses. */
    String key() {
        return category + " " + currency;
    }

    String address(String path) {
        return address(path, category, currency);
    }

    static String address(String path, String category, String currency) {
        String query = (category.equals(Categories.OVERALL) ? "" : "&category=" + category)
                + (currency == null ? "" : "&currency=" + currency);
        return query.isEmpty() ? path : path + "?" + query.substring(1);
    }
}
