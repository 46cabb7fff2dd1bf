package org.dohyo.benchmark.run;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.benchmark.KnownBenchmarks;
import org.dohyo.support.Problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.agroal.api.AgroalDataSource;

/** Reads runs: what they are, how far they are, what came of them so far. */
@ApplicationScoped
public class Runs {

    private static final String RUNS = """
            select r.*, s.version, s.own, j.slug as judge, (select array_agg(m.slug order by m.slug)
                from benchmark_run_model x join model m on m.id = x.model_id where x.run_id = r.id) as models
            from benchmark_run r join question_set s on s.id = r.set_id left join model j on j.id = r.judge_id
            where %s order by r.started_at desc limit 100""";
    private static final String PROGRESS = """
            select r.id, r.state, now() as now, count(i.id) as total, count(*) filter (where i.state = 'DONE') as done,
                count(*) filter (where i.state = 'FAILED') as failed, count(*) filter (where i.state = 'RUNNING') as running,
                coalesce(sum(i.prompt_tokens), 0) as prompt, coalesce(sum(i.completion_tokens), 0) as completion,
                count(*) filter (where i.settled_at > now() - interval '2 minutes') as recent,
                min(i.settled_at) filter (where i.settled_at > now() - interval '2 minutes') as since,
                (select max(w.until) from (select model_id, until from benchmark_pause union all select model_id, try_at
                    from endpoint_circuit where last_kind <> 'RATE_LIMITED') w where w.until > now()
                    and (w.model_id = r.judge_id or w.model_id in
                        (select x.model_id from benchmark_run_model x where x.run_id = r.id))) as waits
            from benchmark_run r left join benchmark_item i on i.run_id = r.id where r.id = any(?) group by r.id""";
    private static final String DONE = """
            select i.kind, i.question, i.turn, m.slug as model, o.slug as opponent, i.score, i.verdict
            from benchmark_item i join model m on m.id = i.model_id left join model o on o.id = i.opponent_id
            where i.run_id = ? and i.state = 'DONE' and i.kind <> 'ANSWER' order by m.slug, i.question, i.turn""";
    private static final String VOTED = """
            select a.slug, b.slug, p.first_wins, p.second_wins from pair_count p
            join model a on a.id = p.first join model b on b.id = p.second
            where p.category = 'overall' and p.first in (select model_id from benchmark_run_model where run_id = ?)
                and p.second in (select model_id from benchmark_run_model where run_id = ?)""";

    private final AgroalDataSource database;
    private final Runners runners;
    private final QuestionSets sets;
    private final ObjectMapper json;

    Runs(AgroalDataSource database, Runners runners, QuestionSets sets, ObjectMapper json) {
        this.database = database;
        this.runners = runners;
        this.sets = sets;
        this.json = json;
    }

    /**
     * What came of a run so far.
     *
     * @param comparisons none where the judge compared no two models
     * @param agreement of judge and voters; null where they have nothing in common
     */
    public record Outcome(List<RunScore> scores, List<RunComparison> comparisons, JudgeAgreement agreement) {
    }

    /** The newest hundred runs, of one benchmark or of all. */
    public List<RunView> newest(String benchmark) {
        return benchmark == null ? select("true", null) : select("r.benchmark = ?", runners.of(benchmark).benchmark().slug());
    }

    public RunView one(String id) {
        List<RunView> found = select("r.id = ?", id(id));
        if (found.isEmpty()) {
            throw unknown();
        }
        return found.get(0);
    }

    /** 404 where the text is no id. */
    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    public static RuntimeException unknown() {
        return Problem.of(Status.NOT_FOUND, "unknown-run", "There is no such run.");
    }

