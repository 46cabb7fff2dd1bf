package org.dohyo.leaderboard.page;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import org.dohyo.leaderboard.board.PairResult;
import org.dohyo.leaderboard.chart.Chart;
import org.dohyo.leaderboard.chart.NumberText;
import org.dohyo.leaderboard.chart.RatingAxis;
import org.dohyo.leaderboard.speed.Speed;
import org.dohyo.model.Model;
import org.dohyo.model.ModelPrice;

/**
 * The figures of a model's page.
 *
 * @param category whose opponents and history are shown
 * @param standings its row in each category with its votes
 * @param opponents the models that it met, best results first
 * @param style empty if no vote has style
 * @param service its price and speed
 * @param planned its share of the sides of coming battles; null if it isn't drawn now
 * @param got the model's share of the sides of all votes so far; null without votes
 */
public record ModelProfile(Model model, List<Revision> revisions, String category, List<Standing> standings,
        List<RatingAxis.Tick> axis, List<Opponent> opponents, List<Other> others, Chart history, List<Trait> style,
        Service service, String planned, String got) {

    /** The model's badge with a link to its page, in Markdown; both addresses have to be made absolute. */
    public String badgeMarkdown() {
        return "[![Dohyo: " + model.name + "](/models/" + model.slug + "/badge.svg)](/models/" + model.slug + ")";
    }

    /** The categories where it has no rank, for a sentence; null if it has one in each. */
    public String unranked() {
        String categories = standings.stream().filter(standing -> standing.line().row().rank() == null)
                .map(Standing::category).collect(Collectors.joining(" · "));
        return categories.isEmpty() ? null : categories;
    }

    private static final int EXTREMES = 5;

    /** @param since the first day of this revision */
    public record Revision(int number, String since) {
    }

    /** @param of the number of models with a rank in the category */
    public record Standing(String category, String href, boolean current, BoardLine line, int of) {
    }

    /** The votes between the model and another, from the model's side. */
    public record Opponent(String slug, String name, long votes, String win, String between, String x, String from,
            String to,
            double rate, double low, double high) {

        static Opponent of(PairResult pair, String name) {
            return new Opponent(pair.modelB(), name, pair.votes(), NumberText.percent(pair.winRate(), pair.votes()),
                    NumberText.percents(pair.low(), pair.high(), pair.votes()), NumberText.finePercent(pair.winRate()),
                    NumberText.finePercent(pair.low()), NumberText.finePercent(pair.high()),
                    pair.winRate(), pair.low(), pair.high());
        }
    }

    public record Other(String slug, String name) {
    }

    /** A figure of its style with its uncertainty. */
    public record Trait(String name, String value, String uncertainty) {
    }

    /**
     * What the model costs and how fast it answers.
     *
     * @param contextWindow in tokens; null if unknown
     * @param prices the one in force first; empty if unknown
     */
    public record Service(Integer contextWindow, List<ModelPrice> prices, Speed speed) {

        public String context() {
            return contextWindow == null ? null : NumberText.grouped(contextWindow);
        }

        /** The number of answers from which a speed is shown. */
        public int leastAnswers() {
            return Speed.LEAST_ANSWERS;
        }

        public int days() {
            return Speed.DAYS;
        }

        public String amount(BigDecimal amount) {
            return NumberText.amount(amount);
        }

        public String measured(double quantity) {
            return NumberText.measured(quantity);
        }

        public String grouped(long number) {
            return NumberText.grouped(number);
        }
    }

    /**
     * The opponents that it won against more often than not, the best results first: by the lower end of the interval,
     * so that few votes don't come first.
     */
    public List<Opponent> best() {
        return opponents.stream().filter(opponent -> opponent.rate() > 0.5)
                .sorted(Comparator.comparingDouble(Opponent::low).reversed()).limit(EXTREMES).toList();
    }

    /** The opponents that it lost to more often than not, the worst results first. */
    public List<Opponent> worst() {
        return opponents.stream().filter(opponent -> opponent.rate() < 0.5)
                .sorted(Comparator.comparingDouble(Opponent::high)).limit(EXTREMES).toList();
    }
}
