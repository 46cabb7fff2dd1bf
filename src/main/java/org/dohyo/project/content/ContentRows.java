package org.dohyo.project.content;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.jdbi.v3.core.Jdbi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Writes prompts and answers in batches, in the caller's transaction. */
@ApplicationScoped
class ContentRows {

    private static final String PROMPTS = """
            insert into project_prompt (project_id, key, turns)
            select :project, key, turns::jsonb from unnest(:keys, :turns) with ordinality as given (key, turns, place)
            order by place on conflict (project_id, key) do nothing""";
    private static final String ASKED = """
            select key, id, jsonb_array_length(turns) from project_prompt where project_id = :project""";
    private static final String OTHER_PROMPTS = """
            select given.key from unnest(:keys, :turns) as given (key, turns)
            join project_prompt p on p.project_id = :project and p.key = given.key and p.turns <> given.turns::jsonb""";
    private static final String MODELS = """
            insert into project_model (project_id, name) select :project, unnest(:names)
            on conflict (project_id, name) do nothing""";
    private static final String MODEL_IDS = "select name, id from project_model where project_id = :project";
    private static final String ANSWERS = """
            with added as (
                insert into project_answer (prompt_id, model_id, turns, own_name)
                select prompt, model, turns::jsonb, name
                from unnest(:prompts, :models, :turns, :names) as given (prompt, model, turns, name)
                on conflict (prompt_id, model_id) do nothing returning own_name)
            select count(*), count(*) filter (where own_name <> '') from added""";
    private static final String UNSEARCHED = """
            select a.prompt_id, a.model_id, a.turns from project_answer a join project_prompt p on p.id = a.prompt_id
            where p.project_id = :project and a.own_name is null order by a.prompt_id, a.model_id limit :most""";
    private static final String SEARCHED = """
            update project_answer a set own_name = given.name
            from unnest(:prompts, :models, :names) as given (prompt, model, name)
            where a.prompt_id = given.prompt and a.model_id = given.model""";
    private static final String OTHER_ANSWERS = """
            select given.record from unnest(:prompts, :models, :turns, :records) as given (prompt, model, turns, record)
            join project_answer a on a.prompt_id = given.prompt and a.model_id = given.model
                and a.turns <> given.turns::jsonb""";
    private static final String MISSING = """
            select m.name, p.key from project_model m join project_prompt p on p.project_id = m.project_id
            where m.id = any(:models) and not exists (
                select from project_answer a where a.prompt_id = p.id and a.model_id = m.id)
            order by m.name, p.id limit 100""";

    private static final String COPY_PROMPTS = """
            insert into project_prompt (project_id, key, turns)
            select :copy, key, turns from project_prompt where project_id = :source order by id""";
    private static final String COPY_MODELS = """
            insert into project_model (project_id, name)
            select :copy, name from project_model where project_id = :source order by id""";
    private static final String COPY_ANSWERS = """
            insert into project_answer (prompt_id, model_id, turns, own_name)
            select p.id, m.id, a.turns, a.own_name from project_answer a
            join project_prompt q on q.id = a.prompt_id join project_model n on n.id = a.model_id
            join project_prompt p on p.project_id = :copy and p.key = q.key
            join project_model m on m.project_id = :copy and m.name = n.name
            where q.project_id = :source order by p.id, m.id""";

    private static final TypeReference<List<String>> TURNS = new TypeReference<>() {
    };

    private final Jdbi jdbi;
    private final ObjectMapper json;
    private final OwnNames ownNames;

    ContentRows(Jdbi jdbi, ObjectMapper json, OwnNames ownNames) {
        this.jdbi = jdbi;
        this.json = json;
        this.ownNames = ownNames;
    }

    /** @param record the answer's place in the file */
    record NewAnswer(long record, long prompt, long model, List<String> turns) {
    }

    /**
     * How many answers were new.
     *
     * @param naming those among them that name their own model
     */
    record Added(int answers, int naming) {
    }

    /** A prompt that a model has not answered. */
    record Gap(String model, String prompt) {
    }

    /** @return how many were new */
    int addPrompts(long project, Map<String, List<String>> turnsByKey) {
        return jdbi.withHandle(handle -> handle.createUpdate(PROMPTS).bind("project", project)
                .bindArray("keys", String.class, new ArrayList<>(turnsByKey.keySet()))
                .bindArray("turns", String.class, turnsByKey.values().stream().map(this::text).toList()).execute());
    }

