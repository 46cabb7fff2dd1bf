package org.dohyo.model;

import java.time.Instant;

import org.dohyo.provider.Protocol;

/**
 * What a leaderboard shows of a model: a projection of {@link Model}, without its endpoint.
 *
 * @param openWeights null where nobody has said
 * @param protocol null for a history-only model
 * @param retiredAt null while it isn't retired
 */
public record ModelFacts(Long id, String slug, String name, String organization, String license, Boolean openWeights,
        String protocol, Instant retiredAt) {

    public boolean demo() {
        return Protocol.DEMO.label().equals(protocol);
    }

    public boolean retired() {
        return retiredAt != null;
    }
}
