package org.dohyo.leaderboard.count;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** The weight of a vote on a board. */
public enum Weights {

    /** Every vote weighs one; intervals treat votes as independent. Comparable with other arenas. */
    VOTES,
    /** At most {@link org.dohyo.rating.VoterVotes#CAP} votes for each voter; intervals allow for a voter's taste. */
    VOTERS;

    /** Its name in addresses, in JSON and in the database. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
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
