package org.dohyo.provider.demo;

import java.util.Locale;

/** The kinds of prompts, in the order in which they are recognised; their words are in the files of texts. */
enum Kind {

    SHORTER(true),
    EXAMPLE(true),
    MORE(true),
    SUM(false),
    CODE(false),
    LETTER(false),
    COMPARISON(false),
    TABLE(false),
    MATHEMATICS(false),
    PLAN(false),
    LIST(false),
    REASON(false),
    EXPLANATION(false),
    OTHER(false);

    private static final int SHORT = 60;

    private final boolean followUp;

    Kind(boolean followUp) {
        this.followUp = followUp;
    }

    /** @param first whether nothing was said before, so that there is nothing to come back to */
    static Kind of(String prompt, Language language, boolean first) {
        for (Kind kind : values()) {
            if ((!kind.followUp || !first && prompt.length() <= SHORT) && kind.asked(prompt, language)) {
                return kind;
            }
        }
        return OTHER;
    }

    private boolean asked(String prompt, Language language) {
        return switch (this) {
            case SUM -> Sum.in(prompt).isPresent();
            case OTHER -> true;
            default -> language.texts().matcher(key() + ".asked", prompt).find();
        };
    }

    /** True if it refers to the previous prompt. */
    boolean followUp() {
        return followUp;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
