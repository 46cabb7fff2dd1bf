package org.dohyo.web;

import java.util.List;

import io.quarkus.arc.Arc;
import io.quarkus.arc.InstanceHandle;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;

/** The texts of a message bundle in a reader's language. */
public final class Texts {

    private static final int MOST_IN_A_SENTENCE = 5;

    private Texts() {
    }

    /** The bundle in that language; in the standard one if it has not been translated, as templates have it too. */
    public static <T> T of(Class<T> bundle, String locale) {
        InstanceHandle<T> translated = Arc.container().instance(bundle, Localized.Literal.of(locale));
        return translated.isAvailable() ? translated.get() : MessageBundles.get(bundle);
    }

    /** The rule that a value must be one of these, such as {@code must be json, csv or text}; many are a list. */
    public static String oneOf(RequestMessages words, List<String> values) {
        return values.size() > MOST_IN_A_SENTENCE ? words.among(String.join(", ", values))
                : words.oneOf(either(words, values));
    }

    /** The values as alternatives, such as {@code json, csv or text}. */
    public static String either(RequestMessages words, List<String> values) {
        int last = values.size() - 1;
        return last < 1 ? String.join("", values)
                : words.either(String.join(", ", values.subList(0, last)), values.get(last));
    }
}
