package org.dohyo.leaderboard.page;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.ws.rs.QueryParam;

import org.dohyo.leaderboard.board.BoardKey;
import org.dohyo.leaderboard.board.Boards;
import org.dohyo.leaderboard.board.ModelColumn;
import org.dohyo.text.CategoryRule;
import org.dohyo.web.ParameterPlace;
import org.dohyo.web.RequestMessages;

/** The query parameters of the leaderboard's pages: board, filters and order. An empty parameter counts as missing. */
public class ViewQuery extends BoardQuery {

    private static final int LONGEST = 200;

    /** Part of a model's name or slug. */
    @QueryParam("name")
    String name;

    @QueryParam("organization")
    String organization;

    @QueryParam("license")
    String license;

    /** {@code true} hides models whose weights aren't open. */
    @QueryParam("openWeights")
    String openWeights;

    /** Hides models with fewer votes. */
    @QueryParam("minVotes")
    String minVotes;

    /** {@code true} shows retired models too. */
    @QueryParam("retired")
    String retired;

    /** A {@link SortKey#label()}, or the key of a shown {@link ModelColumn}. */
    @QueryParam("sort")
    String sort;

    /** {@code true} reverses the order. */
    @QueryParam("reverse")
    String reverse;

    /** The key of a {@link ModelColumn} that is shown. */
    @QueryParam("columns")
    List<String> columns;

    /** @throws org.dohyo.web.Refusal 400 naming the invalid parameter */
    BoardView view(Boards boards, CategoryRule.Repository rules, Collection<ModelColumn> offered) {
        BoardKey key = key(boards, rules);
        List<String> keys = offered.stream().map(ModelColumn::key).toList();
        ParameterPlace.QUERY.check(LeaderboardMessages.class, "columns", keys.containsAll(columns),
                words -> words.noColumns(String.join(", ", keys)));
        String by = text("sort", sort) == null ? SortKey.RANK.label() : sort;
        ParameterPlace.QUERY.check(LeaderboardMessages.class, "sort",
                SortKey.ofLabel(by).isPresent() || columns.contains(by),
                words -> words
                        .noSort(Stream.of(SortKey.values()).map(SortKey::label).collect(Collectors.joining(", "))));
        return new BoardView(key, text("name", name), text("organization", organization), text("license", license),
                yes("openWeights", openWeights), votes(), yes("retired", retired), by, yes("reverse", reverse),
                columns.stream().distinct().toList());
    }

    private static String text(String parameter, String value) {
        ParameterPlace.QUERY.check(parameter, value == null || value.length() <= LONGEST,
                words -> words.longest(LONGEST));
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static boolean yes(String parameter, String value) {
        ParameterPlace.QUERY.check(parameter, value == null || value.matches("|true|false"), RequestMessages::flag);
        return "true".equals(value);
    }

    private long votes() {
        ParameterPlace.QUERY.check(LeaderboardMessages.class, "minVotes",
                minVotes == null || minVotes.matches("\\d{0,9}"),
                LeaderboardMessages::manyVotes);
        return minVotes == null || minVotes.isEmpty() ? 0 : Long.parseLong(minVotes);
    }
}
