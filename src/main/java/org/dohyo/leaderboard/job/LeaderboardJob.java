package org.dohyo.leaderboard.job;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

import org.dohyo.leaderboard.board.Snapshots;
import org.dohyo.leaderboard.count.CategoryCounts;
import org.dohyo.leaderboard.count.CountStore;
import org.dohyo.leaderboard.count.CountTables;
import org.dohyo.leaderboard.count.JobLock;
import org.dohyo.log.LogTree;
import org.dohyo.support.Ticker;
import org.dohyo.vote.LogEntry;
import org.dohyo.vote.LogHead;
import org.dohyo.vote.LogReader;
import org.dohyo.vote.VoteLog;
import org.dohyo.vote.imported.ImportedLog;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;

/**
 * The one job of the whole deployment: queued votes → log and its tree → counts → ratings → snapshots, all in one
 * transaction under {@link JobLock#LEADERBOARD}. A large import is logged in many transactions, each of which takes
 * the votes cast here first; its boards are published a few times only.
 */
@ApplicationScoped
public class LeaderboardJob {

    private static final int BATCH = 5_000;
    /** So many imported votes delay a vote that is cast meanwhile by less than half a second. */
    private static final int IMPORTED_BATCH = 10_000;
    private static final int WAKE_MILLIS = 150;
    /** Between two boards of an import that is being logged. */
    private static final long IMPORT_BOARDS_NANOS = 10_000_000_000L;
    /** So long after the last imported vote an import seems to be over: its votes are stored in sets. */
    private static final long IMPORT_OVER_NANOS = 1_000_000_000L;
    private static final int TIMEOUT_SECONDS = 300;
    private static final Logger LOG = Logger.getLogger(LeaderboardJob.class);

    private final Vertx vertx;
    private final Jdbi jdbi;
    private final AgroalDataSource database;
    private final VoteLog log;
    private final ImportedLog imported;
    private final LogTree tree;
    private final LogReader reader;
    private final LogHead.Repository head;
    private final CountStore counts;
    private final Snapshots snapshots;
    private final CountTables tables;
    private final Event<Pass> made;
    private final Clock clock;
    private final Timer passes;
    /** The categories whose counts are ahead of their boards, because of an import. Only the beat touches it. */
    private final Set<String> unpublished = new LinkedHashSet<>();
    private Set<String> publishing = Set.of();
    private boolean importing;
    private long importPublishedAt = System.nanoTime() - IMPORT_BOARDS_NANOS;
    private long importLoggedAt = System.nanoTime();
    private Ticker ticker;

    LeaderboardJob(Vertx vertx, Jdbi jdbi, AgroalDataSource database, VoteLog log, ImportedLog imported,
            LogTree tree, LogReader reader, LogHead.Repository head, CountStore counts, Snapshots snapshots,
            CountTables tables, MeterRegistry meters, Event<Pass> made,
            Clock clock) {
        this.vertx = vertx;
        this.jdbi = jdbi;
        this.database = database;
        this.log = log;
        this.imported = imported;
        this.tree = tree;
        this.reader = reader;
        this.head = head;
        this.counts = counts;
        this.snapshots = snapshots;
        this.tables = tables;
        this.made = made;
        this.clock = clock;
        this.passes = Timer.builder("dohyo.leaderboard.pass")
                .description("A batch of votes, from the queue to the snapshots")
                .publishPercentiles(0.5, 0.99).register(meters);
    }

    void start(@Observes StartupEvent event) {
        ticker = new Ticker(vertx, WAKE_MILLIS, this::drain,
                "A pass over the waiting votes failed and changed nothing");
    }

    void stop(@Observes ShutdownEvent event) {
        ticker.stop();
    }

    private void drain() {
        while (reader.anyQueued() && logged() >= BATCH) {
            LOG.debugf("Logged %d votes, more are queued", BATCH);
        }
        if (!unpublished.isEmpty() && System.nanoTime() - importLoggedAt > IMPORT_OVER_NANOS
                && !reader.anyImportedQueued()) {
            QuarkusTransaction.requiringNew().timeout(TIMEOUT_SECONDS).run(this::publishRest);
        }
    }

    private int logged() {
        Optional<Pass> pass;
        try {
            pass = passes.record(() -> QuarkusTransaction.requiringNew().timeout(TIMEOUT_SECONDS).call(this::pass));
        } catch (RuntimeException e) {
            unpublished.addAll(publishing);
            throw e;
        }
        pass.ifPresent(made::fire);
        return pass.map(batch -> batch.entries().size()).orElse(0);
    }

    /** Runs one batch in the transaction in progress; empty without votes, or if another replica runs one. */
    private Optional<Pass> pass() throws SQLException {
        if (!JobLock.LEADERBOARD.tryTake(jdbi)) {
            return Optional.empty();
        }
        Instant begun = clock.instant();
        LogHead.Mark before = head.mark();
        tables.standFor(before);
        VoteLog.Appended appended = append();
        LogHead.Mark mark = before.at(appended.size());
        if (mark.equals(before)) {
            return Optional.empty();
        }
        tree.grow(mark.size());
        Instant logged = clock.instant();
        List<LogEntry> entries = appended.entries();
        if (entries.isEmpty()) {
            // The arena's statements change no board.
            tables.moveTo(mark);
            return Optional.empty();
        }
        counts.add(CategoryCounts.of(entries));
        Instant counted = clock.instant();
        publish(appended, mark);
        return Optional.of(new Pass(entries, begun, logged, counted, clock.instant()));
    }

    private VoteLog.Appended append() throws SQLException {
        try (Connection connection = database.getConnection()) {
            VoteLog.Appended castHere = log.append(connection, BATCH, 0);
            return reader.anyImportedQueued()
                    ? castHere.and(imported.append(connection, castHere.size(), IMPORTED_BATCH))
                    : castHere;
        }
    }

    /** Publishes the boards of votes that were cast here at once, those of a large import now and then. */
    private void publish(VoteLog.Appended appended, LogHead.Mark mark) {
        counts.carryElo(appended.entries());
        Set<String> touched = categories(appended.entries());
        Set<String> due = categories(appended.castHere());
        if (appended.imported() > 0) {
            due.addAll(dueOfImport(touched));
        }
        if (!due.isEmpty()) {
            snapshots.publish(due, mark.size(), true);
        }
        unpublished.addAll(touched);
        unpublished.removeAll(due);
        publishing = due;
        tables.moveTo(mark);
    }

    /** The categories whose boards a part of an import makes due. */
    private Set<String> dueOfImport(Set<String> touched) {
        if (!importing) {
            // Whoever logged its beginning may have ended before it published the boards.
            unpublished.addAll(counts.categories());
            importing = true;
        }
        importLoggedAt = System.nanoTime();
        if (importLoggedAt - importPublishedAt < IMPORT_BOARDS_NANOS) {
            return Set.of();
        }
        importPublishedAt = importLoggedAt;
        Set<String> due = new LinkedHashSet<>(unpublished);
        due.addAll(touched);
        return due;
    }

    private static Set<String> categories(List<LogEntry> entries) {
        Set<String> categories = new LinkedHashSet<>();
        entries.forEach(entry -> categories.addAll(entry.categories()));
        return categories;
    }

    /** Another replica logged the last of the import whose boards this one had put off. */
    private void publishRest() {
        if (JobLock.LEADERBOARD.tryTake(jdbi)) {
            LogHead.Mark mark = head.mark();
            tables.standFor(mark);
            snapshots.publish(unpublished, mark.size(), true);
            tables.moveTo(mark);
            unpublished.clear();
        }
    }
}
