package org.dohyo.leaderboard.job;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import org.dohyo.leaderboard.board.Snapshots;
import org.dohyo.leaderboard.count.CountStore;
import org.dohyo.leaderboard.count.CountTables;
import org.dohyo.leaderboard.count.JobLock;
import org.dohyo.log.LogTree;
import org.dohyo.support.Ticker;
import org.dohyo.vote.LogEntry;
import org.dohyo.vote.LogHead;
import org.dohyo.vote.LogReader;
import org.dohyo.vote.VoteCast;
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
 * transaction under {@link JobLock#LEADERBOARD}. A large import is logged in many transactions, between which the
 * votes that are cast here have some of their own; its boards are published a few times only.
 */
@ApplicationScoped
public class LeaderboardJob {

    private static final int BATCH = 5_000;
    /** Finds what no vote that was cast here has announced, such as a moderator's change or another replica's vote. */
    private static final int BEAT_MILLIS = 500;
    /** From one pass over votes that are cast here to the next. */
    private static final int APART_MILLIS = 150;
    /** Between two boards of an import that is being logged. */
    private static final long IMPORT_BOARDS_NANOS = 10_000_000_000L;
    private static final int TIMEOUT_SECONDS = 300;
    private static final Logger LOG = Logger.getLogger(LeaderboardJob.class);

    private final Vertx vertx;
    private final Jdbi jdbi;
    private final AgroalDataSource database;
    private final VoteLog log;
    private final ImportedLog imported;
    private final LogTree tree;
    private final LogReader reader;
    private final ImportsUnderWay imports;
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
    private final ImportPace pace = new ImportPace();
    private boolean importing;
    /** The last pass took votes that were cast here alone: the next one goes on with the import. */
    private boolean castHereLast;
    private long importPublishedAt = System.nanoTime() - IMPORT_BOARDS_NANOS;
    private Ticker ticker;

    LeaderboardJob(Vertx vertx, Jdbi jdbi, AgroalDataSource database, VoteLog log, ImportedLog imported,
            LogTree tree, LogReader reader, ImportsUnderWay imports, LogHead.Repository head, CountStore counts,
            Snapshots snapshots,
            CountTables tables, MeterRegistry meters, Event<Pass> made,
            Clock clock) {
        this.vertx = vertx;
        this.jdbi = jdbi;
        this.database = database;
        this.log = log;
        this.imported = imported;
        this.tree = tree;
        this.reader = reader;
        this.imports = imports;
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
        ticker = new Ticker(vertx, BEAT_MILLIS, this::drain,
                "A pass over the waiting votes failed and changed nothing");
    }

    void stop(@Observes ShutdownEvent event) {
        ticker.stop();
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) VoteCast vote) {
        ticker.wakeApart(APART_MILLIS);
    }

    private void drain() {
        int logged = reader.anyQueued() ? logged() : 0;
        while (logged >= BATCH || logged > 0 && reader.anyImportedQueued()) {
            LOG.debugf("Logged %d votes, more may be queued", logged);
            logged = logged();
        }
        if (!unpublished.isEmpty() && !imports.any()
                && QuarkusTransaction.requiringNew().timeout(TIMEOUT_SECONDS).call(this::publishRest)) {
            unpublished.clear();
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
        counts.add(entries);
        counts.carryElo(entries);
        Instant counted = clock.instant();
        publish(appended, mark);
        pace.learn(appended.imported(), Duration.between(begun, counted).toMillis());
        return Optional.of(new Pass(entries, begun, logged, counted, clock.instant()));
    }

    private VoteLog.Appended append() throws SQLException {
        try (Connection connection = database.getConnection()) {
            VoteLog.Appended castHere = log.append(connection, BATCH);
            castHereLast = !castHere.entries().isEmpty() && !castHereLast;
            return castHereLast || !reader.anyImportedQueued() ? castHere
                    : castHere.and(imported.append(connection, castHere.size(), pace.votes()));
        }
    }

    /** Publishes the boards of votes that were cast here at once, those of a large import now and then. */
    private void publish(VoteLog.Appended appended, LogHead.Mark mark) {
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

    /** The categories whose boards a part of an import makes due: all at its end, which is published with its votes. */
    private Set<String> dueOfImport(Set<String> touched) {
        if (!importing) {
            // Whoever logged its beginning may have ended before it published the boards.
            unpublished.addAll(counts.categories());
            importing = true;
        }
        long now = System.nanoTime();
        if (now - importPublishedAt < IMPORT_BOARDS_NANOS && imports.any()) {
            return Set.of();
        }
        importPublishedAt = now;
        Set<String> due = new LinkedHashSet<>(unpublished);
        due.addAll(touched);
        return due;
    }

    private static Set<String> categories(List<LogEntry> entries) {
        Set<String> categories = new LinkedHashSet<>();
        entries.forEach(entry -> categories.addAll(entry.categories()));
        return categories;
    }

    /** Publishes what this replica has put off, once no import is under way; returns false if another one works. */
    private boolean publishRest() {
        if (!JobLock.LEADERBOARD.tryTake(jdbi)) {
            return false;
        }
        LogHead.Mark mark = head.mark();
        tables.standFor(mark);
        snapshots.publish(unpublished, mark.size(), true);
        tables.moveTo(mark);
        return true;
    }
}
