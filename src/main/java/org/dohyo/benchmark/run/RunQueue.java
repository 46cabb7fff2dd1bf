package org.dohyo.benchmark.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.benchmark.runner.AnswerReading;
import org.dohyo.benchmark.runner.RunCallPlan;
import org.dohyo.benchmark.runner.RunItem;
import org.dohyo.benchmark.runner.RunItemKind;
import org.dohyo.benchmark.runner.RunSettings;
import org.dohyo.model.endpoint.ClaimedCalls;
import org.jdbi.v3.core.Jdbi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The calls that runs have yet to make, shared by all replicas. A replica claims a call under a lease and renews the
 * lease by the database's clock; the answer is stored in one transaction. So a stored answer is never requested again,
 * and a process that dies loses only the answers in progress.
 */
@ApplicationScoped
public class RunQueue implements ClaimedCalls.Claims {

    private static final int LEASE_SECONDS = 10;

    // One replica claims at a time, so that two don't use the same free capacity of an endpoint.
    private static final String LOCK = "select pg_try_advisory_xact_lock(hashtext('dohyo.benchmark-claims'))";
    private static final String LOST = """
            update benchmark_item set state = :waiting, owner = null, lease_until = null
            where state = :running and lease_until < now()""";
    // An answer needs the previous one, and a judgement needs the answers that it judges.
    private static final String CLAIM = """
            with callee as (
                select x.model_id from benchmark_run_model x join benchmark_run r on r.id = x.run_id where r.state = :runs
                union select judge_id from benchmark_run where state = :runs and judge_id is not null),
            room as (
                select m.id, coalesce(m.concurrent_requests, :concurrent)
                    - (select count(*) from benchmark_item o where o.callee = m.id and o.state = :running) as free
                from callee c join model_summary m on m.id = c.model_id
                left join benchmark_pause p on p.model_id = m.id
                left join endpoint_outage e on e.model_id = m.id
                where (p.until is null or p.until <= now()) and e.model_id is null),
            chosen as (
                select w.id from room cross join lateral (
                    select i.id from benchmark_item i join benchmark_run r on r.id = i.run_id
                    where i.callee = room.id and i.state = :waiting and r.state = :runs
                        and (i.not_before is null or i.not_before <= now())
                        and not exists (select from benchmark_item a where a.run_id = i.run_id and a.kind = :answer
                            and a.question = i.question and a.model_id in (i.model_id, i.opponent_id) and a.state <> :done
                            and a.turn = case when i.kind = :answer then i.turn - 1 else i.turn end)
                    order by i.id limit greatest(room.free, 0) for update of i skip locked) w)
            update benchmark_item i set state = :running, owner = :owner,
                lease_until = now() + :lease * interval '1 second', attempts = i.attempts + 1
            from chosen, benchmark_run r where i.id = chosen.id and r.id = i.run_id
            returning i.id, i.run_id, r.benchmark, r.set_id, i.kind, i.question, i.turn, i.model_id, i.opponent_id, i.callee,
                i.attempts, r.settings, case when i.kind in (:grade, :compare) then r.judge_revision else (select x.revision
                    from benchmark_run_model x where x.run_id = i.run_id and x.model_id = i.model_id) end as revision,
                (select x.plain from benchmark_run_model x where x.run_id = i.run_id and x.model_id = i.model_id) as plain""";
    private static final String RENEW = """
            update benchmark_item i set lease_until = now() + :lease * interval '1 second' from benchmark_run r
            where r.id = i.run_id and i.id = any(:ids) and i.owner = :owner and i.state = :running and r.state = :runs
            returning i.id""";
    private static final String RELEASE = """
            update benchmark_item set state = :waiting, owner = null, lease_until = null, attempts = greatest(attempts - 1, 0)
            where id = any(:ids) and owner = :owner and state = :running""";
    private static final String LATER = """
            update benchmark_item set state = :waiting, owner = null, lease_until = null,
                not_before = now() + :seconds * interval '1 second' where id = :id and owner = :owner and state = :running""";
    private static final String PAUSE = """
            insert into benchmark_pause (model_id, until) values (:model, now() + :seconds * interval '1 second')
            on conflict (model_id) do update set until = greatest(benchmark_pause.until, excluded.until)""";

    private final Jdbi jdbi;
    private final BenchmarkItem.Repository items;
    private final BenchmarkRunModel.Repository models;
    private final ObjectMapper json;
    private final Clock clock;
    private final RunConfig config;

    RunQueue(Jdbi jdbi, BenchmarkItem.Repository items, BenchmarkRunModel.Repository models, ObjectMapper json,
            Clock clock, RunConfig config) {
        this.jdbi = jdbi;
        this.items = items;
        this.models = models;
        this.json = json;
        this.clock = clock;
        this.config = config;
    }

