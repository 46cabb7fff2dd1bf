package org.dohyo.project.queue;

import java.util.Locale;

import jakarta.persistence.EnumeratedValue;

/** Why an annotator got an item; the annotator can't tell. */
public enum AssignmentKind {

    /** A judgement of it is wanted. */
    PLAIN,
    /** The owner knows the answer. */
    GOLD,
    /** The annotator has judged it before, with the sides the other way. */
    REPEAT;

    @EnumeratedValue
    private final String label = name().toLowerCase(Locale.ROOT);

    /** The name in the database. */
    public String label() {
        return label;
    }
}
