package org.dohyo.leaderboard.count;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a vote weighs on a board. */
public enum Weights {

    /** One, whoever cast it; intervals take votes as independent. Comparable with other arenas. */
    VOTES,
    /** min(1, 30/n) where its voter cast n votes; intervals know that votes of one voter hang together. */
    VOTERS;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Weights> ofLabel(String label) {
        return Arrays.stream(values()).filter(weights -> weights.label().equals(label)).findFirst();
    }
}
