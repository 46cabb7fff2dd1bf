package org.dohyo.vote;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.account.Audit;
import org.dohyo.battle.Battle;
import org.dohyo.support.Problem;
import org.hibernate.Session;

/**
 * Votes as the desk sees them, and their exclusion and return: each a later entry of the log with its reason. The vote's
 * battle is locked, as a withdrawal locks it, so that no vote is taken off twice.
 */
@ApplicationScoped
public class Judgements {

    private final Session database;
    private final Battle.Repository battles;
    private final Vote.Repository votes;
    private final LogQueue.Repository queue;
    private final Audit audit;
    private final Clock clock;

    Judgements(Session database, Battle.Repository battles, Vote.Repository votes, LogQueue.Repository queue, Audit audit,
            Clock clock) {
        this.database = database;
        this.battles = battles;
        this.votes = votes;
        this.queue = queue;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A vote with what one needs to judge it.
     *
     * @param voter the beginning of the salted tag, by which votes of one voter are known
     * @param prompt the beginning of the first prompt; null for an imported vote
     */
    public record Judged(UUID id, Instant castAt, String modelA, String modelB, String outcome, String origin, String voter,
            String prompt, String comment, boolean counted, String notCountedReason, Instant withdrawnAt, Instant excludedAt,
            String excludedReason) {
    }

    /** The newest votes before a time. */
    @Transactional
    public List<Judged> newest(Instant before, int limit, boolean excludedOnly) {
        return database.createNativeQuery("""
                select v.id, v.cast_at, a.slug as model_a, b.slug as model_b, v.outcome, f.origin,
                    left(encode(v.voter_tag, 'hex'), 12) as voter, left(t.prompt, 200) as prompt, v.comment, v.counted,
                    v.not_counted_reason, v.withdrawn_at, v.excluded_at, v.excluded_reason
                from (select * from vote where cast_at < :before and (not :excluded or excluded_at is not null)
                    order by cast_at desc, id limit :most) v
                join battle f on f.id = v.battle_id join model a on a.id = f.model_a join model b on b.id = f.model_b
                left join turn t on t.battle_id = f.id and t.turn = 1
                order by v.cast_at desc, v.id""", Object[].class)
                .addScalar("id", UUID.class).addScalar("cast_at", Instant.class).addScalar("model_a", String.class)
                .addScalar("model_b", String.class).addScalar("outcome", String.class).addScalar("origin", String.class)
                .addScalar("voter", String.class).addScalar("prompt", String.class).addScalar("comment", String.class)
                .addScalar("counted", Boolean.class).addScalar("not_counted_reason", String.class)
                .addScalar("withdrawn_at", Instant.class).addScalar("excluded_at", Instant.class)
                .addScalar("excluded_reason", String.class)
                .setParameter("before", before.atOffset(ZoneOffset.UTC)).setParameter("excluded", excludedOnly)
                .setParameter("most", limit).getResultStream().map(Judgements::judged).toList();
    }

    private static Judged judged(Object[] row) {
        return new Judged((UUID) row[0], (Instant) row[1], (String) row[2], (String) row[3], (String) row[4], (String) row[5],
                (String) row[6], (String) row[7], (String) row[8], (Boolean) row[9], (String) row[10], (Instant) row[11],
                (Instant) row[12], (String) row[13]);
    }

    /** One turn of a battle as it was judged. */
    public record Said(int turn, String prompt, String answerA, String answerB) {
    }

    /** What was asked and answered in the battle of a vote; empty for an imported one. */
    @Transactional
    public List<Said> conversation(UUID id) {
        return said(votes.find("id", id).firstResultOptional().orElseThrow(Judgements::unknown).battleId);
    }

    /** The same by the battle, in the caller's transaction. */
    public List<Said> said(UUID battle) {
        return database.createNativeQuery("""
                select t.turn, t.prompt, a.text as answer_a, b.text as answer_b from turn t
                left join answer a on a.battle_id = t.battle_id and a.turn = t.turn and a.side = 'A'
                left join answer b on b.battle_id = t.battle_id and b.turn = t.turn and b.side = 'B'
                where t.battle_id = :battle order by t.turn""", Object[].class)
                .addScalar("turn", Integer.class).addScalar("prompt", String.class).addScalar("answer_a", String.class)
                .addScalar("answer_b", String.class).setParameter("battle", battle).getResultStream()
                .map(row -> new Said((Integer) row[0], (String) row[1], (String) row[2], (String) row[3])).toList();
    }

    private static RuntimeException unknown() {
        return Problem.of(Status.NOT_FOUND, "no-such-vote", "There is no such vote.");
    }

    /** Leaves a vote out of the ratings; it stays in the log with this entry after it. */
    @Transactional
    public void exclude(UUID id, String reason, String who) {
        Vote vote = locked(id);
        if (vote.withdrawnAt != null || vote.excludedAt != null) {
            throw Problem.of(Status.CONFLICT, "not-in-the-ratings", "This vote is withdrawn or excluded already.");
        }
        vote.excludedAt = clock.instant();
        vote.excludedReason = reason;
        log(EntryKind.EXCLUDE, vote, reason, who);
    }

    /**
     * Leaves all votes of a voter out that are in the ratings, in the caller's transaction, which holds the rows of all of
     * the voter's battles; returns how many.
     */
    public int excludeAll(long voter, String reason) {
        return database.createNativeMutationQuery("""
                with gone as (update vote set excluded_at = :now, excluded_reason = :reason
                    where voter_id = :voter and withdrawn_at is null and excluded_at is null returning id)
                insert into log_queue (kind, vote_id, reason, at) select 'EXCLUDE', id, :reason, :now from gone""")
                .setParameter("now", clock.instant().atOffset(ZoneOffset.UTC)).setParameter("reason", reason)
                .setParameter("voter", voter).executeUpdate();
    }

    /** Takes an excluded vote back into the ratings. */
    @Transactional
    public void restore(UUID id, String reason, String who) {
        Vote vote = locked(id);
        if (vote.excludedAt == null) {
            throw Problem.of(Status.CONFLICT, "not-excluded", "This vote is not excluded.");
        }
        vote.excludedAt = null;
        vote.excludedReason = null;
        log(EntryKind.RESTORE, vote, reason, who);
    }

    private Vote locked(UUID id) {
        Vote found = votes.find("id", id).firstResultOptional().orElseThrow(Judgements::unknown);
        battles.lock(found.battleId);
        database.refresh(found);
        return found;
    }

    private void log(EntryKind kind, Vote vote, String reason, String who) {
        queue.persist(LogQueue.of(kind, vote.id, reason, clock.instant()));
        audit.record(who, kind.name().toLowerCase(Locale.ROOT), "vote:" + vote.id, null, reason);
    }
}
