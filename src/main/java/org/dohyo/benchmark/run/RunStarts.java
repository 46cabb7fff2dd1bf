package org.dohyo.benchmark.run;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.account.Audit;
import org.dohyo.model.Model;
import org.dohyo.support.Problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.agroal.api.AgroalDataSource;

/** Begins runs: checks what is asked for and writes every call that is to be made, in one transaction. */
@ApplicationScoped
public class RunStarts {

    private static final String RUN = """
            insert into benchmark_run (id, benchmark, set_id, judge_id, judge_revision, settings, state, started_by, started_at)
            values (?, ?, ?, ?, ?, ?::jsonb, 'RUNNING', ?, now())""";
    private static final String MODELS = """
            insert into benchmark_run_model (run_id, model_id, revision)
            select ?, id, revision from model where id = any(?)""";
    private static final String ITEMS = """
            insert into benchmark_item (run_id, kind, question, turn, model_id, opponent_id, callee, state)
            select ?, given.kind, given.question, given.turn, given.model, given.opponent, given.callee, 'WAITING'
            from unnest(?::text[], ?::integer[], ?::integer[], ?::bigint[], ?::bigint[], ?::bigint[]) with ordinality
                as given (kind, question, turn, model, opponent, callee, place)
            order by given.place""";

    private final AgroalDataSource database;
    private final Runners runners;
    private final QuestionSets sets;
    private final Model.Repository models;
    private final Audit audit;
    private final ObjectMapper json;

    RunStarts(AgroalDataSource database, Runners runners, QuestionSets sets, Model.Repository models, Audit audit,
            ObjectMapper json) {
        this.database = database;
        this.runners = runners;
        this.sets = sets;
        this.models = models;
        this.audit = audit;
        this.json = json;
    }

    @Transactional
    public UUID start(String benchmark, RunRequest request, String who) {
        Runner runner = runners.of(benchmark);
        if (request == null) {
            throw wrong("body", "is required");
        }
        boolean judged = runner.judged();
        Map<Long, Model> answering = answering(request.models());
        Model judge = judge(request.judge(), judged);
        RunSettings settings = settings(request, judged);
        String version = Objects.requireNonNullElse(request.questions(), QuestionSets.OWN);
        QuestionSet set = sets.find(runner, version.replace("\0", ""))
                .orElseThrow(() -> wrong("questions", "must be the version of a loaded set"));
        List<RunCallPlan> steps = runner.steps(set, settings, List.copyOf(answering.keySet()), judge == null ? null : judge.id);
        if (steps.isEmpty()) {
            throw wrong("language", "is that of no question of this set");
        }
        UUID id = UUID.randomUUID();
        store(id, benchmark, set, judge, settings, answering, steps, who);
        Map<String, Object> trace = new LinkedHashMap<>();
        trace.put("questions", version);
        trace.put("models", request.models());
        trace.put("judge", request.judge());
        audit.record(who, "run", "benchmark:" + benchmark + "/" + id, null, trace);
        return id;
    }

    private Map<Long, Model> answering(List<String> slugs) {
        if (slugs == null || slugs.isEmpty() || slugs.size() > RunRequest.MOST_MODELS) {
            throw wrong("models", "must be a list of 1 to " + RunRequest.MOST_MODELS + " slugs");
        }
        Set<String> seen = new LinkedHashSet<>();
        Map<Long, Model> found = new LinkedHashMap<>();
        for (int i = 0; i < slugs.size(); i++) {
            String field = "models[" + i + "]";
            Model model = callable(slugs.get(i), field);
            if (!seen.add(model.slug)) {
                throw wrong(field, "is named twice");
            }
            found.put(model.id, model);
        }
        return found;
    }

    private Model callable(String slug, String field) {
        return models.findBySlug(slug == null ? "" : slug.replace("\0", ""))
                .filter(model -> model.protocol != null && model.retiredAt == null)
                .orElseThrow(() -> wrong(field, "must be the slug of a model with an endpoint that isn't retired"));
    }

    private Model judge(String slug, boolean judged) {
        if (judged) {
            return callable(slug, "judge");
        }
        if (slug != null) {
            throw wrong("judge", "must be left out: nobody judges here");
        }
        return null;
    }

    private static RunSettings settings(RunRequest request, boolean judged) {
        if (judged && request.shots() != null) {
            throw wrong("shots", "must be left out: no examples are shown here");
        }
        if (!judged && request.pairwise() != null) {
            throw wrong("pairwise", "must be left out: nobody judges here");
        }
        int shots = Objects.requireNonNullElse(request.shots(), RunRequest.SHOTS);
        if (shots < 0 || shots > RunRequest.MOST_SHOTS) {
            throw wrong("shots", "must be a whole number from 0 to " + RunRequest.MOST_SHOTS);
        }
        if (request.language() != null && !request.language().matches("en|ja")) {
            throw wrong("language", "must be en or ja");
        }
        return new RunSettings(judged ? Boolean.TRUE.equals(request.pairwise()) : null, judged ? null : shots,
                request.language());
    }

    static RuntimeException wrong(String field, String reason) {
        return Problem.field(Status.BAD_REQUEST, field, "body", reason);
    }

    private void store(UUID id, String benchmark, QuestionSet set, Model judge, RunSettings settings,
            Map<Long, Model> answering,
            List<RunCallPlan> steps, String who) {
        try (Connection connection = database.getConnection()) {
            try (PreparedStatement insert = connection.prepareStatement(RUN)) {
                insert.setObject(1, id);
                insert.setString(2, benchmark);
                insert.setLong(3, set.id());
                insert.setObject(4, judge == null ? null : judge.id, java.sql.Types.BIGINT);
                insert.setObject(5, judge == null ? null : judge.revision, java.sql.Types.INTEGER);
                insert.setString(6, json.writeValueAsString(settings));
                insert.setString(7, who);
                insert.executeUpdate();
            }
            try (PreparedStatement insert = connection.prepareStatement(MODELS)) {
                insert.setObject(1, id);
                insert.setArray(2, connection.createArrayOf("bigint", answering.keySet().toArray()));
                insert.executeUpdate();
            }
            try (PreparedStatement insert = connection.prepareStatement(ITEMS)) {
                insert.setObject(1, id);
                column(connection, insert, 2, "text", steps, step -> step.kind().name());
                column(connection, insert, 3, "integer", steps, RunCallPlan::question);
                column(connection, insert, 4, "integer", steps, RunCallPlan::turn);
                column(connection, insert, 5, "bigint", steps, RunCallPlan::model);
                column(connection, insert, 6, "bigint", steps, RunCallPlan::opponent);
                column(connection, insert, 7, "bigint", steps, RunCallPlan::callee);
                insert.executeUpdate();
            }
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("the run can't be written", e);
        }
    }

    private static void column(Connection connection, PreparedStatement insert, int index, String type, List<RunCallPlan> steps,
            Function<RunCallPlan, Object> value) throws SQLException {
        insert.setArray(index, connection.createArrayOf(type, steps.stream().map(value).toArray()));
    }
}
