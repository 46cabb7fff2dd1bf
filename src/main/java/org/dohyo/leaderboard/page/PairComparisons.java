package org.dohyo.leaderboard.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.leaderboard.board.Board;
import org.dohyo.leaderboard.board.BoardKey;
import org.dohyo.leaderboard.board.Boards;
import org.dohyo.leaderboard.board.Category;
import org.dohyo.leaderboard.board.Meetings;
import org.dohyo.leaderboard.board.PairResult;
import org.dohyo.leaderboard.chart.NumberText;
import org.dohyo.leaderboard.chart.RatingAxis;
import org.dohyo.model.Model;
import org.dohyo.rating.Lead;
import org.dohyo.web.Texts;

/** Gathers the figures of the page that compares two models. */
@ApplicationScoped
class PairComparisons {

    private final Boards boards;
    private final CategoryList categories;
    private final Meetings meetings;
    private final Histories histories;

    PairComparisons(Boards boards, CategoryList categories, Meetings meetings, Histories histories) {
        this.boards = boards;
        this.categories = categories;
        this.meetings = meetings;
        this.histories = histories;
    }

    PairComparison of(Model one, Model two, String category, String locale) {
        Board board = boards.current(BoardKey.of(category)).board();
        Optional<Board.Row> first = row(board, one.slug);
        Optional<Board.Row> second = row(board, two.slug);
        List<Board.Row> rows = Stream.of(first, second).flatMap(Optional::stream).toList();
        RatingAxis axis = RatingAxis.of(rows);
        Optional<Lead> lead = rows.size() < 2 ? Optional.empty() : meetings.in(category).lead(rows.get(0), rows.get(1));
        boolean enough = rows.stream().allMatch(row -> row.votes() >= NumberText.LEAST_VOTES);
        List<Category> known = categories.in(locale);
        String name = known.stream().filter(each -> each.slug().equals(category)).findFirst()
                .map(Category::name).orElse(category);
        return new PairComparison(line(first, axis), line(second, axis), one.slug, one.name, two.slug, two.name,
                category, name,
                axis.ticks(), verdict(one, two, lead, enough, locale),
                lead.map(PairComparisons::text).orElse(null),
                lead.filter(unused -> enough).map(Lead::expectedWinRate).map(NumberText::percent).orElse(null),
                meetings.in(category).between(one.slug, two.slug).map(pair -> PairComparison.Met.of(name, "", pair))
                        .orElse(null),
                met(one, two, known), histories.of(BoardKey.of(category), rows, locale));
    }

    private static Optional<Board.Row> row(Board board, String slug) {
        return board.models().stream().filter(row -> row.slug().equals(slug)).findFirst();
    }

    private static BoardLine line(Optional<Board.Row> row, RatingAxis axis) {
        return row.map(known -> BoardLine.of(known, axis, false, BoardLine.Head.NONE, null, List.of())).orElse(null);
    }

    private static String text(Lead lead) {
        return "%+d (%+d … %+d)".formatted(Math.round(lead.points()), Math.round(lead.low()), Math.round(lead.high()));
    }

    private static String verdict(Model one, Model two, Optional<Lead> lead, boolean enough, String locale) {
        ModelMessages words = Texts.of(ModelMessages.class, locale);
        if (lead.isEmpty()) {
            return words.notComparable();
        }
        if (!enough) {
            return words.tooFewVotes(NumberText.LEAST_VOTES);
        }
        double probability = lead.get().probability();
        return probability >= 0.5 ? words.better(one.name, two.name, likely(probability, words))
                : words.better(two.name, one.name, likely(1 - probability, words));
    }

    /** A probability in percent, never 100%. */
    private static String likely(double probability, ModelMessages words) {
        return probability > 0.999 ? words.over("99.9%")
                : String.format(Locale.ROOT, probability > 0.99 ? "%.1f%%" : "%.0f%%",
                        probability * 100);
    }

    private List<PairComparison.Met> met(Model one, Model two, List<Category> known) {
        Map<String, PairResult> pairs = meetings.byCategory(one, two);
        List<PairComparison.Met> met = new ArrayList<>();
        for (Category category : known) {
            PairResult pair = pairs.get(category.slug());
            if (pair != null) {
                met.add(PairComparison.Met.of(category.name(),
                        ModelProfilePage.address("/models/" + one.slug + "/vs/" + two.slug, category.slug()),
                        pair));
            }
        }
        return met;
    }
}
