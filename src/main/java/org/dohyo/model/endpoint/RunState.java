package org.dohyo.model.endpoint;

import java.util.Locale;

import jakarta.persistence.EnumeratedValue;

/** Whether calls of a run in a {@link CallQueue} are made. */
public enum RunState {

    RUNNING,
    FINISHED,
    CANCELLED;

    @EnumeratedValue
    private final String label = name().toLowerCase(Locale.ROOT);

    /** The name in the database and in the interface. */
    public String label() {
        return label;
    }
}
