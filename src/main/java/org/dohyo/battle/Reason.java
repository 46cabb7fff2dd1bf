package org.dohyo.battle;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Why a side was liked or not; its label is the one in the interface. */
public enum Reason {
    USEFUL,
    COMPLETE,
    CREATIVE,
    WELL_FORMATTED,
    INCORRECT,
    SUPERFICIAL,
    IGNORED_INSTRUCTIONS;

    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    public static Reason ofLabel(String label) {
        for (Reason reason : values()) {
            if (reason.label().equals(label)) {
                return reason;
            }
        }
        throw new IllegalArgumentException("unknown reason: " + label);
    }
}
