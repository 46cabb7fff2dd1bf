package org.dohyo.model.endpoint;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * The calls that runs have yet to make, in two tables of the room that plans them, shared by all replicas: claimed
 * under a lease that is renewed by the database's clock. Runs have {@code id}, {@code model_id}, {@code revision},
 * {@code state} (a {@link RunState}; only a {@code running} one is worked on), {@code not_before} and {@code ended_at};
 * calls have {@code id}, {@code run_id}, {@code state} ({@code waiting}, {@code running}, and whatever ends them),
 * {@code attempts}, {@code not_before}, {@code owner} and {@code lease_until}. Decision 82 says why this is SQL.
 */
public final class CallQueue implements ClaimedCalls.Claims {

    private static final int LEASE_SECONDS = 10;

    private static final String ANY = "select exists (select from <runs> where state = 'running')";
    // One replica claims at a time, so that two don't use the same free capacity of an endpoint.
    private static final String LOCK = "select pg_try_advisory_xact_lock(hashtext(:lock))";
    private static final String LOST = """
            update <calls> set state = 'waiting', owner = null, lease_until = null
            where state = 'running' and lease_until < now()""";
    // The oldest run of a model comes first; its endpoint's capacity is for one run at a time.
    private static final String CLAIM = """
            with room as (
                select distinct on (r.model_id) r.id as run, coalesce(m.concurrent_requests, :concurrent)
                    - (select count(*) from <calls> o join <runs> x on x.id = o.run_id
                        where x.model_id = r.model_id and o.state = 'running') as free
                from <runs> r join model_summary m on m.id = r.model_id
                left join endpoint_outage e on e.model_id = r.model_id
                where r.state = 'running' and e.model_id is null and (r.not_before is null or r.not_before <= now())
                order by r.model_id, r.id),
            chosen as (
                select w.id from room cross join lateral (
                    select c.id from <calls> c where c.run_id = room.run and c.state = 'waiting'
                        and (c.not_before is null or c.not_before <= now())
                    order by c.id limit greatest(room.free, 0) for update skip locked) w)
            update <calls> c set state = 'running', owner = :owner, attempts = c.attempts + 1,
                lease_until = now() + :lease * interval '1 second'
            from chosen, <runs> r where c.id = chosen.id and r.id = c.run_id
            returning c.id, c.run_id, c.attempts, r.model_id, r.revision""";
    private static final String RENEW = """
            update <calls> c set lease_until = now() + :lease * interval '1 second' from <runs> r
            where r.id = c.run_id and r.state = 'running' and c.id = any(:ids) and c.owner = :owner and c.state = 'running'
            returning c.id""";
    private static final String RELEASE = """
            update <calls> set state = 'waiting', owner = null, lease_until = null,
                attempts = greatest(attempts - 1, 0)
            where id = any(:ids) and owner = :owner and state = 'running'""";
    private static final String LATER = """
            update <calls> set state = 'waiting', owner = null, lease_until = null,
                not_before = now() + :seconds * interval '1 second'
            where id = :id and owner = :owner and state = 'running'""";
    private static final String PAUSE = """
            update <runs> set not_before = now() + :seconds * interval '1 second'
            where model_id = :model and state = 'running'""";
    private static final String FINISH = """
            update <runs> r set state = 'finished', ended_at = now() where r.state = 'running' and not exists (
                select from <calls> c where c.run_id = r.id and c.state in ('waiting', 'running'))""";

    private final Jdbi jdbi;
    private final String runs;
    private final String calls;
    private final int concurrent;

    /**
     * @param runs the table of the runs
     * @param calls the table of their calls
     * @param concurrent calls at once to a model that sets no number of its own, over all replicas
     */
    public CallQueue(Jdbi jdbi, String runs, String calls, int concurrent) {
        this.jdbi = jdbi;
        this.runs = runs;
        this.calls = calls;
        this.concurrent = concurrent;
    }

    private <T> T inTransaction(Function<Handle, T> work) {
        return QuarkusTransaction.joiningExisting().call(() -> jdbi.withHandle(work::apply));
    }

    private <S extends SqlStatement<S>> S named(S statement) {
        return statement.define("runs", runs).define("calls", calls);
    }

    boolean anyRunning() {
        return inTransaction(handle -> named(handle.createQuery(ANY)).mapTo(Boolean.class).one());
    }

    /** Claims as many calls as their endpoints have capacity for; none while another replica is claiming. */
    List<ClaimedCall> claim(String owner) {
        return inTransaction(handle -> {
            if (!handle.createQuery(LOCK).bind("lock", "dohyo." + calls).mapTo(Boolean.class).one()) {
                return List.of();
            }
            named(handle.createUpdate(LOST)).execute();
            return named(handle.createQuery(CLAIM)).bind("concurrent", concurrent).bind("owner", owner)
                    .bind("lease", LEASE_SECONDS)
                    .map((row, context) -> new ClaimedCall(row.getLong("id"), row.getLong("run_id"),
                            row.getInt("attempts"), row.getLong("model_id"), row.getInt("revision")))
                    .list();
        });
    }

    @Override
    public List<Long> renew(String owner, Collection<Long> ids) {
        return inTransaction(handle -> named(handle.createQuery(RENEW)).bindArray("ids", Long.class, ids)
                .bind("lease", LEASE_SECONDS).bind("owner", owner).mapTo(Long.class).list());
    }

    @Override
    public void release(String owner, Collection<Long> ids) {
        if (!ids.isEmpty()) {
            inTransaction(handle -> named(handle.createUpdate(RELEASE)).bindArray("ids", Long.class, ids)
                    .bind("owner", owner).execute());
        }
    }

    /** The call is repeated after that many seconds. */
    void later(String owner, long id, long seconds) {
        inTransaction(handle -> named(handle.createUpdate(LATER)).bind("seconds", seconds).bind("id", id)
                .bind("owner", owner).execute());
    }

    @Override
    public void pause(long model, long seconds) {
        inTransaction(handle -> named(handle.createUpdate(PAUSE)).bind("seconds", seconds).bind("model", model)
                .execute());
    }

    /** Ends the runs that have nothing left to do. */
    void finish() {
        inTransaction(handle -> named(handle.createUpdate(FINISH)).execute());
    }
}
