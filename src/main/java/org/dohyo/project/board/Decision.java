package org.dohyo.project.board;

import com.fasterxml.jackson.annotation.JsonValue;

/** What the judgements say on whether B is better than A. */
public enum Decision {

    BETTER("better"),
    WORSE("worse"),
    /** The difference is within the margin. */
    EQUIVALENT("equivalent"),
    NOT_YET("not-yet");

    @JsonValue
    private final String label;

    Decision(String label) {
        this.label = label;
    }

    /** The name in the interface. */
    public String label() {
        return label;
    }
}
