package org.dohyo.web;

import io.quarkus.arc.Arc;
import io.quarkus.arc.InstanceHandle;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;

/** The texts of a message bundle in a reader's language. */
public final class Texts {

    private Texts() {
    }

    /** The bundle in that language; in the standard one if it has not been translated, as templates have it too. */
    public static <T> T of(Class<T> bundle, String locale) {
        InstanceHandle<T> translated = Arc.container().instance(bundle, Localized.Literal.of(locale));
        return translated.isAvailable() ? translated.get() : MessageBundles.get(bundle);
    }
}
