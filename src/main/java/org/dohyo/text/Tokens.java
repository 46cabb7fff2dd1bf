package org.dohyo.text;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;

/** Counts a text's tokens in cl100k_base, the encoding that the peers use. */
public final class Tokens {

    /** The longest text that is counted, which bounds the cost of a hostile text. */
    static final int MAX_LENGTH = 100_000;

    private static final Encoding ENCODING = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.CL100K_BASE);

    private Tokens() {
    }

    /** Tokens of the first 100,000 characters. */
    public static int count(String text) {
        return ENCODING.countTokensOrdinary(text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH));
    }
}
