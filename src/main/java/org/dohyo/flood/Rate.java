package org.dohyo.flood;

import java.time.Duration;

/** What is counted. */
enum Rate {
    NETWORK_VOTES("votes-of-network", Duration.ofHours(1)),
    NETWORK("acts-of-network", Duration.ofMinutes(1)),
    ARENA("acts", Duration.ofMinutes(1));

    private final String label;
    private final Duration window;

    Rate(String label, Duration window) {
        this.label = label;
        this.window = window;
    }

    String label() {
        return label;
    }

    /** It begins with a subject's first event. */
    Duration window() {
        return window;
    }
}
