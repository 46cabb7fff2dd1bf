package org.dohyo.leaderboard.value;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.dohyo.leaderboard.board.Board;
import org.dohyo.leaderboard.speed.Speed;
import org.dohyo.model.Offer;

/**
 * A model of the board; the JSON of the public interface.
 *
 * @param number its place in the table, from 1
 * @param rank null, if no votes connect it with the models that have one
 * @param low lower end of the rating's 95% interval; null, as {@code high}, if unknown
 * @param preliminary true if it has too few votes to be in a picture or on a frontier
 * @param contextWindow in tokens; null if unknown
 * @param price null if unknown, or if it is in another currency than the board's
 * @param otherCurrency the currency of a price that the board can't compare; else null
 * @param firstText seconds to the first text; null if too few answers were measured
 * @param tokensPerSecond null if too few answers were measured, or the endpoint counts no tokens
 * @param frontiers of {@code price}, {@code speed} and {@code wait}: those on whose frontier it is
 */
public record ValueRow(int number, Integer rank, String slug, String name, String organization, String license,
        Boolean openWeights, double rating, Double low, Double high, long votes, boolean preliminary, boolean demo,
        Integer contextWindow, Price price, String otherCurrency, Speed.Figure firstText,
        Speed.Figure tokensPerSecond, List<String> frontiers) {

    /**
     * For a million tokens.
     *
     * @param blended three quarters of them input and one quarter output
     * @param since the first day on which it was valid
     * @param source the page that states it; may be null
     */
    public record Price(String currency, BigDecimal input, BigDecimal output, BigDecimal blended, LocalDate since,
            String source) {

        static Price of(Offer offer) {
            return new Price(offer.currency(), plain(offer.input()), plain(offer.output()), plain(offer.blended()),
                    offer.since(), offer.source());
        }

        private static BigDecimal plain(BigDecimal amount) {
            BigDecimal stripped = amount.stripTrailingZeros();
            return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        }
    }

    /** @param offer null if nothing of it is public */
    static ValueRow of(int number, Board.Row row, Offer offer, Speed speed, String currency) {
        boolean priced = offer != null && offer.priced();
        boolean comparable = priced && offer.currency().equals(currency);
        return new ValueRow(number, row.rank(), row.slug(), row.name(), row.organization(), row.license(),
                row.openWeights(), row.rating(), row.low(), row.high(), row.votes(), row.preliminary(), row.demo(),
                offer == null ? null : offer.contextWindow(), comparable ? Price.of(offer) : null,
                priced && !comparable ? offer.currency() : null, speed.firstText(), speed.tokensPerSecond(), List.of());
    }

    ValueRow on(List<String> frontiers) {
        return new ValueRow(number, rank, slug, name, organization, license, openWeights, rating, low, high, votes,
                preliminary, demo, contextWindow, price, otherCurrency, firstText, tokensPerSecond, frontiers);
    }

    /** True if its rating can be compared with the others' and has enough votes to be placed among them. */
    boolean placed() {
        return rank != null && !preliminary;
    }

    /** True if anything beside its rating is known. */
    boolean known() {
        return price != null || otherCurrency != null || contextWindow != null || firstText != null
                || tokensPerSecond != null;
    }

    boolean on(Quantity quantity) {
        return frontiers.contains(quantity.label());
    }
}
