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

    static Timeouts of(ProviderConfig config) {
        return new Timeouts(config.connectTimeout(), config.firstByteTimeout(), config.idleTimeout(),
                config.answerTimeout());
    }
}