    /** Copies the prompts, and with {@code answers} the models and what they answered. */
    void copy(long source, long copy, boolean answers) {
        jdbi.useHandle(handle -> {
            for (String rows : answers ? List.of(COPY_PROMPTS, COPY_MODELS, COPY_ANSWERS) : List.of(COPY_PROMPTS)) {
                handle.createUpdate(rows).bind("source", source).bind("copy", copy).execute();
            }
        });
    }

    /** The keys of those that are stored with another text. */
    List<String> differingPrompts(long project, Map<String, List<String>> turnsByKey) {
        return jdbi.withHandle(handle -> handle.createQuery(OTHER_PROMPTS).bind("project", project)
                .bindArray("keys", String.class, new ArrayList<>(turnsByKey.keySet()))
                .bindArray("turns", String.class, turnsByKey.values().stream().map(this::text).toList())
                .mapTo(String.class).list());
    }

    /** A stored prompt. */
    record Asked(long id, int turns) {
    }

    /** The project's prompts by their keys. */
    Map<String, Asked> prompts(long project) {
        Map<String, Asked> prompts = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery(ASKED).bind("project", project)
                .map((row, context) -> Map.entry(row.getString(1), new Asked(row.getLong(2), row.getInt(3))))
                .forEach(entry -> prompts.put(entry.getKey(), entry.getValue())));
        return prompts;
    }

    /** Adds models that are new; returns the ids of all. */
    Map<String, Long> addModels(long project, Collection<String> names) {
        jdbi.useHandle(handle -> handle.createUpdate(MODELS).bind("project", project)
                .bindArray("names", String.class, new ArrayList<>(names)).execute());
        Map<String, Long> ids = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery(MODEL_IDS).bind("project", project)
                .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
                .forEach(entry -> ids.put(entry.getKey(), entry.getValue())));
        return ids;
    }

    Added addAnswers(List<NewAnswer> answers) {
        return jdbi.withHandle(handle -> handle.createQuery(ANSWERS)
                .bindArray("prompts", Long.class, answers.stream().map(NewAnswer::prompt).toList())
                .bindArray("models", Long.class, answers.stream().map(NewAnswer::model).toList())
                .bindArray("turns", String.class, answers.stream().map(answer -> text(answer.turns)).toList())
                .bindArray("names", String.class, ownNames.in(answers))
                .map((row, context) -> new Added(row.getInt(1), row.getInt(2))).one());
    }

    /** Searches answers of a project that nobody has searched; true if there may be more. */
    boolean searchOwnNames(long project, int most) {
        List<NewAnswer> answers = jdbi.withHandle(handle -> handle.createQuery(UNSEARCHED).bind("project", project)
                .bind("most", most)
                .map((row, context) -> new NewAnswer(0, row.getLong(1), row.getLong(2), turns(row.getString(3))))
                .list());
        if (answers.isEmpty()) {
            return false;
        }
        jdbi.useHandle(handle -> handle.createUpdate(SEARCHED)
                .bindArray("prompts", Long.class, answers.stream().map(NewAnswer::prompt).toList())
                .bindArray("models", Long.class, answers.stream().map(NewAnswer::model).toList())
                .bindArray("names", String.class, ownNames.in(answers)).execute());
        return answers.size() == most;
    }

    /** The records of those that are stored with another text. */
    List<Long> differingAnswers(List<NewAnswer> answers) {
        return jdbi.withHandle(handle -> handle.createQuery(OTHER_ANSWERS)
                .bindArray("prompts", Long.class, answers.stream().map(NewAnswer::prompt).toList())
                .bindArray("models", Long.class, answers.stream().map(NewAnswer::model).toList())
                .bindArray("turns", String.class, answers.stream().map(answer -> text(answer.turns)).toList())
                .bindArray("records", Long.class, answers.stream().map(NewAnswer::record).toList())
                .mapTo(Long.class).list());
    }

    /** The first hundred prompts that these models have not answered. */
    List<Gap> gaps(Collection<Long> models) {
        return jdbi.withHandle(handle -> handle.createQuery(MISSING)
                .bindArray("models", Long.class, new ArrayList<>(models))
                .map((row, context) -> new Gap(row.getString(1), row.getString(2))).list());
    }

    private List<String> turns(String text) {
        try {
            return json.readValue(text, TURNS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored answer can't be read", e);
        }
    }

    private String text(List<String> turns) {
        try {
            return json.writeValueAsString(turns);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a list of texts can't be written", e);
        }
    }
}