    /** Claims as many calls as their endpoints have capacity for; none while another replica is claiming. */
    @Transactional
    public List<RunItem> claim(String owner) {
        return jdbi.withHandle(handle -> {
            if (!handle.createQuery(LOCK).mapTo(Boolean.class).one()) {
                return List.of();
            }
            handle.createUpdate(LOST).bind("waiting", ItemState.WAITING).bind("running", ItemState.RUNNING).execute();
            return handle.createQuery(CLAIM).bind("runs", RunState.RUNNING).bind("concurrent", config.concurrent())
                    .bind("waiting", ItemState.WAITING).bind("running", ItemState.RUNNING).bind("done", ItemState.DONE)
                    .bind("answer", RunItemKind.ANSWER).bind("grade", RunItemKind.GRADE)
                    .bind("compare", RunItemKind.COMPARE).bind("owner", owner).bind("lease", LEASE_SECONDS)
                    .map((row, context) -> item(row)).list();
        });
    }

    private RunItem item(ResultSet row) throws SQLException {
        RunCallPlan call = new RunCallPlan(RunItemKind.valueOf(row.getString("kind")), row.getInt("question"),
                row.getInt("turn"), row.getLong("model_id"), row.getObject("opponent_id", Long.class),
                row.getLong("callee"));
        return new RunItem(row.getLong("id"), row.getObject("run_id", UUID.class), row.getString("benchmark"),
                row.getLong("set_id"), call, row.getInt("revision"), row.getBoolean("plain"), row.getInt("attempts"),
                settings(row.getString("settings")));
    }

    private RunSettings settings(String text) {
        try {
            return json.readValue(text, RunSettings.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the settings of a run can't be read", e);
        }
    }

    /**
     * The earlier answers of the conversations that these calls continue or judge: by item, then by model, in turn
     * order.
     */
    @Transactional
    public Map<Long, Map<Long, List<String>>> earlierAnswers(List<RunItem> claimed) {
        Map<Long, Map<Long, List<String>>> answers = new HashMap<>();
        List<Long> ids = claimed.stream().filter(item -> item.call().kind() != RunItemKind.CHOICE).map(RunItem::id)
                .toList();
        if (!ids.isEmpty()) {
            items.earlier(ids).forEach(answer -> answers.computeIfAbsent(answer.item(), unused -> new HashMap<>())
                    .computeIfAbsent(answer.model(), unused -> new ArrayList<>()).add(answer.text()));
        }
        return answers;
    }

    @Override
    @Transactional
    public List<Long> renew(String owner, Collection<Long> ids) {
        return jdbi.withHandle(handle -> handle.createQuery(RENEW).bindArray("ids", Long.class, ids)
                .bind("lease", LEASE_SECONDS).bind("owner", owner).bind("running", ItemState.RUNNING)
                .bind("runs", RunState.RUNNING).mapTo(Long.class).list());
    }

    @Override
    @Transactional
    public void release(String owner, Collection<Long> ids) {
        if (!ids.isEmpty()) {
            jdbi.useHandle(handle -> handle.createUpdate(RELEASE).bindArray("ids", Long.class, ids).bind("owner", owner)
                    .bind("waiting", ItemState.WAITING).bind("running", ItemState.RUNNING).execute());
        }
    }

    /** Returns a call to the queue, to be repeated after that many seconds. */
    @Transactional
    public void later(String owner, RunItem item, long seconds) {
        jdbi.useHandle(
                handle -> handle.createUpdate(LATER).bind("seconds", seconds).bind("id", item.id()).bind("owner", owner)
                        .bind("waiting", ItemState.WAITING).bind("running", ItemState.RUNNING).execute());
    }

    @Override
    @Transactional
    public void pause(long model, long seconds) {
        jdbi.useHandle(handle -> handle.createUpdate(PAUSE).bind("model", model).bind("seconds", seconds).execute());
    }

    /** From now on, the run sends the model only the question, without extra parameters. */
    @Transactional
    public void makePlain(RunItem item) {
        models.makePlain(item.run(), item.call().model());
    }

    /** Stores the answer of a call, unless another replica has claimed the call since. */
    @Transactional
    public void done(String owner, RunItem item, RunCall call, AnswerReading reading) {
        items.claimed(item.id(), owner).ifPresent(claimed -> claimed.complete(call, reading, clock.instant()));
    }

    /**
     * Fails a call permanently, and with it the calls that need its answer.
     *
     * @param call null if it couldn't be made
     */
    @Transactional
    public void failed(String owner, RunItem item, RunCall call, String kind, String detail) {
        items.claimed(item.id(), owner).ifPresent(claimed -> claimed.fail(call, kind, detail, clock.instant()));
        if (item.call().kind() == RunItemKind.ANSWER) {
            items.failDependent(item, clock.instant());
        }
    }
}
