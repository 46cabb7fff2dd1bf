package org.dohyo.benchmark.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.benchmark.NewResult;
import org.dohyo.benchmark.Result;
import org.dohyo.benchmark.ResultSource;
import org.dohyo.benchmark.Results;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Ends runs that are through: their figures become results, with what they were made of, in the same transaction. */
@ApplicationScoped
public class RunResults {

    private static final String ANY = "select exists (select from benchmark_run where state = 'RUNNING')";
    private static final String THROUGH = """
            select r.id from benchmark_run r where r.state = 'RUNNING'
            and not exists (select from benchmark_item i where i.run_id = r.id and i.state in ('WAITING', 'RUNNING'))""";
    private static final String END = """
            update benchmark_run r set state = 'FINISHED', ended_at = now()
            where r.id = (select id from benchmark_run where id = ? and state = 'RUNNING' for update skip locked)
                and not exists (select from benchmark_item i where i.run_id = r.id and i.state in ('WAITING', 'RUNNING'))
            returning r.benchmark, r.set_id, r.settings, r.ended_at, (select slug from model_summary where id = r.judge_id) as judge""";
    private static final String RECORDS = """
            select i.question, i.turn, i.score, i.verdict, i.method, i.kind, i.text, a.text as answer
            from benchmark_item i join model_summary m on m.id = i.model_id
            left join benchmark_item a on i.kind = 'GRADE' and a.kind = 'ANSWER' and a.run_id = i.run_id
                and a.question = i.question and a.turn = i.turn and a.model_id = i.model_id
            where i.run_id = ? and m.slug = ? and i.state = 'DONE' and i.kind in ('GRADE', 'CHOICE')
            order by i.question, i.turn""";

    private final AgroalDataSource database;
    private final Runners runners;
    private final QuestionSets sets;
    private final Runs runs;
    private final Results results;
    private final ObjectMapper json;

    RunResults(AgroalDataSource database, Runners runners, QuestionSets sets, Runs runs, Results results, ObjectMapper json) {
        this.database = database;
        this.runners = runners;
        this.sets = sets;
        this.runs = runs;
        this.results = results;
        this.json = json;
    }

    private record Ended(UUID id, Runner runner, QuestionSet set, ObjectNode settings, Instant at) {
    }

    boolean anyRunning() {
        try (Connection connection = database.getConnection();
                Statement query = connection.createStatement();
                ResultSet row = query.executeQuery(ANY)) {
            return row.next() && row.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException("runs can't be looked for", e);
        }
    }

    void finishAll() {
        List<UUID> through = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement query = connection.createStatement();
                ResultSet row = query.executeQuery(THROUGH)) {
            while (row.next()) {
                through.add(row.getObject(1, UUID.class));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("runs that are through can't be looked for", e);
        }
        through.forEach(id -> QuarkusTransaction.requiringNew().timeout(300).run(() -> finish(id)));
    }

    private void finish(UUID id) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(END)) {
            update.setObject(1, id);
            try (ResultSet row = update.executeQuery()) {
                if (row.next()) {
                    publish(connection, ended(id, row));
                }
            }
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("the run " + id + " can't be ended", e);
        }
    }

    private Ended ended(UUID id, ResultSet row) throws SQLException, JsonProcessingException {
        QuestionSet set = sets.get(row.getLong("set_id"));
        ObjectNode settings = json.createObjectNode().put("questions", set.version()).put("ownQuestions", set.own());
        if (row.getString("judge") != null) {
            settings.put("judge", row.getString("judge"));
        }
        settings.setAll((ObjectNode) json.readTree(row.getString("settings")));
        settings.put("run", id.toString());
        return new Ended(id, runners.of(row.getString("benchmark")), set, settings,
                row.getObject("ended_at", OffsetDateTime.class).toInstant());
    }

    private void publish(Connection connection, Ended run) throws SQLException {
        List<RunScore> scores = run.runner().scores(run.set(), runs.done(run.id()));
        List<NewResult> all = new ArrayList<>();
        for (String model : scores.stream().map(RunScore::model).distinct().toList()) {
            Map<String, List<ObjectNode>> records = records(connection, run, model);
            scores.stream().filter(score -> score.model().equals(model)).forEach(score -> all.add(new NewResult(
                    new Result(model, score.scenario(), score.metric(), score.value(), score.standardError(), (long) score.n(),
                            ResultSource.RUN, run.settings(), run.at()),
                    score.metric().equals(run.runner().mainMetric()) ? records.getOrDefault(score.scenario(), List.of())
                            : List.of())));
        }
        if (!all.isEmpty()) {
            results.add(run.runner().benchmark(), all);
        }
    }

    private Map<String, List<ObjectNode>> records(Connection connection, Ended run, String model) throws SQLException {
        Map<String, List<ObjectNode>> records = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(RECORDS)) {
            query.setObject(1, run.id());
            query.setString(2, model);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    boolean graded = row.getString("kind").equals(RunItemKind.GRADE.name());
                    RunRecord record = new RunRecord(model, row.getInt("question"), row.getInt("turn"),
                            row.getString(graded ? "answer" : "text"), graded ? row.getString("text") : null,
                            row.getObject("score", Double.class), row.getString("verdict"), row.getString("method"));
                    records.computeIfAbsent(run.runner().scenario(run.set(), record.question()), unused -> new ArrayList<>())
                            .add(run.runner().record(run.set(), record));
                }
            }
        }
        return records;
    }
}
