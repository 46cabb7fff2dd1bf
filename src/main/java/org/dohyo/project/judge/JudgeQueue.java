package org.dohyo.project.judge;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.benchmark.mtbench.JudgeVerdict;
import org.dohyo.model.endpoint.ClaimedCalls;
import org.jdbi.v3.core.Jdbi;

/**
 * The calls that judges have yet to make, shared by all replicas as those of benchmark runs are: claimed under a lease
 * that is renewed by the database's clock, and settled in one transaction. Decision 75 says why this is SQL.
 */
@ApplicationScoped
class JudgeQueue implements ClaimedCalls.Claims {

    private static final int LEASE_SECONDS = 10;

    // One replica claims at a time, so that two don't use the same free capacity of an endpoint.
    private static final String LOCK = "select pg_try_advisory_xact_lock(hashtext('dohyo.project-judges'))";
    private static final String LOST = """
            update project_verdict set state = 'waiting', owner = null, lease_until = null
            where state = 'running' and lease_until < now()""";
    // The oldest run of a model comes first; its endpoint's capacity is for one run at a time.
    private static final String CLAIM = """
            with room as (
                select distinct on (r.model_id) r.id as run, coalesce(m.concurrent_requests, :concurrent)
                    - (select count(*) from project_verdict o join project_judge_run x on x.id = o.run_id
                        where x.model_id = r.model_id and o.state = 'running') as free
                from project_judge_run r join model_summary m on m.id = r.model_id
                left join endpoint_outage e on e.model_id = r.model_id
                where r.state = 'running' and e.model_id is null and (r.not_before is null or r.not_before <= now())
                order by r.model_id, r.id),
            chosen as (
                select w.id from room cross join lateral (
                    select v.id from project_verdict v where v.run_id = room.run and v.state = 'waiting'
                        and (v.not_before is null or v.not_before <= now())
                    order by v.id limit greatest(room.free, 0) for update skip locked) w)
            update project_verdict v set state = 'running', owner = :owner, attempts = v.attempts + 1,
                lease_until = now() + :lease * interval '1 second'
            from chosen, project_judge_run r where v.id = chosen.id and r.id = v.run_id
            returning v.id, v.run_id, v.item_id, v.swapped, v.attempts, r.model_id, r.revision, r.template""";
    private static final String RENEW = """
            update project_verdict v set lease_until = now() + :lease * interval '1 second' from project_judge_run r
            where r.id = v.run_id and r.state = 'running' and v.id = any(:ids) and v.owner = :owner and v.state = 'running'
            returning v.id""";
    private static final String RELEASE = """
            update project_verdict set state = 'waiting', owner = null, lease_until = null,
                attempts = greatest(attempts - 1, 0)
            where id = any(:ids) and owner = :owner and state = 'running'""";
    private static final String LATER = """
            update project_verdict set state = 'waiting', owner = null, lease_until = null,
                not_before = now() + :seconds * interval '1 second'
            where id = :id and owner = :owner and state = 'running'""";
    private static final String PAUSE = """
            update project_judge_run set not_before = now() + :seconds * interval '1 second'
            where model_id = :model and state = 'running'""";
    private static final String FINISH = """
            update project_judge_run r set state = 'finished', ended_at = now() where r.state = 'running' and not exists (
                select from project_verdict v where v.run_id = r.id and v.state in ('waiting', 'running'))""";
    private static final String PLAN = """
            insert into project_verdict (run_id, item_id, swapped, state)
            select :run, i.id, side.swapped, 'waiting' from project_item i
            cross join (values (false), (true)) as side (swapped)
            where i.project_id = :project and i.known is null order by i.place, side.swapped
            on conflict (run_id, item_id, swapped) do nothing""";

    private final Jdbi jdbi;
    private final Verdict.Repository verdicts;
    private final JudgeConfig config;
    private final Clock clock;

    JudgeQueue(Jdbi jdbi, Verdict.Repository verdicts, JudgeConfig config, Clock clock) {
        this.jdbi = jdbi;
        this.verdicts = verdicts;
        this.config = config;
        this.clock = clock;
    }

    /** A call that was claimed. */
    record Claimed(long id, long run, long item, boolean swapped, int attempts, long model, int revision,
            String template) {
    }

    /** Plans both orders of each item that isn't planned yet, in the caller's transaction; returns the new calls. */
    int plan(JudgeRun run) {
        return jdbi.withHandle(handle -> handle.createUpdate(PLAN).bind("run", run.id).bind("project", run.projectId)
                .execute());
    }

    @Transactional
    List<Claimed> claim(String owner) {
        return jdbi.withHandle(handle -> {
            if (!handle.createQuery(LOCK).mapTo(Boolean.class).one()) {
                return List.of();
            }
            handle.createUpdate(LOST).execute();
            return handle.createQuery(CLAIM).bind("concurrent", config.concurrent()).bind("owner", owner)
                    .bind("lease", LEASE_SECONDS)
                    .map((row, context) -> new Claimed(row.getLong("id"), row.getLong("run_id"),
                            row.getLong("item_id"), row.getBoolean("swapped"), row.getInt("attempts"),
                            row.getLong("model_id"), row.getInt("revision"), row.getString("template")))
                    .list();
        });
    }

    @Override
    @Transactional
    public List<Long> renew(String owner, Collection<Long> ids) {
        return jdbi.withHandle(handle -> handle.createQuery(RENEW).bindArray("ids", Long.class, ids)
                .bind("lease", LEASE_SECONDS).bind("owner", owner).mapTo(Long.class).list());
    }

    @Override
    @Transactional
    public void release(String owner, Collection<Long> ids) {
        if (!ids.isEmpty()) {
            jdbi.useHandle(handle -> handle.createUpdate(RELEASE).bindArray("ids", Long.class, ids)
                    .bind("owner", owner).execute());
        }
    }

    /** The call is repeated after that many seconds. */
    @Transactional
    void later(String owner, long id, long seconds) {
        jdbi.useHandle(handle -> handle.createUpdate(LATER).bind("seconds", seconds).bind("id", id)
                .bind("owner", owner).execute());
    }

    @Override
    @Transactional
    public void pause(long model, long seconds) {
        jdbi.useHandle(handle -> handle.createUpdate(PAUSE).bind("seconds", seconds).bind("model", model).execute());
    }

    /** @param verdict null for an answer without one */
    @Transactional
    void answered(String owner, JudgeCall call, JudgeVerdict verdict) {
        claimed(owner, call.claimed().id()).ifPresent(one -> {
            one.state = verdict == null ? Verdict.State.UNREADABLE : Verdict.State.READ;
            one.verdict = verdict;
            one.text = call.text();
            one.promptTokens = call.promptTokens();
            one.completionTokens = call.completionTokens();
            one.settledAt = clock.instant();
        });
    }

    @Transactional
    void failed(String owner, long id, String error) {
        claimed(owner, id).ifPresent(one -> {
            one.state = Verdict.State.FAILED;
            one.error = error;
            one.settledAt = clock.instant();
        });
    }

    private Optional<Verdict> claimed(String owner, long id) {
        return verdicts.find("id = ?1 and owner = ?2 and state = ?3", id, owner, Verdict.State.RUNNING)
                .firstResultOptional();
    }

    /** Ends the runs that have nothing left to do. */
    @Transactional
    void finish() {
        jdbi.useHandle(handle -> handle.createUpdate(FINISH).execute());
    }
}