    private List<RunView> select(String condition, Object value) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(RUNS.formatted(condition))) {
            if (value != null) {
                query.setObject(1, value);
            }
            Map<UUID, RunProgress> progress = new HashMap<>();
            List<RunView> views = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    views.add(view(row, null));
                }
            }
            progress.putAll(progress(views.stream().map(RunView::id).toList()));
            return views.stream().map(view -> with(view, progress.get(view.id()))).toList();
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("runs can't be read", e);
        }
    }

    private RunView view(ResultSet row, RunProgress progress) throws SQLException, JsonProcessingException {
        UUID id = row.getObject("id", UUID.class);
        Array models = row.getArray("models");
        return new RunView(id, RunView.url(row.getString("benchmark"), id), RunView.page(id), row.getString("benchmark"),
                row.getString("version"), row.getBoolean("own"), List.of((String[]) models.getArray()), row.getString("judge"),
                json.readValue(row.getString("settings"), RunSettings.class), row.getString("started_by"),
                time(row, "started_at"), time(row, "ended_at"), progress);
    }

    private static RunView with(RunView view, RunProgress progress) {
        return new RunView(view.id(), view.url(), view.page(), view.benchmark(), view.questions(), view.ownQuestions(),
                view.models(), view.judge(), view.settings(), view.startedBy(), view.startedAt(), view.endedAt(), progress);
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** How far these runs are, in one query. */
    Map<UUID, RunProgress> progress(Collection<UUID> ids) {
        Map<UUID, RunProgress> progress = new HashMap<>();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(PROGRESS)) {
            query.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    progress.put(row.getObject("id", UUID.class), progress(row));
                }
            }
            return progress;
        } catch (SQLException e) {
            throw new IllegalStateException("the progress of runs can't be read", e);
        }
    }

    private static RunProgress progress(ResultSet row) throws SQLException {
        boolean running = row.getString("state").equals("RUNNING");
        long left = row.getLong("total") - row.getLong("done") - row.getLong("failed");
        Instant end = running && row.getLong("recent") > 1
                ? end(time(row, "now"), time(row, "since"), row.getLong("recent"), left)
                : null;
        return new RunProgress(row.getString("state"), row.getLong("total"), row.getLong("done"), row.getLong("failed"),
                row.getLong("running"), row.getLong("prompt"), row.getLong("completion"), end,
                running ? time(row, "waits") : null);
    }

    private static Instant end(Instant now, Instant since, long recent, long left) {
        return now.plusMillis(Duration.between(since, now).toMillis() * left / recent);
    }

    /** The judgements and choices of a run that are stored, without their words. */
    List<RunCallResult> done(UUID id) {
        List<RunCallResult> done = new ArrayList<>();
        try (Connection connection = database.getConnection(); PreparedStatement query = connection.prepareStatement(DONE)) {
            query.setObject(1, id);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    done.add(new RunCallResult(RunItemKind.valueOf(row.getString("kind")), row.getInt("question"),
                            row.getInt("turn"),
                            row.getString("model"), row.getString("opponent"), row.getObject("score", Double.class),
                            row.getString("verdict")));
                }
            }
            return done;
        } catch (SQLException e) {
            throw new IllegalStateException("what came of a run can't be read", e);
        }
    }

    public Outcome outcome(RunView run) {
        Runner runner = runners.of(run.benchmark());
        List<RunCallResult> done = done(run.id());
        List<RunScore> scores = runner.scores(sets.find(runner, run.questions()).orElseThrow(), done);
        List<RunComparison> comparisons = runner.comparisons(done);
        return new Outcome(scores, comparisons,
                runner.judged() ? JudgeAgreement.of(headline(runner, scores), comparisons, voted(run.id())) : null);
    }

    private static List<RunScore> headline(Runner runner, List<RunScore> scores) {
        return scores.stream().filter(
                score -> score.scenario().equals(KnownBenchmarks.OVERALL) && score.metric().equals(runner.mainMetric()))
                .toList();
    }

    private List<JudgeAgreement.Voted> voted(UUID id) {
        List<JudgeAgreement.Voted> voted = new ArrayList<>();
        try (Connection connection = database.getConnection(); PreparedStatement query = connection.prepareStatement(VOTED)) {
            query.setObject(1, id);
            query.setObject(2, id);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    voted.add(new JudgeAgreement.Voted(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)));
                }
            }
            return voted;
        } catch (SQLException e) {
            throw new IllegalStateException("the votes between a run's models can't be read", e);
        }
    }
}
