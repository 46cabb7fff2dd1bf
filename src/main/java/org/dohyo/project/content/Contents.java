package org.dohyo.project.content;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.project.ProblemMessages;
import org.dohyo.project.Project;
import org.dohyo.project.ProjectRefusal;
import org.dohyo.project.people.ProjectAccess;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** Which prompts have been answered, and with what. */
@ApplicationScoped
public class Contents {

    public static final int PAGE = 100;
    private static final int LONGEST_PREVIEW = 120;

    private final ProjectAccess access;
    private final Prompt.Repository prompts;
    private final AnsweringModel.Repository models;
    private final RecordedAnswer.Repository answers;
    private final FailedAnswers failures;

    Contents(ProjectAccess access, Prompt.Repository prompts, AnsweringModel.Repository models,
            RecordedAnswer.Repository answers, FailedAnswers failures) {
        this.access = access;
        this.prompts = prompts;
        this.models = models;
        this.answers = answers;
        this.failures = failures;
    }

    /**
     * A page of the prompts with the models that answered each.
     *
     * @param prompts in the whole project
     * @param answers in the whole project
     * @param pages how many pages there are, at least 1
     * @param naming the models that answers of their own name, in the whole project
     */
    public record Matrix(long prompts, long answers, List<String> models, int page, int pages, List<Row> rows,
            List<RecordedAnswer.NamingModel> naming) {

        /** How many answers name their own model. */
        public long namingAnswers() {
            return naming.stream().mapToLong(RecordedAnswer.NamingModel::naming).sum();
        }
    }

    /**
     * @param preview the beginning of the prompt
     * @param answered for each model in the order of the matrix
     * @param failed likewise: an endpoint was asked, and the answer is missing because that failed
     * @param naming likewise: the words by which the answer names its model; null without any
     */
    public record Row(String key, String preview, List<Boolean> answered, List<Boolean> failed,
            List<String> naming) {

        /** The key as a part of an address. */
        @JsonIgnore
        public String encodedKey() {
            return URLEncoder.encode(key, StandardCharsets.UTF_8);
        }
    }

    /** One prompt with all its answers. */
    public record Answered(String key, List<String> turns, List<ModelAnswer> answers) {
    }

    /**
     * @param turns null if the model has not answered the prompt
     * @param naming the words by which the answer names its model; null without any
     */
    public record ModelAnswer(String model, List<String> turns, String naming) {

        static ModelAnswer of(AnsweringModel model, RecordedAnswer given) {
            return given == null ? new ModelAnswer(model.name, null, null)
                    : new ModelAnswer(model.name, given.turns, given.namesItself() ? given.ownName : null);
        }
    }

    /** @param page from 0; one beyond the last is empty */
    @Transactional
    public Matrix matrix(String slug, int page) {
        Project project = access.read(slug).project();
        List<AnsweringModel> all = models.of(project.id);
        List<Prompt> shown = prompts.page(project.id, page, PAGE);
        List<Long> ids = shown.stream().map(one -> one.id).toList();
        Set<RecordedAnswer.Key> present = new HashSet<>(answers.present(ids));
        Set<RecordedAnswer.Key> failed = new HashSet<>(failures.among(ids));
        failed.removeAll(present);
        Map<RecordedAnswer.Key, String> naming = answers.naming(ids).stream()
                .collect(Collectors.toMap(RecordedAnswer.Naming::key, RecordedAnswer.Naming::words));
        List<Row> rows = shown.stream().map(prompt -> new Row(prompt.key, preview(prompt.turns.get(0)),
                in(present, prompt, all), in(failed, prompt, all),
                all.stream().map(model -> naming.get(new RecordedAnswer.Key(prompt.id, model.id))).toList())).toList();
        long count = prompts.countOf(project.id);
        return new Matrix(count, answers.countIn(project.id), all.stream().map(model -> model.name).toList(), page,
                (int) Math.max(1, (count + PAGE - 1) / PAGE), rows, answers.namingModels(project.id));
    }

    private static List<Boolean> in(Set<RecordedAnswer.Key> keys, Prompt prompt, List<AnsweringModel> models) {
        return models.stream().map(model -> keys.contains(new RecordedAnswer.Key(prompt.id, model.id))).toList();
    }

    /** @throws RuntimeException 404 if the project has no such prompt */
    @Transactional
    public Answered one(String slug, String key) {
        Project project = access.read(slug).project();
        Prompt prompt = prompts.findByKey(project.id, key).orElseThrow(
                () -> ProjectRefusal.of(Status.NOT_FOUND, "unknown-prompt", ProblemMessages::unknownPrompt));
        Map<Long, RecordedAnswer> given = answers.to(prompt.id).stream()
                .collect(Collectors.toMap(answer -> answer.modelId, Function.identity()));
        return new Answered(prompt.key, prompt.turns, models.of(project.id).stream()
                .map(model -> ModelAnswer.of(model, given.get(model.id))).toList());
    }

    /** The beginning of a text on one line. */
    public static String preview(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        int end = line.offsetByCodePoints(0, Math.min(LONGEST_PREVIEW, line.codePointCount(0, line.length())));
        return end < line.length() ? line.substring(0, end) + "…" : line;
    }
}
