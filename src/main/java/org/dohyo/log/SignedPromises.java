package org.dohyo.log;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.log.tree.SignedNote;
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
        return keys.inUse().map(key -> {
            String text = text(key.verifier().name(), members, castAt);
            return new SignedNote(text, List.of(key.sign(text))).toString();
        });
    }

    private static String text(String origin, String members, Instant castAt) {
        return String.join("\n", origin, KIND, members, "in the log by " + castAt.plus(WITHIN).getEpochSecond(), "");
    }
}
