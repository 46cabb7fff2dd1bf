package org.dohyo.leaderboard.page;

import java.util.List;

import org.dohyo.leaderboard.board.Board;
import org.dohyo.leaderboard.board.ModelColumn;
import org.dohyo.leaderboard.chart.NumberText;
import org.dohyo.leaderboard.chart.RatingAxis;
import org.dohyo.rating.Proportion;

/**
 * A row of the table as text, with its places on the axis.
 *
 * @param half half of the interval; null without one, as are {@code from} and {@code to}
 * @param bothBadInterval as {@code winInterval} a 95% interval in percent, such as 2–5
 * @param cutLow true if the interval begins left of the axis
 * @param cutHigh true if it ends right of the axis
 * @param tied true if it may share the first rank with at least one other row
 * @param head the heading above the row
 * @param moved the number of ranks that style control lifts it; null without style control, or if the plain board lacks
 *        it
 * @param extras cells of the shown columns
 */
public record BoardLine(Board.Row row, String rating, String half, String range, String votes, String win,
        String winInterval,
        String bothBad, String bothBadInterval, String x, String from, String to, boolean cutLow, boolean cutHigh,
        boolean tied, Head head, Integer moved, List<Extra> extras) {

    /** The heading above a row. */
    public enum Head {
        NONE,
        /** A group of models that no votes connect with those above. */
        APART,
        PRELIMINARY
    }

    /** A cell of a {@link ModelColumn}; both texts are null for a model without a figure. */
    public record Extra(String title, String text, String uncertainty) {
    }

    static BoardLine of(Board.Row row, RatingAxis axis, boolean tied, Head head, Integer moved, List<Extra> extras) {
        boolean interval = row.low() != null && row.high() != null;
        Proportion win = Proportion.of(Math.min(row.votes(), row.winRate() * row.votes()), row.votes());
        return new BoardLine(row, NumberText.whole(row.rating()),
                interval ? NumberText.whole((row.high() - row.low()) / 2) : null, range(row),
                NumberText.grouped(row.votes()), NumberText.percent(row.winRate(), row.votes()),
                NumberText.percents(win.low(), win.high(), row.votes()),
                NumberText.percent(row.bothBad(), row.votes()),
                NumberText.percents(row.bothBadLow(), row.bothBadHigh(), row.votes()), axis.place(row.rating()),
                interval ? axis.place(row.low()) : null, interval ? axis.place(row.high()) : null,
                interval && !axis.contains(row.low()), interval && !axis.contains(row.high()), tied, head, moved,
                extras);
    }

    /** The content of its picture on the axis as SVG: the interval, with ends where it isn't cut, and the rating. */
    public String drawn() {
        StringBuilder svg = new StringBuilder(320);
        if (from != null) {
            line(svg, from, to, "50%", "50%");
            if (!cutLow) {
                line(svg, from, from, "38%", "62%");
            }
            if (!cutHigh) {
                line(svg, to, to, "38%", "62%");
            }
        }
        return svg.append("<circle cx=\"").append(x).append("\" cy=\"50%\" r=\"4.5\"/>").toString();
    }

    private static void line(StringBuilder svg, String x1, String x2, String y1, String y2) {
        svg.append("<line x1=\"").append(x1).append("\" x2=\"").append(x2).append("\" y1=\"").append(y1)
                .append("\" y2=\"")
                .append(y2).append("\"/>");
    }

    /** The rank; a dash where no votes connect the model with those that have one. */
    public String rank() {
        return row.rank() == null ? "–" : row.rank().toString();
    }

    /** True if the model has a tag. */
    public boolean tagged() {
        return row.demo() || row.preliminary() || row.retired() || row.regularised();
    }

    public boolean apart() {
        return head == Head.APART;
    }

    public boolean preliminaryHead() {
        return head == Head.PRELIMINARY;
    }

    /** Ranks gained by style control, to be shown after an arrow. */
    public int lifted() {
        return moved == null ? 0 : Math.max(0, moved);
    }

    /** Ranks lost by style control. */
    public int lowered() {
        return moved == null ? 0 : Math.max(0, -moved);
    }

    static String range(Board.Row row) {
        if (row.rankLow() == null || row.rankHigh() == null) {
            return "–";
        }
        return row.rankLow().equals(row.rankHigh()) ? row.rankLow().toString() : row.rankLow() + "–" + row.rankHigh();
    }
}
