package org.dohyo.provider.http;

import java.time.Duration;

/**
 * How long each phase of an answer may take.
 *
 * @param connect until the connection stands
 * @param firstByte from the start until the first byte of the response
 * @param idle between two bytes of the response
 * @param total for the whole answer
 */
public record Timeouts(Duration connect, Duration firstByte, Duration idle, Duration total) {

    /** A cold model may load for a minute or two before it says anything; once it speaks it keeps speaking. */
    public static final Timeouts DEFAULT = new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(120),
            Duration.ofSeconds(60), Duration.ofMinutes(15));
}
