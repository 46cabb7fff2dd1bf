package org.dohyo.leaderboard.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import org.dohyo.SecondArena;
import org.dohyo.leaderboard.board.Snapshots;
import org.dohyo.leaderboard.count.CountStore;
import org.dohyo.leaderboard.count.CountTables;
import org.dohyo.leaderboard.count.JobLock;
import org.dohyo.log.LogTree;
import org.dohyo.support.PostgresResource;
import org.dohyo.vote.LogHead;
import org.dohyo.vote.LogReader;
import org.dohyo.vote.VoteLog;
import org.dohyo.vote.imported.AnotherReplica;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Vertx;

/**
 * Each vote is logged once and counted once, with many writers whose commits come late and out of order, two replicas
 * of the job, and kills of its database sessions at random moments. {@code -Ddohyo.kills=300} makes more of them.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestProfile(SecondArena.class)
class ExactlyOnceIT {

    private static final int WRITERS = 16;
    private static final int KILLS = Integer.getInteger("dohyo.kills", 20);
    private static final int MOST_DELAY_MILLIS = 20;
    private static final String VOTES = "select count(*) from vote";
    private static final String LOGGED = "select count(*) from log_entry where vote_id is not null";
    private static final String COUNTED = """
            select coalesce(sum(first_wins + second_wins + ties + both_bad), 0) from pair_count
            where category = 'overall'""";
    /** pg_locks has a key's lower half as objid. */
    private static final int JOB_LOCK = (int) JobLock.LEADERBOARD.key();

    private static final String VOTE = """
            with pair as (select a.id as a, b.id as b from model a, model b where a.slug = ? and b.slug = ?),
            voter as (insert into voter (token_hash, tag, created_at) values (?, ?, now())
                on conflict (tag) do update set created_at = now() returning id, tag),
            battle as (insert into battle (id, voter_id, origin, blind, model_a, revision_a, model_b, revision_b, propensity,
                state, turn, created_at, updated_at)
                select ?, voter.id, 'ARENA', true, a, 1, b, 1, 0.1, 'VOTED', 1, now(), now() from pair, voter returning id)
            insert into vote (battle_id, id, voter_id, voter_tag, outcome, categories, counted, cast_at)
            select battle.id, ?, voter.id, voter.tag, ?, ?, true, now() from battle, voter""";

    /** Imported votes are stored in sets, queued in their order; some of their voters have many votes. */
    private static final int SET = 1_500;
    private static final int MOST_SETS_QUEUED = 6;
    private static final List<String> STORE_SET = List.of("""
            create temp table new_vote on commit drop as
            select number, gen_random_uuid() as battle, gen_random_uuid() as vote,
                'importer ' || floor(600 * power(random(), 3)) as voter_key from generate_series(1, %d) number""",
            """
                    insert into voter (import_key, tag, created_at)
                    select distinct voter_key, sha256(voter_key::bytea), now() from new_vote
                    on conflict (import_key) do nothing""",
            """
                    insert into battle (id, voter_id, origin, import_key, blind, model_a, revision_a, model_b, revision_b, state, turn,
                        created_at, updated_at)
                    select battle, voter.id, 'IMPORT', battle::text, true, a.id, 1, b.id, 1, 'VOTED', 1, now(), now()
                    from new_vote join voter on voter.import_key = voter_key, model a, model b
                    where a.slug = 'demo-yokozuna' and b.slug = 'demo-ozeki'""",
            """
                    insert into vote (battle_id, id, voter_id, voter_tag, outcome, categories, counted, cast_at)
                    select battle, new_vote.vote, voter.id, voter.tag, 'A', '{overall}', true, now()
                    from new_vote join voter on voter.import_key = voter_key""",
            """
                    insert into import_queue (votes) select array_agg(vote order by number) from new_vote
                    group by (number - 1) / 500 order by (number - 1) / 500""");
    private static final String OUT_OF_ORDER = """
            select count(*) from (select position < lag(position) over (order by block_copy.id, place) as earlier
                from block_copy cross join lateral unnest(votes) with ordinality as queued (vote, place)
                join log_entry on log_entry.vote_id = queued.vote) as logged
            where earlier""";
    private static final String QUEUED = "select (select count(*) from log_queue) + (select count(*) from import_queue)";

    @Inject
    AgroalDataSource database;
    @Inject
    Vertx vertx;
    @Inject
    VoteLog log;
    @Inject
    LogTree tree;
    @Inject
    LogReader reader;
    @Inject
    LogHead.Repository head;
    @Inject
    Jdbi jdbi;
    @Inject
    Snapshots snapshots;
    @Inject
    Recount recount;
    @Inject
    Event<Pass> made;
    @Inject
    Clock clock;

    private final AtomicBoolean writing = new AtomicBoolean(true);
    private final AtomicBoolean watching = new AtomicBoolean(true);

    /** A second replica's job: it shares the database with the first and nothing else. */
    private LeaderboardJob secondReplica() {
        CountTables tables = new CountTables(jdbi);
        LeaderboardJob job = new LeaderboardJob(vertx, jdbi, database, log,
                AnotherReplica.importedLog(log, vertx, database, clock), tree, reader,
                new ImportsUnderWay(reader, jdbi), head,
                new CountStore(jdbi, tables), snapshots.with(tables), tables, new SimpleMeterRegistry(), made, clock);
        job.start(null);
        return job;
    }

    @Test
    void everyVote_isLoggedOnceAndCountedOnce() throws Exception {
        // The queues lose their rows to the job; the controls read copies that keep them, written in the same
        // transactions.
        execute("""
                create table queue_copy (id bigint primary key, vote_id uuid);
                create table block_copy (id bigint primary key, votes uuid[]);
                create function copy_queue() returns trigger language plpgsql as $$
                begin insert into queue_copy values (new.id, new.vote_id); return null; end $$;
                create function copy_block() returns trigger language plpgsql as $$
                begin insert into block_copy values (new.id, new.votes); return null; end $$;
                create trigger copy_queue after insert on log_queue for each row execute function copy_queue();
                create trigger copy_block after insert on import_queue for each row execute function copy_block()""");
        awaitEmptyQueue();
        long votesBefore = number(VOTES);
        long loggedBefore = number(LOGGED);
        long countedBefore = number(COUNTED);
        LeaderboardJob second = secondReplica();
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 2);
        try {
            List<Future<Long>> written = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int number = writer;
                written.add(threads.submit(() -> write(number)));
            }
            Future<Long> stored = threads.submit(this::importSets);
            Future<Long> watermark = threads.submit(this::watchByWatermark);
            killTheJobs();
            writing.set(false);
            long cast = 0;
            for (Future<Long> count : written) {
                cast += count.get(60, TimeUnit.SECONDS);
            }
            watching.set(false);
            long imported = stored.get(60, TimeUnit.SECONDS);
            long votes = cast + imported;
            assertThat(imported).isGreaterThanOrEqualTo(SET);
            // The control: who asks for ids beyond the last one it saw never sees some that were committed late.
            assertThat(watermark.get(60, TimeUnit.SECONDS)).isLessThan(cast);
            assertThat(number("select count(*) from queue_copy")).isEqualTo(cast);
            assertThat(number("select sum(cardinality(votes)) from block_copy")).isEqualTo(imported);
            awaitEmptyQueue();
            assertThat(number(VOTES) - votesBefore).isEqualTo(votes);
            assertThat(number(LOGGED) - loggedBefore).isEqualTo(votes);
            assertThat(number(OUT_OF_ORDER)).isZero();
            assertThat(number("select max(position) + 1 - count(*) from log_entry")).isZero();
            assertThat(number("select size - (select count(*) from log_entry) from log_head")).isZero();
            assertThat(number(COUNTED) - countedBefore).isEqualTo(votes);
            assertThat(recount.run()).as("counts that differ from the log").isZero();
        } finally {
            writing.set(false);
            watching.set(false);
            threads.shutdownNow();
            second.stop(null);
            execute("""
                    drop trigger copy_queue on log_queue; drop function copy_queue; drop table queue_copy;
                    drop trigger copy_block on import_queue; drop function copy_block; drop table block_copy""");
        }
    }

    private void awaitEmptyQueue() {
        await().atMost(Duration.ofSeconds(60)).until(() -> number(QUEUED) == 0);
    }

    /** Casts votes until told to end; returns how many were acknowledged. */
    private long write(int writer) throws SQLException, InterruptedException {
        SplittableRandom random = new SplittableRandom(writer);
        byte[] tag = new byte[32];
        tag[0] = (byte) writer;
        String[] slugs = { "demo-yokozuna", "demo-ozeki", "demo-sekiwake", "demo-komusubi", "demo-maegashira" };
        String[] outcomes = { "A", "B", "TIE", "BOTH_BAD" };
        long acknowledged = 0;
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            while (writing.get()) {
                int a = random.nextInt(slugs.length);
                int b = (a + 1 + random.nextInt(slugs.length - 1)) % slugs.length;
                UUID vote = UUID.randomUUID();
                try (PreparedStatement insert = connection.prepareStatement(VOTE);
                        PreparedStatement queue = connection
                                .prepareStatement(
                                        "insert into log_queue (kind, vote_id, at) values ('CAST', ?, now())")) {
                    insert.setString(1, slugs[a]);
                    insert.setString(2, slugs[b]);
                    insert.setBytes(3, tag);
                    insert.setBytes(4, tag);
                    insert.setObject(5, UUID.randomUUID());
                    insert.setObject(6, vote);
                    insert.setString(7, outcomes[random.nextInt(outcomes.length)]);
                    insert.setArray(8, connection.createArrayOf("text",
                            random.nextBoolean() ? new String[] { "overall" } : new String[] { "overall", "code" }));
                    insert.executeUpdate();
                    queue.setObject(1, vote);
                    queue.executeUpdate();
                    // The delay is the subject of the test: ids are taken now and become visible later, out of order.
                    TimeUnit.MILLISECONDS.sleep(random.nextInt(MOST_DELAY_MILLIS));
                    connection.commit();
                    acknowledged++;
                }
            }
            connection.setAutoCommit(true);
        }
        return acknowledged;
    }

    /** Stores sets of imported votes until told to end; returns the number of votes. */
    private long importSets() throws SQLException {
        long stored = 0;
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            while (writing.get()) {
                for (String part : STORE_SET) {
                    statement.execute(part.formatted(SET));
                }
                connection.commit();
                stored += SET;
                await().atMost(Duration.ofSeconds(60)).until(() -> !writing.get()
                        || number("select coalesce(sum(size), 0) from import_queue") < (long) MOST_SETS_QUEUED * SET);
            }
            connection.setAutoCommit(true);
        }
        return stored;
    }

    /** What a job would see that asks for ids beyond the last one it saw; it looks once more after the last commit. */
    private long watchByWatermark() throws SQLException {
        long last = 0;
        long seen = 0;
        boolean more = true;
        while (more) {
            more = watching.get();
            try (Connection connection = database.getConnection();
                    PreparedStatement select = connection.prepareStatement(
                            "select count(*), coalesce(max(id), ?) from queue_copy where id > ?")) {
                select.setLong(1, last);
                select.setLong(2, last);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    seen += row.getLong(1);
                    last = row.getLong(2);
                }
            }
        }
        return seen;
    }

    private void killTheJobs() throws SQLException {
        SplittableRandom random = new SplittableRandom(7);
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            for (int killed = 0; killed < KILLS;) {
                try (ResultSet row = statement.executeQuery(
                        """
                                select count(*) filter (where pg_sleep(%s) is not null and pg_terminate_backend(pid)) from pg_locks
                                where locktype = 'advisory' and database = (select oid from pg_database
                                    where datname = current_database()) and pid <> pg_backend_pid() and objid = %d"""
                                .formatted(random.nextDouble() * 0.03, JOB_LOCK))) {
                    row.next();
                    killed += row.getInt(1);
                }
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
