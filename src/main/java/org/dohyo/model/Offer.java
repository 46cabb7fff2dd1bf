package org.dohyo.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/**
 * What a model costs and how much it reads, as the public may know it.
 *
 * @param contextWindow in tokens; null if unknown
 * @param since the first day of the price; null, as all further ones, if the price is unknown
 * @param currency ISO 4217
 * @param input for a million tokens of the prompt
 * @param output for a million tokens of the answer
 * @param source the page that states it; may be null
 */
public record Offer(String slug, Integer contextWindow, LocalDate since, String currency, BigDecimal input,
        BigDecimal output, String source) {

    private static final BigDecimal INPUT_PARTS = BigDecimal.valueOf(3);
    private static final BigDecimal PARTS = BigDecimal.valueOf(4);

    public boolean priced() {
        return since != null;
    }

    /** One figure for both: a million tokens of which three quarters are prompt and one quarter is answer. */
    public BigDecimal blended() {
        return input.multiply(INPUT_PARTS).add(output).divide(PARTS, 6, RoundingMode.HALF_UP).stripTrailingZeros();
    }
}
