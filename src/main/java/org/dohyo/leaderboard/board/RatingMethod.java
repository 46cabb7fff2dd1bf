package org.dohyo.leaderboard.board;

import java.util.Arrays;
import java.util.Optional;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** A method of computing ratings from votes. */
public enum RatingMethod {

    /** Bradley–Terry: all votes are fitted at once, so their order doesn't matter. */
    BRADLEY_TERRY("bt", "5", true),
    /** Online Elo: one step for each vote, in log order. */
    ELO("elo", "4", false);

    private final String label;
    private final String version;
    private final boolean intervals;

    RatingMethod(String label, String version, boolean intervals) {
        this.label = label;
        this.version = version;
        this.intervals = intervals;
    }

    /** Its name in addresses, in JSON and in the database. */
    public String label() {
        return label;
    }

    /** Published with each board; it changes when the same votes would give other figures. */
    public String version() {
        return version;
    }

    /** True if its ratings have intervals and can be computed by voters or with style held constant. */
    public boolean hasIntervals() {
        return intervals;
    }

    public static Optional<RatingMethod> ofLabel(String label) {
        return Arrays.stream(values()).filter(method -> method.label.equals(label)).findFirst();
    }

    /** Stores the label. */
    @Converter
    public static class Column implements AttributeConverter<RatingMethod, String> {

        @Override
        public String convertToDatabaseColumn(RatingMethod method) {
            return method == null ? null : method.label();
        }

        @Override
        public RatingMethod convertToEntityAttribute(String label) {
            return label == null ? null : ofLabel(label).orElseThrow();
        }
    }
}
