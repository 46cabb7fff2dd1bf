package org.dohyo.benchmark.run;

import java.time.Clock;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.account.Audit;
import org.dohyo.benchmark.BenchmarkProblemMessages;
import org.dohyo.web.Refusal;

/** Cancels runs and resumes them. */
@ApplicationScoped
public class RunControl {

    private final BenchmarkRun.Repository runs;
    private final BenchmarkItem.Repository items;
    private final Audit audit;
    private final Clock clock;

    RunControl(BenchmarkRun.Repository runs, BenchmarkItem.Repository items, Audit audit, Clock clock) {
        this.runs = runs;
        this.items = items;
        this.audit = audit;
        this.clock = clock;
    }

    /** Starts no further call and aborts those in progress. Stored answers stay. */
    @Transactional
    public void cancel(UUID id, String who) {
        BenchmarkRun run = runs.lock(id).filter(stored -> stored.state.canMoveTo(RunState.CANCELLED))
                .orElseThrow(() -> Refusal.of(BenchmarkProblemMessages.class, Status.CONFLICT, "not-running",
                        BenchmarkProblemMessages::notRunning));
        run.moveTo(RunState.CANCELLED, clock.instant());
        items.hold(id);
        audit.record(who, "cancel-run", "run:" + id, null, null);
    }

    /** Repeats only the calls that failed or that a cancel left undone. */
    @Transactional
    public void retry(UUID id, String who) {
        BenchmarkRun run = runs.lock(id)
                .filter(stored -> stored.state.canMoveTo(RunState.RUNNING) && items.anyUndone(id))
                .orElseThrow(() -> Refusal.of(BenchmarkProblemMessages.class, Status.CONFLICT, "nothing-to-retry",
                        BenchmarkProblemMessages::nothingToRetry));
        run.moveTo(RunState.RUNNING, clock.instant());
        items.retry(id);
        audit.record(who, "retry-run", "run:" + id, null, null);
    }
}
