package org.dohyo.benchmark.mtbench;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The eight kinds of question; some have one correct answer, which is shown to the judge if the file contains it. */
public enum MtBenchKind {

    WRITING(false),
    ROLEPLAY(false),
    REASONING(true),
    MATH(true),
    CODING(true),
    EXTRACTION(false),
    STEM(false),
    HUMANITIES(false);

    private final boolean guided;

    MtBenchKind(boolean guided) {
        this.guided = guided;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** True if the judge is shown a reference answer. */
    boolean guided() {
        return guided;
    }

    public static Optional<MtBenchKind> ofLabel(String label) {
        return Stream.of(values()).filter(kind -> kind.label().equals(label)).findFirst();
    }
}
