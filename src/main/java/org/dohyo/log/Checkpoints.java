package org.dohyo.log;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** The signed checkpoints of the log for other rooms. */
@ApplicationScoped
public class Checkpoints {

    private final LogCheckpoint.Repository checkpoints;

    Checkpoints(LogCheckpoint.Repository checkpoints) {
        this.checkpoints = checkpoints;
    }

    /** @param note the signed note, as {@code /log/checkpoint} serves it */
    public record Signed(long size, String note) {
    }

    /** The newest one; empty before the first vote. */
    @Transactional
    public Optional<Signed> newest() {
        return checkpoints.newest().map(newest -> new Signed(newest.treeSize, newest.note().toString()));
    }
}
