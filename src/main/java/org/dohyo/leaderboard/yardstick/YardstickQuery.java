package org.dohyo.leaderboard.yardstick;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

import org.dohyo.leaderboard.board.Boards;
import org.dohyo.text.Categories;
import org.dohyo.web.ParameterPlace;
import org.dohyo.web.RequestMessages;

/** The query parameters that name a {@link YardstickComparison}. */
public class YardstickQuery {

    /** The number of the yardstick; by default the first by name. */
    @QueryParam("yardstick")
    Long yardstick;

    /** A slug of {@code /api/categories} that has votes. */
    @QueryParam("category")
    @DefaultValue(Categories.OVERALL)
    String category;

    /** A category of the yardstick; by default the one of the same name, else its first. */
    @QueryParam("theirs")
    String theirs;

    /**
     * The yardstick that is meant; empty if there is none at all.
     *
     * @throws org.dohyo.web.Refusal 400 naming the invalid parameter
     */
    Optional<Yardsticks.Listed> chosen(List<Yardsticks.Listed> all, Boards boards) {
        ParameterPlace.QUERY.check("category", boards.knows(category) || Categories.builtIn().contains(category),
                RequestMessages::category);
        ParameterPlace.QUERY.check(YardstickMessages.class, "yardstick",
                yardstick == null || all.stream().anyMatch(one -> one.yardstick().id.equals(yardstick)),
                YardstickMessages::noYardstick);
        Optional<Yardsticks.Listed> chosen = all.stream()
                .filter(one -> yardstick == null || one.yardstick().id.equals(yardstick)).findFirst();
        ParameterPlace.QUERY.check(YardstickMessages.class, "theirs", theirs == null || chosen.isPresent()
                && chosen.get().categories().stream().anyMatch(one -> one.name().equals(theirs)),
                YardstickMessages::noCategory);
        return chosen;
    }

    /** The category of the yardstick that is meant. */
    String theirs(Yardsticks.Listed listed) {
        return theirs == null ? Comparisons.likeOwn(category, listed) : theirs;
    }

    static String address(String path, long yardstick, String category, String theirs) {
        return path + "?yardstick=" + yardstick + "&category=" + encoded(category)
                + (theirs == null ? "" : "&theirs=" + encoded(theirs));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
