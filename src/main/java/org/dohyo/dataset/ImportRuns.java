package org.dohyo.dataset;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.support.BeatGate;
import org.dohyo.vote.LogReader;
import org.jdbi.v3.core.Jdbi;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;

/** Imports and their progress, which every replica can show and end. */
@ApplicationScoped
class ImportRuns {

    private static final int NEWEST = 20;
    private static final String INTERRUPTED = "interrupted";
    private static final Duration SILENT = Duration.ofSeconds(15);

    private final ImportRun.Repository runs;
    private final LogReader log;
    private final Jdbi jdbi;
    private final Clock clock;
    private final Map<UUID, RunningImport> here = new ConcurrentHashMap<>();

    ImportRuns(ImportRun.Repository runs, LogReader log, Jdbi jdbi, Clock clock) {
        this.runs = runs;
        this.log = log;
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** Stores a file and reports how far it is. */
    interface Storing {
        VoteImport.Report store(RunningImport run) throws IOException;
    }

    /**
     * An import.
     *
     * @param state reading, storing, done, refused, cancelled, or interrupted if its replica has ended
     * @param read records so far
     * @param imported votes; null before the end, as the others
     */
    public record Shown(UUID id, String account, String state, String format, long read, Long imported,
            Long duplicates, Long skipped, Instant startedAt, Instant endedAt) {

        private boolean running() {
            return endedAt == null && !state.equals(INTERRUPTED);
        }
    }

    /**
     * @param waiting about how many imported votes aren't in the log yet, and so on no board
     * @param imports the newest, the newest first
     */
    public record Progress(long waiting, List<Shown> imports) {

        /** True if no import runs and all its votes are logged. */
        boolean idle() {
            return waiting == 0 && imports.stream().noneMatch(Shown::running);
        }
    }

    VoteImport.Report follow(String account, Storing storing) throws IOException {
        RunningImport running = begin(account);
        here.put(running.id(), running);
        VoteImport.Report report = null;
        try {
            report = storing.store(running);
            return report;
        } finally {
            here.remove(running.id());
            VoteImport.Report stored = report;
            QuarkusTransaction.requiringNew().run(() -> end(running, stored));
        }
    }

    private RunningImport begin(String account) {
        ImportRun run = new ImportRun();
        run.id = UUID.randomUUID();
        run.account = account;
        run.state = ImportRun.State.READING;
        run.startedAt = clock.instant();
        run.seenAt = run.startedAt;
        QuarkusTransaction.requiringNew().run(() -> runs.persist(run));
        return new RunningImport(run.id);
    }

    private void end(RunningImport running, VoteImport.Report report) {
        ImportRun run = runs.findById(running.id());
        run.read = running.read();
        run.endedAt = clock.instant();
        run.state = running.cancelled() ? ImportRun.State.CANCELLED : ImportRun.State.REFUSED;
        if (report != null) {
            run.state = ImportRun.State.DONE;
            run.format = report.format();
            run.read = report.read();
            run.imported = report.imported();
            run.duplicates = report.duplicates();
            run.skipped = report.skipped();
        }
    }

    @Scheduled(identity = "vote-imports", every = "1s", concurrentExecution = SKIP, skipExecutionIf = BeatGate.class)
    void tick() {
        for (RunningImport running : here.values()) {
            if (QuarkusTransaction.requiringNew().call(() -> renew(running))) {
                running.cancel(jdbi);
            }
        }
    }

    /** Returns true if the import is to end. */
    private boolean renew(RunningImport running) {
        runs.renew(running.id(), running.read(),
                running.storing() ? ImportRun.State.STORING : ImportRun.State.READING, clock.instant());
        return runs.findById(running.id()).cancelAsked;
    }

    /** Asks the replica that stores it to end it, which it does within a second; empty if there is none of that id. */
    @Transactional
    Optional<Shown> cancel(UUID id) {
        runs.askToCancel(id);
        return runs.findByIdOptional(id).map(this::shown);
    }

    @Transactional
    Progress progress() {
        return new Progress(log.importedQueued(), runs.newest(NEWEST).stream().map(this::shown).toList());
    }

    private Shown shown(ImportRun run) {
        boolean silent = run.running() && run.seenAt.isBefore(clock.instant().minus(SILENT));
        return new Shown(run.id, run.account, silent ? INTERRUPTED : run.state.name().toLowerCase(Locale.ROOT),
                run.format, run.read, run.imported, run.duplicates, run.skipped, run.startedAt, run.endedAt);
    }
}
