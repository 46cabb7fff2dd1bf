package org.dohyo.project.board;

import com.fasterxml.jackson.annotation.JsonValue;

/** How far the judgements support a model's place on a board. */
public enum Support {

    SETTLED("settled"),
    /** Too few judgements, or they alone give no finite rating. */
    PRELIMINARY("preliminary"),
    /** No judgements connect it with the other models. */
    APART("apart"),
    /** There are no judgements. */
    NONE("none");

    @JsonValue
    private final String label;

    Support(String label) {
        this.label = label;
    }

    /** The name in the interface. */
    public String label() {
        return label;
    }
}
