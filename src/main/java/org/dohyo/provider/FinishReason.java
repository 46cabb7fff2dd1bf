package org.dohyo.provider;

import java.util.Locale;

/** Why an answer ended: the closed set that may leave the house before the vote. */
public enum FinishReason {

    STOP,
    /** Cut by its length limit: whole, and labelled. */
    LENGTH,
    /** Held back by the provider's content filter. */
    FILTERED;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
