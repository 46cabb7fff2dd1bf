package org.dohyo.leaderboard.page;

import java.util.List;

import org.dohyo.leaderboard.board.PairResult;
import org.dohyo.leaderboard.chart.Chart;
import org.dohyo.leaderboard.chart.NumberText;
import org.dohyo.leaderboard.chart.RatingAxis;

/**
 * The figures of the page that compares two models, from the first one's side.
 *
 * @param verdict in one sentence
 * @param lead in points, such as {@code 35 (12–58)}; null if nothing connects them
 * @param expected the expected win rate of the first
 * @param met null if they have not met
 */
public record PairComparison(BoardLine one, BoardLine two, String slugOne, String nameOne, String slugTwo,
        String nameTwo,
        String category, String categoryName, List<RatingAxis.Tick> axis, String verdict, String lead, String expected,
        Met met,
        List<Met> categories, Chart history) {

    /** The votes between them in a category. */
    public record Met(String category, String href, long votes, long wins, long losses, long ties, long bothBad,
            String win,
            String between, String x, String from, String to) {

        static Met of(String category, String href, PairResult pair) {
            return new Met(category, href, pair.votes(), pair.winsA(), pair.winsB(), pair.ties(), pair.bothBad(),
                    NumberText.percent(pair.winRate(), pair.votes()),
                    NumberText.percents(pair.low(), pair.high(), pair.votes()),
                    NumberText.finePercent(pair.winRate()), NumberText.finePercent(pair.low()),
                    NumberText.finePercent(pair.high()));
        }
    }

    public boolean drawn() {
        return !history.empty();
    }

    public List<BoardLine> lines() {
        return one == null || two == null ? List.of() : List.of(one, two);
    }
}
