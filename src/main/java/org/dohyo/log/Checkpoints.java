package org.dohyo.log;

import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.log.tree.Checkpoint;
import org.dohyo.log.tree.Hash;
import org.dohyo.log.tree.SignedNote;
import org.dohyo.log.tree.VerifierKey;

/** The checkpoints that were signed. */
@ApplicationScoped
public class Checkpoints {

    private final LogCheckpoint.Repository checkpoints;

    Checkpoints(LogCheckpoint.Repository checkpoints) {
        this.checkpoints = checkpoints;
    }

    /** @param key that of the log's own signature */
    public record Signed(Checkpoint checkpoint, SignedNote note, VerifierKey key, Instant at) {

        static Signed of(LogCheckpoint stored) {
            return new Signed(new Checkpoint(stored.key.name, stored.treeSize, Hash.of(stored.root)), stored.note(),
                    stored.key.verifier(), stored.signedAt);
        }
    }

    /** The newest one; empty before the first. */
    @Transactional
    public Optional<Signed> newest() {
        return checkpoints.newest().map(Signed::of);
    }
}
