package org.dohyo.benchmark.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.benchmark.StoredForm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.agroal.api.AgroalDataSource;

/**
 * The calls that runs have yet to make, shared by all replicas. Times are the database's own. A call is claimed under a lease
 * that its owner renews; what it brought is stored in one transaction. So an answer that is stored is never asked for again,
 * and a process that dies loses no more than the answers that were on their way.
 */
@ApplicationScoped
public class RunQueue {

    /** Calls at once to a model that names no figure of its own. */
    static final int CONCURRENT = 8;
    private static final String LEASE = "interval '10 seconds'";

    // One replica claims at a time, so that two don't both see the same room at an endpoint.
    private static final String LOCK = "select pg_try_advisory_xact_lock(hashtext('dohyo.benchmark-claims'))";
    private static final String LOST = """
            update benchmark_item set state = 'WAITING', owner = null, lease_until = null
            where state = 'RUNNING' and lease_until < now()""";
    // An answer waits for the one before it, a judgement for the answers that it is about.
    private static final String CLAIM = """
            with callee as (
                select x.model_id from benchmark_run_model x join benchmark_run r on r.id = x.run_id where r.state = 'RUNNING'
                union select judge_id from benchmark_run where state = 'RUNNING' and judge_id is not null),
            room as (
                select m.id, coalesce(m.concurrent_requests, ?)
                    - (select count(*) from benchmark_item o where o.callee = m.id and o.state = 'RUNNING') as free
                from callee c join model m on m.id = c.model_id
                left join benchmark_pause p on p.model_id = m.id
                left join endpoint_circuit e on e.model_id = m.id
                where (p.until is null or p.until <= now()) and (e.try_at is null or e.last_kind = 'RATE_LIMITED')),
            chosen as (
                select w.id from room cross join lateral (
                    select i.id from benchmark_item i join benchmark_run r on r.id = i.run_id
                    where i.callee = room.id and i.state = 'WAITING' and r.state = 'RUNNING'
                        and (i.not_before is null or i.not_before <= now())
                        and not exists (select from benchmark_item a where a.run_id = i.run_id and a.kind = 'ANSWER'
                            and a.question = i.question and a.model_id in (i.model_id, i.opponent_id) and a.state <> 'DONE'
                            and a.turn = case when i.kind = 'ANSWER' then i.turn - 1 else i.turn end)
                    order by i.id limit greatest(room.free, 0) for update of i skip locked) w)
            update benchmark_item i set state = 'RUNNING', owner = ?, lease_until = now() + %s, attempts = i.attempts + 1
            from chosen, benchmark_run r where i.id = chosen.id and r.id = i.run_id
            returning i.id, i.run_id, r.benchmark, r.set_id, i.kind, i.question, i.turn, i.model_id, i.opponent_id, i.callee,
                i.attempts, r.settings, case when i.kind in ('GRADE', 'COMPARE') then r.judge_revision else (select x.revision
                    from benchmark_run_model x where x.run_id = i.run_id and x.model_id = i.model_id) end as revision,
                (select x.plain from benchmark_run_model x where x.run_id = i.run_id and x.model_id = i.model_id) as plain"""
            .formatted(LEASE);
    private static final String SAID = """
            select i.id, a.model_id, a.text from benchmark_item i
            join benchmark_item a on a.run_id = i.run_id and a.kind = 'ANSWER' and a.question = i.question
                and a.model_id in (i.model_id, i.opponent_id) and a.state = 'DONE'
            where i.id = any(?) and i.kind <> 'CHOICE' order by i.id, a.model_id, a.turn""";
    private static final String RENEW = """
            update benchmark_item i set lease_until = now() + %s from benchmark_run r
            where r.id = i.run_id and i.owner = ? and i.state = 'RUNNING' and r.state = 'RUNNING' returning i.id"""
            .formatted(LEASE);
    private static final String RELEASE = """
            update benchmark_item set state = 'WAITING', owner = null, lease_until = null, attempts = greatest(attempts - 1, 0)
            where id = any(?) and owner = ? and state = 'RUNNING'""";
    private static final String LATER = """
            update benchmark_item set state = 'WAITING', owner = null, lease_until = null,
                not_before = now() + ? * interval '1 second' where id = ? and owner = ? and state = 'RUNNING'""";
    private static final String PAUSE = """
            insert into benchmark_pause (model_id, until) values (?, now() + ? * interval '1 second')
            on conflict (model_id) do update set until = greatest(benchmark_pause.until, excluded.until)""";
    private static final String PLAIN = "update benchmark_run_model set plain = true where run_id = ? and model_id = ?";
    private static final String SETTLE = """
            update benchmark_item set state = ?, owner = null, lease_until = null, prompt = ?::jsonb, text = ?, score = ?,
                verdict = ?, method = ?, finish_reason = ?, prompt_tokens = ?, completion_tokens = ?, error_kind = ?,
                error_detail = ?, settled_at = now()
            where id = ? and owner = ? and state = 'RUNNING'""";
    private static final String WITHOUT_ANSWER = """
            update benchmark_item set state = 'FAILED', error_kind = 'NO_ANSWER', settled_at = now()
            where run_id = ? and question = ? and state = 'WAITING' and ? in (model_id, opponent_id)
                and (turn > ? or kind <> 'ANSWER' and turn = ?)""";

