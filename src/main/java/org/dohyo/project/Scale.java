package org.dohyo.project;

import java.util.Arrays;
import java.util.Optional;

import jakarta.persistence.EnumeratedValue;

import com.fasterxml.jackson.annotation.JsonValue;

/** How annotators express a preference. */
public enum Scale {

    /** A, B, a tie, or both bad. */
    CHOICE("choice"),
    /** From A much better to B much better, in five steps. */
    FIVE_POINT("five-point");

    @EnumeratedValue
    @JsonValue
    private final String label;

    Scale(String label) {
        this.label = label;
    }

    /** The name in the interface and the database. */
    public String label() {
        return label;
    }

    public static Optional<Scale> ofLabel(String label) {
        return Arrays.stream(values()).filter(scale -> scale.label.equals(label)).findFirst();
    }
}
