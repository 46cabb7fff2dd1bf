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
import org.jboss.logging.Logger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.vertx.core.Vertx;

/** Imports and their progress, which every replica can show and end. */
@ApplicationScoped
class ImportRuns {

    private static final int NEWEST = 20;
    private static final String INTERRUPTED = "interrupted";
    private static final Duration SILENT = Duration.ofSeconds(15);
    private static final Logger LOG = Logger.getLogger(ImportRuns.class);

    private final ImportRun.Repository runs;
    private final LogReader log;
    private final VoteImport imports;
    private final Vertx vertx;
    private final Clock clock;
    private final Map<UUID, RunningImport> here = new ConcurrentHashMap<>();

    ImportRuns(ImportRun.Repository runs, LogReader log, VoteImport imports, Vertx vertx, Clock clock) {
        this.runs = runs;
        this.log = log;
        this.imports = imports;
        this.vertx = vertx;
        this.clock = clock;
    }

    /** Stores a file and reports how far it is. */
    interface Storing {
        VoteImport.Report store(RunningImport run) throws IOException;
    }

    /**
     * An import.
     *
     * @param state reading, storing, done, refused, cancelled, or interrupted if its replica has ended while it read
     * @param read records so far
     * @param votes those of the file, without records that were left out; null while it is read
     * @param stored how many of them have been stored, or found to be there already
     * @param imported votes; null before the end, as the others
     */
    public record Shown(UUID id, String account, String state, String format, long read, Long votes, long stored,
            Long imported, Long duplicates, Long skipped, Instant startedAt, Instant endedAt) {

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
        try {
            return storing.store(running);
        } finally {
            here.remove(running.id());
            QuarkusTransaction.requiringNew().run(() -> runs.end(running.id(), running.read(),
                    running.cancelled() ? ImportRun.State.CANCELLED : ImportRun.State.REFUSED, clock.instant()));
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

    @Scheduled(identity = "vote-imports", every = "1s", concurrentExecution = SKIP, skipExecutionIf = BeatGate.class)
    void tick() {
        for (RunningImport running : here.values()) {
            if (QuarkusTransaction.requiringNew().call(() -> renew(running))) {
                running.cancel();
            }
        }
        Instant since = clock.instant().minus(SILENT);
        QuarkusTransaction.requiringNew().call(() -> runs.abandoned(since)).stream()
                .filter(id -> QuarkusTransaction.requiringNew().call(() -> runs.claim(id, since, clock.instant())))
                .forEach(this::resume);
    }

    /** Returns true if the import is to end. */
    private boolean renew(RunningImport running) {
        if (running.storing()) {
            runs.renew(running.id(), clock.instant());
            return false;
        }
        runs.renewReading(running.id(), running.read(), clock.instant());
        return runs.findById(running.id()).cancelAsked;
    }

    /** Goes on with an import whose replica has ended. */
    private void resume(UUID id) {
        RunningImport running = new RunningImport(id);
        running.stores();
        here.put(id, running);
        LOG.infof("The import %s was interrupted; what is left of it is stored now", id);
        vertx.executeBlocking(() -> {
            imports.storeRest(id);
            return null;
        }, false).onComplete(done -> {
            here.remove(id);
            if (done.failed()) {
                LOG.errorf(done.cause(), "The import %s could not be stored to its end; it is tried again", id);
            }
        });
    }

    /** Asks the replica that reads it to end it, which it does within a second; empty if there is none of that id. */
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
        boolean silent = run.state == ImportRun.State.READING && run.seenAt.isBefore(clock.instant().minus(SILENT));
        return new Shown(run.id, run.account, silent ? INTERRUPTED : run.state.name().toLowerCase(Locale.ROOT),
                run.format, run.read, run.staged, run.stored, run.imported, run.duplicates, run.skipped, run.startedAt,
                run.endedAt);
    }
}
