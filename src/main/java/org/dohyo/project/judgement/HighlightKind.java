package org.dohyo.project.judgement;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import jakarta.persistence.EnumeratedValue;

import com.fasterxml.jackson.annotation.JsonValue;

/** What an annotator says of a passage. */
public enum HighlightKind {

    GOOD,
    BAD;

    @EnumeratedValue
    private final String label = name().toLowerCase(Locale.ROOT);

    /** The name in the database and in the interface. */
    @JsonValue
    public String label() {
        return label;
    }

    static Optional<HighlightKind> ofLabel(String label) {
        return Arrays.stream(values()).filter(one -> one.label.equals(label)).findFirst();
    }
}
