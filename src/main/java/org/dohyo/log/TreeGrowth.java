package org.dohyo.log;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.dohyo.support.BeatGate;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;

/** Keeps the log's key at hand, and brings a tree that is behind its log up to it. */
@ApplicationScoped
class TreeGrowth {

    private final LogKeys keys;
    private final LogTree tree;

    TreeGrowth(LogKeys keys, LogTree tree) {
        this.keys = keys;
        this.tree = tree;
    }

    /** Before the first vote, which is answered with a signed promise. */
    void start(@Observes StartupEvent event) {
        keys.refresh();
    }

    @Scheduled(identity = "log-tree", every = "3s", concurrentExecution = SKIP, skipExecutionIf = BeatGate.class)
    void tick() {
        keys.refresh();
        while (tree.catchUp()) {
            // A transaction for each batch, so that votes are logged between them.
            continue;
        }
    }
}
