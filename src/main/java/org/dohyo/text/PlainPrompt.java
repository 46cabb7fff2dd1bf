package org.dohyo.text;

import java.text.Normalizer;
import java.util.Locale;

/** A prompt without what doesn't distinguish it from others: width of characters, capitals, spaces. */
public final class PlainPrompt {

    private PlainPrompt() {
    }

    /** NFKC, in lower case, with single spaces. */
    public static String of(String prompt) {
        return Normalizer.normalize(prompt, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip()
                .replaceAll("\\s+", " ");
    }
}
