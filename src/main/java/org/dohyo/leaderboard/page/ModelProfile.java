package org.dohyo.leaderboard.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.dohyo.leaderboard.board.PairResult;
import org.dohyo.leaderboard.chart.Chart;
import org.dohyo.leaderboard.chart.NumberText;
import org.dohyo.leaderboard.chart.RatingAxis;
import org.dohyo.model.Model;

/**
 * The figures of a model's page.
 *
 * @param category whose opponents and history are shown
 * @param standings its row in each category with its votes
 * @param opponents the models that it met, best results first
 * @param style empty if no vote has style
 * @param planned its share of the sides of coming battles; null if it isn't drawn now
 * @param got the model's share of the sides of all votes so far; null without votes
 */
public record ModelProfile(Model model, List<Revision> revisions, String category, List<Standing> standings,
        List<RatingAxis.Tick> axis, List<Opponent> opponents, List<Other> others, Chart history, List<Trait> style,
        String planned, String got) {

    /** The model's badge with a link to its page, in Markdown; both addresses have to be made absolute. */
    public String badgeMarkdown() {
        return "[![Dohyo: " + model.name + "](/models/" + model.slug + "/badge.svg)](/models/" + model.slug + ")";
    }

    private static final int EXTREMES = 5;

    /** @param since the first day of this revision */
    public record Revision(int number, String since) {
    }

    /** @param of the number of models in the category */
    public record Standing(String category, String href, boolean current, BoardLine line, int of) {
    }

    /** The votes between the model and another, from the model's side. */
    public record Opponent(String slug, String name, long votes, String win, String between, String x, String from,
            String to,
            double low, double high) {

        static Opponent of(PairResult pair, String name) {
            return new Opponent(pair.modelB(), name, pair.votes(), NumberText.percent(pair.winRate()),
                    NumberText.percents(pair.low(), pair.high()), NumberText.finePercent(pair.winRate()),
                    NumberText.finePercent(pair.low()), NumberText.finePercent(pair.high()),
                    pair.low(), pair.high());
        }
    }

    public record Other(String slug, String name) {
    }

    /** A figure of its style with its uncertainty. */
    public record Trait(String name, String value, String uncertainty) {
    }

    /** The opponents with the best results: by the lower end of the interval, so that few votes don't come first. */
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
