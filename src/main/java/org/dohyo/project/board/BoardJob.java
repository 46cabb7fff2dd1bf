package org.dohyo.project.board;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.project.log.LogSizes;
import org.dohyo.support.BeatGate;
import org.jboss.logging.Logger;

import io.quarkus.scheduler.Scheduled;

/**
 * Keeps projects' boards up to their logs, each at most once in a beat however many judgements come.
 */
@ApplicationScoped
class BoardJob {

    private static final Logger LOG = Logger.getLogger(BoardJob.class);
    private static final int PROJECTS = 20;

    private final LogSizes sizes;
    private final BoardUpdates updates;

    BoardJob(LogSizes sizes, BoardUpdates updates) {
        this.sizes = sizes;
        this.updates = updates;
    }

    @Scheduled(identity = "project-boards", every = "3s", concurrentExecution = SKIP, skipExecutionIf = BeatGate.class)
    void tick() {
        sizes.withoutBoard(PROJECTS).forEach(this::update);
    }

    private void update(long project) {
        try {
            updates.update(project);
        } catch (RuntimeException e) {
            LOG.errorf(e, "The boards of project %d can't be computed and are tried again", project);
        }
    }
}
