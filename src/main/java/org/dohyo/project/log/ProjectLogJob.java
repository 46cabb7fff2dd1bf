package org.dohyo.project.log;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.support.BeatGate;
import org.jboss.logging.Logger;

import io.quarkus.scheduler.Scheduled;

/** Lets projects' logs grow in the background. A project that fails holds up no other. */
@ApplicationScoped
class ProjectLogJob {

    private static final Logger LOG = Logger.getLogger(ProjectLogJob.class);

    private final ProjectLogGrowth growth;

    ProjectLogJob(ProjectLogGrowth growth) {
        this.growth = growth;
    }

    @Scheduled(identity = "project-log", every = "1s", concurrentExecution = SKIP, skipExecutionIf = BeatGate.class)
    void tick() {
        growth.due().forEach(this::grow);
    }

    private void grow(long project) {
        try {
            while (growth.grow(project)) {
                // A transaction for each batch.
                continue;
            }
        } catch (RuntimeException e) {
            LOG.errorf(e, "The log of project %d doesn't grow", project);
        }
    }
}
