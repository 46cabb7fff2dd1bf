package org.dohyo.leaderboard.count;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** The weight of a vote on a board. */
public enum Weights {

    /** Every vote weighs one; intervals treat votes as independent. Comparable with other arenas. */
    VOTES,
    /** At most {@link org.dohyo.rating.VoterVotes#CAP} votes for each voter; intervals allow for a voter's taste. */
    VOTERS,
    /** At most {@link org.dohyo.rating.VoterVotes#CAP} votes for each prompt that many send; intervals allow for it. */
    PROMPTS,
    /** One for the first vote of each voter on each suggested prompt, nothing for all others. */
    FIRST_USE;

    /** Its name in addresses, in JSON and in the database. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** True if it depends on the prompts: such boards are computed at the slower beat, and have no history. */
    public boolean ofPrompts() {
        return this == PROMPTS || this == FIRST_USE;
    }

    /** All labels, the default first. */
    public static List<String> labels() {
        return List.of("voters", "votes", "prompts", "first-use");
    }

    public static Optional<Weights> ofLabel(String label) {
        return Arrays.stream(values()).filter(weights -> weights.label().equals(label)).findFirst();
    }

    /** Stores the label. */
    @Converter
    public static class Column implements AttributeConverter<Weights, String> {

        @Override
        public String convertToDatabaseColumn(Weights weights) {
            return weights == null ? null : weights.label();
        }

        @Override
        public Weights convertToEntityAttribute(String label) {
            return label == null ? null : ofLabel(label).orElseThrow();
        }
    }
}
