package org.dohyo.dataset.format;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who compared. Only people's comparisons count on the people's boards. */
public enum SourceKind {

    PERSON,
    /** A language model or another program that was asked to compare. */
    JUDGE,
    /** Derived from what a person did, such as a thumb up for one of several answers. */
    INFERRED;

    /** Its name in parameters and documents. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<SourceKind> of(String label) {
        return Arrays.stream(values()).filter(kind -> kind.label().equals(label)).findFirst();
    }
}
