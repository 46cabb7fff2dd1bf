package org.dohyo.leaderboard.value;

import java.time.Instant;
import java.util.List;

import org.dohyo.web.csv.CsvTable;

/**
 * Quality, price and speed of the models of a category; the JSON of the public interface.
 *
 * @param currency of the prices; null if none is known
 * @param currencies all in which a model of the board has a price, the commonest first
 * @param ranged true if the ranges of ranks, by which {@code cheapest} is chosen, have been computed
 * @param leastAnswers the number of measured answers from which a speed is known
 * @param days the last days in which the answers were measured
 * @param cheapest null if no model qualifies
 * @param models without retired ones, by rank
 */
public record ValueBoard(Instant generatedAt, String category, String methodVersion, long logSize, String currency,
        List<String> currencies, boolean ranged, int leastAnswers, int days, Cheapest cheapest, List<ValueRow> models) {

    private static final CsvTable<ValueRow> TABLE = CsvTable.<ValueRow> of().column("rank", ValueRow::rank)
            .column("slug", ValueRow::slug).column("name", ValueRow::name).column("rating", ValueRow::rating)
            .column("low", ValueRow::low).column("high", ValueRow::high).column("votes", ValueRow::votes)
            .column("preliminary", ValueRow::preliminary).column("demo", ValueRow::demo)
            .column("contextWindow", ValueRow::contextWindow)
            .column("currency", row -> row.price() == null ? null : row.price().currency())
            .column("input", row -> row.price() == null ? null : row.price().input())
            .column("output", row -> row.price() == null ? null : row.price().output())
            .column("blended", row -> row.price() == null ? null : row.price().blended())
            .column("priceSince", row -> row.price() == null ? null : row.price().since())
            .column("priceSource", row -> row.price() == null ? null : row.price().source())
            .column("firstText", row -> row.firstText() == null ? null : row.firstText().median())
            .column("firstTextNineOfTen", row -> row.firstText() == null ? null : row.firstText().nineOfTen())
            .column("firstTextAnswers", row -> row.firstText() == null ? null : row.firstText().answers())
            .column("tokensPerSecond", row -> row.tokensPerSecond() == null ? null : row.tokensPerSecond().median())
            .column("tokensPerSecondNineOfTen",
                    row -> row.tokensPerSecond() == null ? null : row.tokensPerSecond().nineOfTen())
            .column("tokensPerSecondAnswers",
                    row -> row.tokensPerSecond() == null ? null : row.tokensPerSecond().answers())
            .column("frontiers", row -> String.join(" ", row.frontiers()));

    /**
     * The cheapest model with a known price that may have the first rank: the votes show no other to be better. That
     * doesn't show it to be as good as the best.
     *
     * @param rankHigh the worst rank that it may have
     * @param best the slug of the model with the highest rating, priced or not; {@code slug} itself if it is that
     * @param behind the points by which its rating is lower than the best one's
     */
    public record Cheapest(String slug, int rankHigh, String best, double behind) {
    }

    /** The model of that slug, which must be on the board. */
    ValueRow model(String slug) {
        return models.stream().filter(row -> row.slug().equals(slug)).findFirst().orElseThrow();
    }

    String csv() {
        return TABLE.write(models.stream());
    }
}
