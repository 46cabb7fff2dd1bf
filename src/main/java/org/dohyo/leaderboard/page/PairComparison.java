package org.dohyo.leaderboard.page;

import java.util.List;

import org.dohyo.leaderboard.api.PairsResource;
import org.dohyo.leaderboard.chart.Chart;
import org.dohyo.leaderboard.chart.RatingAxis;

/**
 * What the page of two models shows, as the first of them sees it.
 *
 * @param verdict in one sentence
 * @param lead in points, such as {@code 35 (12–58)}; null where nothing connects them
 * @param expected how often the first is expected to win
 * @param met null where they have not met
 */
public record PairComparison(BoardLine one, BoardLine two, String slugOne, String nameOne, String slugTwo, String nameTwo,
        String category, String categoryName, List<RatingAxis.Tick> axis, String verdict, String lead, String expected, Met met,
        List<Met> categories, Chart history) {

    /** How they met in a category. */
    public record Met(String category, String href, long votes, long wins, long losses, long ties, long bothBad, String win,
            String between, String x, String from, String to) {

        static Met of(String category, String href, PairsResource.Pair pair) {
            return new Met(category, href, pair.votes(), pair.winsA(), pair.winsB(), pair.ties(), pair.bothBad(),
                    BoardLine.percent(pair.winRate()), BoardLine.percents(pair.low(), pair.high()),
                    ModelProfile.Opponent.place(pair.winRate()), ModelProfile.Opponent.place(pair.low()),
                    ModelProfile.Opponent.place(pair.high()));
        }
    }

    public boolean drawn() {
        return !history.empty();
    }

    public List<BoardLine> lines() {
        return one == null || two == null ? List.of() : List.of(one, two);
    }
}
