package org.dohyo.project.queue;

import java.util.Locale;

import jakarta.persistence.EnumeratedValue;

/** What has become of an item in an annotator's hands. */
public enum AssignmentState {

    RESERVED,
    JUDGED,
    SKIPPED;

    @EnumeratedValue
    private final String label = name().toLowerCase(Locale.ROOT);

    /** The name in the database. */
    public String label() {
        return label;
    }
}
