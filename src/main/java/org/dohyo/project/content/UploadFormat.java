package org.dohyo.project.content;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a file is written; what its records mean is seen from their members. */
public enum UploadFormat {

    /** JSON Lines, or a JSON array. */
    JSON,
    /** Cells under the names of their columns. */
    CSV,
    /** One prompt a line. */
    TEXT;

    public static Optional<UploadFormat> ofLabel(String label) {
        return Arrays.stream(values()).filter(format -> format.name().toLowerCase(Locale.ROOT).equals(label))
                .findFirst();
    }
}
