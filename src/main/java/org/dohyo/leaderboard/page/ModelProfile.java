package org.dohyo.leaderboard.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.dohyo.leaderboard.api.PairsResource;
import org.dohyo.leaderboard.chart.Chart;
import org.dohyo.leaderboard.chart.RatingAxis;
import org.dohyo.model.Model;

/**
 * What a model's page shows.
 *
 * @param category whose opponents and history are shown
 * @param standings its place in each category that knows it
 * @param opponents all that it met, the best results first
 * @param style null where no vote tells
 * @param planned its share of the sides to come; null where it isn't drawn now
 * @param got its share of the sides of all votes so far; null without votes
 */
public record ModelProfile(Model model, List<Revision> revisions, String category, List<Standing> standings,
        List<RatingAxis.Tick> axis, List<Opponent> opponents, List<Other> others, Chart history, List<Trait> style,
        String planned, String got) {

    private static final int EXTREMES = 5;

    /** @param since the day from which on it answered so */
    public record Revision(int number, String since) {
    }

    /** @param of so many models */
    public record Standing(String category, String href, boolean current, BoardLine line, int of) {
    }

    /** As the model sees it. */
    public record Opponent(String slug, String name, long votes, String win, String between, String x, String from, String to,
            double low, double high) {

        static Opponent of(PairsResource.Pair pair, String name) {
            return new Opponent(pair.modelB(), name, pair.votes(), BoardLine.percent(pair.winRate()),
                    BoardLine.percents(pair.low(), pair.high()), place(pair.winRate()), place(pair.low()), place(pair.high()),
                    pair.low(), pair.high());
        }

        static String place(double share) {
            return String.format(Locale.ROOT, "%.1f%%", share * 100);
        }
    }

    public record Other(String slug, String name) {
    }

    /** A figure of its style with its uncertainty. */
    public record Trait(String name, String value, String uncertainty) {
    }

    public boolean drawnHistory() {
        return !history.empty();
    }

    /** Those that it surely does best against: by the lower end of the interval, so that few votes don't come first. */
    public List<Opponent> best() {
        return extremes(Comparator.comparingDouble(Opponent::low).reversed());
    }

    public List<Opponent> worst() {
        return extremes(Comparator.comparingDouble(Opponent::high));
    }

    private List<Opponent> extremes(Comparator<Opponent> order) {
        List<Opponent> sorted = new ArrayList<>(opponents);
        sorted.sort(order);
        return sorted.subList(0, Math.min(EXTREMES, sorted.size() / 2));
    }
}
