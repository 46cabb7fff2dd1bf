package org.dohyo.log;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.log.tree.SignedNote;
import org.dohyo.log.tree.SigningKey;
import org.dohyo.vote.Votes;

/**
 * Promises as notes, signed with the log's key. The second line keeps them apart from checkpoints, whose second line is
 * a number.
 */
@ApplicationScoped
class SignedPromises implements Votes.Promises {

    static final String KIND = "vote promise v1";
    /** As long as in Certificate Transparency: an outage of hours doesn't break a promise, a vote left out does. */
    static final Duration WITHIN = Duration.ofHours(24);

    private final LogKeys keys;

    SignedPromises(LogKeys keys) {
        this.keys = keys;
    }

    @Override
    public Optional<String> promise(String members, Instant castAt) {
        return keys.inUse().map(LogKeys.InUse::key)
                .map(key -> SignedNote.of(text(key, members, castAt), key).toString());
    }

    private static String text(SigningKey key, String members, Instant castAt) {
        return String.join("\n", key.verifier().name(), KIND, members,
                "in the log by " + castAt.plus(WITHIN).getEpochSecond(), "");
    }
}