    private final AgroalDataSource database;
    private final ObjectMapper json;

    RunQueue(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Claims as many calls as there is room for at their endpoints; none while another replica claims. */
    @Transactional
    public List<RunItem> claim(String owner) {
        List<RunItem> items = new ArrayList<>();
        try (Connection connection = database.getConnection()) {
            try (PreparedStatement lock = connection.prepareStatement(LOCK); ResultSet row = lock.executeQuery()) {
                if (!row.next() || !row.getBoolean(1)) {
                    return items;
                }
            }
            try (PreparedStatement update = connection.prepareStatement(LOST)) {
                update.executeUpdate();
            }
            try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
                claim.setInt(1, CONCURRENT);
                claim.setString(2, owner);
                try (ResultSet row = claim.executeQuery()) {
                    while (row.next()) {
                        items.add(item(row));
                    }
                }
            }
            return items;
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("calls of runs can't be claimed", e);
        }
    }

    private RunItem item(ResultSet row) throws SQLException, JsonProcessingException {
        RunCallPlan step = new RunCallPlan(RunItemKind.valueOf(row.getString("kind")), row.getInt("question"),
                row.getInt("turn"),
                row.getLong("model_id"), row.getObject("opponent_id", Long.class), row.getLong("callee"));
        return new RunItem(row.getLong("id"), row.getObject("run_id", UUID.class), row.getString("benchmark"),
                row.getLong("set_id"), step, row.getInt("revision"), row.getBoolean("plain"), row.getInt("attempts"),
                json.readValue(row.getString("settings"), RunSettings.class));
    }

    /** What was answered before in the conversations that these calls go on with or judge: by item, model and turn. */
    @Transactional
    public Map<Long, Map<Long, List<String>>> said(List<RunItem> items) {
        Map<Long, Map<Long, List<String>>> said = new HashMap<>();
        try (Connection connection = database.getConnection(); PreparedStatement query = connection.prepareStatement(SAID)) {
            query.setArray(1, connection.createArrayOf("bigint", items.stream().map(RunItem::id).toArray()));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    said.computeIfAbsent(row.getLong(1), unused -> new HashMap<>())
                            .computeIfAbsent(row.getLong(2), unused -> new ArrayList<>()).add(row.getString(3));
                }
            }
            return said;
        } catch (SQLException e) {
            throw new IllegalStateException("earlier answers of a run can't be read", e);
        }
    }

    /** Renews the owner's leases; returns the calls that may go on. */
    @Transactional
    public List<Long> renew(String owner) {
        List<Long> alive = new ArrayList<>();
        try (Connection connection = database.getConnection(); PreparedStatement update = connection.prepareStatement(RENEW)) {
            update.setString(1, owner);
            try (ResultSet row = update.executeQuery()) {
                while (row.next()) {
                    alive.add(row.getLong(1));
                }
            }
            return alive;
        } catch (SQLException e) {
            throw new IllegalStateException("leases of runs can't be renewed", e);
        }
    }

    /** Gives calls back as if they hadn't been claimed. */
    @Transactional
    public void release(String owner, List<Long> items) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(RELEASE)) {
            update.setArray(1, connection.createArrayOf("bigint", items.toArray()));
            update.setString(2, owner);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("calls of runs can't be given back", e);
        }
    }

    /** The call is made again after so many seconds. */
    @Transactional
    public void later(String owner, RunItem item, long seconds) {
        update(LATER, seconds, item.id(), owner);
    }

    /** Nothing is asked of the model for so many seconds, by any run or replica. */
    @Transactional
    public void pause(long model, long seconds) {
        update(PAUSE, model, seconds);
    }

    /** From now on nothing but the question is asked of the model in this run. */
    @Transactional
    public void makePlain(RunItem item) {
        update(PLAIN, item.run(), item.step().model());
    }

    /** Stores what a call brought, unless it belongs to somebody else by now. */
    @Transactional
    public void done(String owner, RunItem item, RunCall call, AnswerReading reading) {
        settle("DONE", owner, item, call, reading, null);
    }

    /** The call has failed for good, and with it what waited for its answer. */
    @Transactional
    public void failed(String owner, RunItem item, RunCall call, String kind, String detail) {
        settle("FAILED", owner, item, call, AnswerReading.NOTHING, new String[] { kind, detail });
        if (item.step().kind() == RunItemKind.ANSWER) {
            RunCallPlan step = item.step();
            update(WITHOUT_ANSWER, item.run(), step.question(), step.model(), step.turn(), step.turn());
        }
    }

    private void settle(String state, String owner, RunItem item, RunCall call, AnswerReading reading, String[] error) {
        update(SETTLE, state, call == null ? null : call.prompt(json), call == null ? null : StoredForm.storable(call.text()),
                reading.score(), reading.verdict(), reading.method() == null ? null : reading.method().name(),
                call == null ? null : call.finishReason(), call == null ? null : call.promptTokens(),
                call == null ? null : call.completionTokens(), error == null ? null : error[0],
                error == null ? null : StoredForm.storable(error[1]), item.id(), owner);
    }

    private void update(String sql, Object... values) {
        try (Connection connection = database.getConnection(); PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the queue of runs can't be changed", e);
        }
    }

}
