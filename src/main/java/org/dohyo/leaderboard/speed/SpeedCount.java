package org.dohyo.leaderboard.speed;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import java.time.Clock;
import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.support.BeatGate;
import org.dohyo.vote.LogHead;
import org.hibernate.Session;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;

/**
 * Adds the answers of newly logged votes to {@link ModelSpeed}. Only the log's new entries are read, and an answer is
 * added after its battle's vote alone, so that no figure moves with a running battle.
 */
@ApplicationScoped
public class SpeedCount {

    private static final long BATCH = 20_000;
    // Imported votes have no answers: what their leaves say saves the joins.
    private static final String ADD = """
            insert into model_speed (model_id, revision, measure, day, bucket, answers)
            select a.model_id, a.revision, f.measure, cast(a.started_at at time zone 'UTC' as date),
                cast(floor(ln(f.value) / :step) as integer), count(*)
            from vote_log l join cast_vote v on v.id = l.vote_id join answer_speed a on a.battle_id = v.battle_id
            cross join lateral (values ('FIRST_TEXT', cast(a.first_text_millis as double precision)),
                ('TOKENS_PER_SECOND', 1000.0 * a.completion_tokens / nullif(a.total_millis, 0))) as f (measure, value)
            where l.position >= :from and l.position < :to and l.kind = 'CAST'
                and l.leaf like '%"origin":"ARENA"%' and f.value > 0
            group by 1, 2, 3, 4, 5
            on conflict (model_id, revision, measure, day, bucket)
                do update set answers = model_speed.answers + excluded.answers""";

    private final Session session;
    private final LogHead.Repository log;
    private final SpeedHead.Repository head;
    private final ModelSpeed.Repository speeds;
    private final Clock clock;

    SpeedCount(Session session, LogHead.Repository log, SpeedHead.Repository head, ModelSpeed.Repository speeds,
            Clock clock) {
        this.session = session;
        this.log = log;
        this.head = head;
        this.speeds = speeds;
        this.clock = clock;
    }

    @Scheduled(identity = "speed-count", every = "10s", delayed = "10s", concurrentExecution = SKIP,
            skipExecutionIf = BeatGate.class)
    void pass() {
        while (QuarkusTransaction.requiringNew().call(this::addBatch)) {
            // Until the log has been read to its end.
        }
    }

    /** Returns true if entries are left. */
    private boolean addBatch() {
        long size = log.size();
        if (head.position() == size) {
            return false;
        }
        SpeedHead read = head.lock();
        long to = Math.min(size, read.position + BATCH);
        if (to > read.position) {
            session.createNativeMutationQuery(ADD).setParameter("step", Buckets.STEP)
                    .setParameter("from", read.position).setParameter("to", to).executeUpdate();
            read.position = to;
        }
        return to < size;
    }

    @Scheduled(identity = "speed-forgotten", every = "1h", delayed = "5m", concurrentExecution = SKIP,
            skipExecutionIf = BeatGate.class)
    @Transactional
    void forgetOld() {
        speeds.forgetBefore(LocalDate.now(clock).minusDays(Speed.DAYS + 1L));
    }
}
