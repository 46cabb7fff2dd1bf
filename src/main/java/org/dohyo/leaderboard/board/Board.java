package org.dohyo.leaderboard.board;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * A board as it is published; the JSON of the public interface. Ratings are on the Elo scale, rates 0 … 1.
 *
 * @param methodVersion also fixes the order in which sums are added up, so that the last bit can be recomputed
 * @param uncertaintyAt when {@link Uncertainty} was last computed for it; null if it never was, and for boards without
 *        it
 * @param uncertaintyLogSize the size of the log from which it was computed; null as {@code uncertaintyAt}
 * @param style null unless style is held constant
 */
public record Board(Instant generatedAt, String category, String method, String weights, boolean styleControl,
        long votes, long logSize, String methodVersion, Instant uncertaintyAt, Long uncertaintyLogSize, Style style,
        List<Row> models) {

    /** An estimate and half the width of its 95% interval; null if the votes don't determine it. */
    public record Effect(Double value, Double half) {
    }

    /**
     * The effects of style that were taken out of the ratings.
     *
     * @param coefficients log odds of a win for one standard deviation more of a feature, by the feature's name
     * @param position the advantage of side A between answers of equal style, in points
     */
    public record Style(Map<String, Effect> coefficients, Effect position) {
    }

    /**
     * The rank, from 1, with the ranks that the model may have.
     *
     * @param rank null, as the others, for a model that no votes connect with those of the largest component
     * @param rankLow the best rank that it may have; null, as {@code rankHigh}, if unknown
     */
    public record Place(Integer rank, Integer rankLow, Integer rankHigh) {
    }

    /**
     * The model as its admin describes it.
     *
     * @param openWeights null if unknown
     */
    public record Facts(String slug, String name, String organization, String license, Boolean openWeights) {
    }

    /**
     * The rating, in points.
     *
     * @param low lower end of its 95% interval; null, as {@code high}, if unknown
     */
    public record Estimate(double rating, Double low, Double high) {
    }

    /**
     * The votes on the model's battles.
     *
     * @param winRate its share of the points, a tie and both bad as one half, 0 … 1
     * @param bothBad share of its battles voted both bad, with the 95% interval {@code bothBadLow} …
     *        {@code bothBadHigh}
     */
    public record Results(long votes, double winRate, double bothBad, double bothBadLow, double bothBadHigh) {
    }

    /**
     * The support of the rating by votes.
     *
     * @param votesToFlip the number of votes whose removal would swap it with the next row of its component; null if
     *        unknown
     * @param component rows with the same number are connected by votes; others can't be compared, and only those of
     *        the component with the most votes have a rank
     * @param regularised true if the votes alone give no finite rating, so that a tenth of a tie was added to each pair
     * @param preliminary true if it has fewer than {@link BoardRows#SETTLED_VOTES} votes
     */
    public record Support(Long votesToFlip, int component, boolean regularised, boolean preliminary) {
    }

    /**
     * The model's participation.
     *
     * @param demo true for a built-in demo model
     */
    public record Status(boolean retired, boolean demo) {
    }

    /** A model on the board; in JSON all figures are members of one object. */
    public record Row(@JsonUnwrapped Place place, @JsonUnwrapped Facts facts, @JsonUnwrapped Estimate estimate,
            @JsonUnwrapped Results results, @JsonUnwrapped Support support, @JsonUnwrapped Status status) {

        /** Null for a model that can't be compared with those that have a rank. */
        public Integer rank() {
            return place.rank();
        }

        public Integer rankLow() {
            return place.rankLow();
        }

        public Integer rankHigh() {
            return place.rankHigh();
        }

        public String slug() {
            return facts.slug();
        }

        public String name() {
            return facts.name();
        }

        public String organization() {
            return facts.organization();
        }

        public String license() {
            return facts.license();
        }

        /** Null if unknown. */
        public Boolean openWeights() {
            return facts.openWeights();
        }

        public double rating() {
            return estimate.rating();
        }

        public Double low() {
            return estimate.low();
        }

        public Double high() {
            return estimate.high();
        }

        public long votes() {
            return results.votes();
        }

        public double winRate() {
            return results.winRate();
        }

        public double bothBad() {
            return results.bothBad();
        }

        public double bothBadLow() {
            return results.bothBadLow();
        }

        public double bothBadHigh() {
            return results.bothBadHigh();
        }

        public Long votesToFlip() {
            return support.votesToFlip();
        }

        public int component() {
            return support.component();
        }

        public boolean regularised() {
            return support.regularised();
        }

        public boolean preliminary() {
            return support.preliminary();
        }

        public boolean retired() {
            return status.retired();
        }

        public boolean demo() {
            return status.demo();
        }
    }

    /** The board before the first vote. */
    public static Board empty(BoardKey key, Instant now) {
        return new Board(now, key.category(), key.method().label(), key.weights().label(), key.styleControl(), 0, 0,
                key.method().version(), null, null, null, List.of());
    }

    /** The same board with some of its rows; ranks stay those of the whole board. */
    public Board with(List<Row> rows) {
        return new Board(generatedAt, category, method, weights, styleControl, votes, logSize, methodVersion,
                uncertaintyAt, uncertaintyLogSize, style, rows);
    }
}
