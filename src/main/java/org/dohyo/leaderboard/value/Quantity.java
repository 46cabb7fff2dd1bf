package org.dohyo.leaderboard.value;

import java.util.Locale;

/** What a model's rating is set against. */
enum Quantity {
    /** For a million tokens, in the currency of the board; see {@link org.dohyo.model.Offer#blended}. */
    PRICE(true) {
        @Override
        Double of(ValueRow row) {
            return row.price() == null ? null : row.price().blended().doubleValue();
        }
    },
    /** Tokens per second. */
    SPEED(false) {
        @Override
        Double of(ValueRow row) {
            return row.tokensPerSecond() == null ? null : row.tokensPerSecond().median();
        }
    },
    /** Seconds to the first text. */
    WAIT(true) {
        @Override
        Double of(ValueRow row) {
            return row.firstText() == null ? null : row.firstText().median();
        }
    };

    private final boolean lessIsBetter;

    Quantity(boolean lessIsBetter) {
        this.lessIsBetter = lessIsBetter;
    }

    boolean lessIsBetter() {
        return lessIsBetter;
    }

    /** As a cost, of which less is better; NaN if unknown. */
    double cost(ValueRow row) {
        Double quantity = of(row);
        return quantity == null ? Double.NaN : lessIsBetter ? quantity : -quantity;
    }

    /** Its name in addresses and in JSON. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The quantity of a model; null if unknown. */
    abstract Double of(ValueRow row);
}
