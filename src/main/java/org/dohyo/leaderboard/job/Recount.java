package org.dohyo.leaderboard.job;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.account.Audit;
import org.dohyo.leaderboard.board.Snapshots;
import org.dohyo.leaderboard.count.CategoryCounts;
import org.dohyo.leaderboard.count.CountStore;
import org.dohyo.leaderboard.count.CountTables;
import org.dohyo.leaderboard.count.FrequentVoters;
import org.dohyo.leaderboard.count.JobLock;
import org.dohyo.rating.VoterVotes;
import org.dohyo.vote.LogEntry;
import org.dohyo.vote.LogHead;
import org.dohyo.vote.LogReader;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.core.Vertx;

/**
 * Recomputes the counts and the online ratings from the log alone, in one transaction under the job's lock, and
 * publishes all boards from them; what needs each single vote follows. The stored counts must be the same to the last
 * bit; a difference is logged as an error.
 */
@ApplicationScoped
public class Recount {

    private static final Logger LOG = Logger.getLogger(Recount.class);
    private static final int CHUNK = 10_000;
    private static final int TIMEOUT_SECONDS = 3_600;

    // The first table is the sum of the log, one row per voter and pair; the others are sums of it.
    private static final List<String> STAGE = List.of(
            """
                    create temp table recount_voter on commit drop as
                    select category, voter_tag, least(model_a, model_b) as first, greatest(model_a, model_b) as second,
                    %s
                    from vote_log cross join unnest(categories) as category where sign <> 0 group by 1, 2, 3, 4"""
                    .formatted(CategoryCounts.SUMS),
            """
                    create temp table recount_pair on commit drop as
                    select category, first, second, sum(first_wins) as first_wins, sum(second_wins) as second_wins, sum(ties) as ties,
                        sum(both_bad) as both_bad from recount_voter group by 1, 2, 3""",
            """
                    create temp table recount_weighted on commit drop as
                    with voter as (
                        select category, voter_tag, greatest(%1$d, sum(first_wins + second_wins + ties + both_bad))::bigint as n
                        from recount_voter group by category, voter_tag
                    )
                    select category, first, second, sum(first_wins::bigint * %2$d / n) as first_wins,
                        sum(second_wins::bigint * %2$d / n) as second_wins,
                        sum((ties + both_bad)::bigint * %2$d / n) as halves
                    from recount_voter join voter using (category, voter_tag) group by 1, 2, 3"""
                    .formatted(VoterVotes.CAP, VoterVotes.CAP * VoterVotes.UNIT));

    private static final String DIFFERENT = """
            select (select count(*) from (select category, first, second, first_wins, second_wins, ties, both_bad from recount_pair
                    except select category, first, second, first_wins, second_wins, ties, both_bad from pair_count) p)
                + (select count(*) from (select category, first, second, first_wins, second_wins, halves from recount_weighted
                    except select category, first, second, first_wins, second_wins, halves from counted_weighted_pair) w)
                + (select count(*) from pair_count p where first_wins + second_wins + ties + both_bad > 0 and not exists (
                    select from recount_pair r where (r.category, r.first, r.second) = (p.category, p.first, p.second)))""";

    private static final List<String> REPLACE = List.of(
            "truncate pair_count, frequent_voter, voter_pair_count",
            """
                    insert into pair_count (category, first, second, first_wins, second_wins, ties, both_bad, weighted_first_wins,
                        weighted_second_wins, weighted_halves)
                    select category, first, second, p.first_wins, p.second_wins, p.ties, p.both_bad, w.first_wins, w.second_wins, w.halves
                    from recount_pair p join recount_weighted w using (category, first, second)""",
            """
                    insert into frequent_voter (voter_tag) select distinct voter_tag from (
                        select voter_tag from recount_voter group by category, voter_tag
                        having sum(first_wins + second_wins + ties + both_bad) > %d) as voter"""
                    .formatted(FrequentVoters.FEW),
            """
                    insert into voter_pair_count (category, voter_tag, first, second, first_wins, second_wins, ties, both_bad)
                    select category, voter_tag, first, second, first_wins, second_wins, ties, both_bad
                    from recount_voter join frequent_voter using (voter_tag)""",
            "truncate elo_rating, elo_gain");

    private final Jdbi jdbi;
    private final Audit audit;
    private final Vertx vertx;
    private final LogReader log;
    private final LogHead.Repository head;
    private final CountStore counts;
    private final CountTables tables;
    private final Snapshots snapshots;

    Recount(Jdbi jdbi, Audit audit, Vertx vertx, LogReader log, LogHead.Repository head, CountStore counts,
            CountTables tables,
            Snapshots snapshots) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.vertx = vertx;
        this.log = log;
        this.head = head;
        this.counts = counts;
        this.tables = tables;
        this.snapshots = snapshots;
    }

    /** Recomputes everything in the background, on an admin's request, which is recorded. */
    public void request(String admin) {
        QuarkusTransaction.requiringNew()
                .run(() -> audit.record(admin, "refresh-leaderboard", "leaderboard", null, null));
        vertx.executeBlocking(this::run, false).onComplete(done -> {
            if (done.failed()) {
                LOG.error("The counts could not be recomputed from the log; they stay as they were", done.cause());
            } else {
                LOG.infof("The counts were recomputed from the log; %d differed", done.result());
            }
        });
    }

    /** Returns the number of counted pairs that differed from the log: 0 unless something is wrong. */
    public long run() {
        return QuarkusTransaction.requiringNew().timeout(TIMEOUT_SECONDS).call(this::recount);
    }

    private long recount() {
        JobLock.LEADERBOARD.take(jdbi);
        long different = jdbi.withHandle(Recount::replaceCounts);
        if (different > 0) {
            LOG.errorf("%d counts differed from the log; they are replaced by those of the log", different);
        }
        head.beginEpoch();
        LogHead.Mark mark = head.mark();
        // Nothing of a new epoch is in memory yet, so all tables are reloaded.
        tables.standFor(mark);
        replayElo();
        snapshots.outdateUncertainty();
        snapshots.publish(counts.categories(), mark.size(), true);
        tables.moveTo(mark);
        return different;
    }

    private static long replaceCounts(Handle handle) {
        STAGE.forEach(handle::execute);
        long different = handle.createQuery(DIFFERENT).mapTo(Long.class).one();
        REPLACE.forEach(handle::execute);
        return different;
    }

    private void replayElo() {
        List<LogEntry> entries = log.entries(0, CHUNK);
        while (!entries.isEmpty()) {
            counts.carryElo(entries);
            entries = log.entries(entries.get(entries.size() - 1).position() + 1, CHUNK);
        }
    }
}
