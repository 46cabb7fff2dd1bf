package org.dohyo.project.answering;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.account.Audit;
import org.dohyo.model.CallForecast;
import org.dohyo.model.Model;
import org.dohyo.model.endpoint.RunState;
import org.dohyo.project.ProblemMessages;
import org.dohyo.project.Project;
import org.dohyo.project.ProjectRefusal;
import org.dohyo.project.content.AnswerRecording;
import org.dohyo.project.content.Prompt;
import org.dohyo.project.people.ProjectAccess;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;

/** Has models of the arena answer a project's prompts, ends that early, and lets it go on. */
@ApplicationScoped
public class AnsweringRuns {

    private static final int LONGEST_SECONDS = 300;

    private final ProjectAccess access;
    private final Project.Repository projects;
    private final AnsweringRun.Repository runs;
    private final AnsweringCall.Repository calls;
    private final AnsweringQueue queue;
    private final AnsweringWorker worker;
    private final AnsweringForecasts forecasts;
    private final AnswerRecording recording;
    private final Prompt.Repository prompts;
    private final Model.Repository models;
    private final Audit audit;
    private final Clock clock;

    AnsweringRuns(ProjectAccess access, Project.Repository projects, AnsweringRun.Repository runs,
            AnsweringCall.Repository calls, AnsweringQueue queue, AnsweringWorker worker,
            AnsweringForecasts forecasts, AnswerRecording recording, Prompt.Repository prompts,
            Model.Repository models, Audit audit, Clock clock) {
        this.access = access;
        this.projects = projects;
        this.runs = runs;
        this.calls = calls;
        this.queue = queue;
        this.worker = worker;
        this.forecasts = forecasts;
        this.recording = recording;
        this.prompts = prompts;
        this.models = models;
        this.audit = audit;
        this.clock = clock;
    }

    private record Trace(List<String> models, int prompts) {
    }

    /** Models that can answer, by name. */
    @Transactional
    public List<Model.Callable> models(String slug) {
        access.own(slug);
        return models.callable();
    }

    /**
     * What the answers to all prompts that have none would take.
     *
     * @param name under which the answers stand in the project; null for the model's slug
     * @throws RuntimeException 400 if the model can't be asked
     */
    @Transactional
    public CallForecast forecast(String slug, String model, String name) {
        Project project = access.own(slug);
        Model asked = models.callable(List.of(model == null ? "" : model)).stream().findFirst()
                .orElseThrow(() -> ProjectRefusal.parameter("model", ProblemMessages::notCallable));
        return forecasts.of(project.id, name == null ? asked.slug : name, asked);
    }

    /**
     * Plans each prompt that has no answer, and begins to ask. A name that has answers gets those that are missing.
     *
     * @param slugs of the arena's models, all different
     * @param name under which the answers of a single model stand in the project; null for the model's slug
     * @throws RuntimeException 400 naming a wrong field; 409 without prompts, where nothing is missing, and while the
     *         same name is being answered
     */
    @Transactional
    @TransactionConfiguration(timeout = LONGEST_SECONDS)
    public void start(String slug, List<String> slugs, String name, String who) {
        Project project = projects.findById(access.ownOpen(slug).id, LockModeType.PESSIMISTIC_WRITE);
        Map<String, Model> byName = byName(slugs, name);
        if (prompts.countOf(project.id) == 0) {
            throw ProjectRefusal.of(Status.CONFLICT, "no-prompts", ProblemMessages::noPrompts);
        }
        Map<String, Long> answering = recording.models(project.id, byName.keySet());
        requireNoneRunning(byName.keySet().stream().map(answering::get).toList());
        List<AnsweringRun> begun = byName.entrySet().stream()
                .map(one -> begun(project, answering.get(one.getKey()), one.getValue(), who)).toList();
        runs.persist(begun);
        runs.flush();
        List<Long> ids = begun.stream().map(run -> run.id).toList();
        int planned = queue.plan(ids);
        if (planned == 0) {
            throw ProjectRefusal.of(Status.CONFLICT, "nothing-to-answer", ProblemMessages::nothingToAnswer);
        }
        runs.deleteEmpty(ids);
        audit.record(who, "start-answering", "project:" + project.slug, null, new Trace(slugs, planned));
    }

    private Map<String, Model> byName(List<String> slugs, String name) {
        List<Model> chosen = models.callable(slugs);
        if (chosen.size() < slugs.size()) {
            throw ProjectRefusal.field("models", ProblemMessages::notCallable);
        }
        if (name == null) {
            return chosen.stream().collect(Collectors.toMap(model -> model.slug, Function.identity()));
        }
        if (chosen.size() > 1) {
            throw ProjectRefusal.field("name", ProblemMessages::nameForOne);
        }
        if (name.codePoints().anyMatch(Character::isISOControl)) {
            throw ProjectRefusal.field("name", ProblemMessages::controlCharacter);
        }
        return Map.of(name, chosen.get(0));
    }

    private AnsweringRun begun(Project project, long answering, Model model, String who) {
        AnsweringRun run = new AnsweringRun();
        run.projectId = project.id;
        run.answeringId = answering;
        run.modelId = model.id;
        run.revision = model.revision;
        run.state = RunState.RUNNING;
        run.startedBy = who;
        run.startedAt = clock.instant();
        return run;
    }

    private void requireNoneRunning(List<Long> answering) {
        if (runs.anyRunning(answering)) {
            throw ProjectRefusal.of(Status.CONFLICT, "answering-running", ProblemMessages::answeringRunning);
        }
    }

    /** What was answered stays; again, it changes nothing. */
    @Transactional
    public void cancel(String slug, long id, String who) {
        Project project = access.own(slug);
        AnsweringRun run = find(project, id);
        if (run.state == RunState.RUNNING) {
            run.state = RunState.CANCELLED;
            run.endedAt = clock.instant();
            audit.record(who, "cancel-answering", "project:" + project.slug, null, Map.of("run", run.id));
        }
    }

    /** Asks what is left, what failed, and prompts that were uploaded since. */
    @Transactional
    @TransactionConfiguration(timeout = LONGEST_SECONDS)
    public void resume(String slug, long id, String who) {
        Project project = projects.findById(access.ownOpen(slug).id, LockModeType.PESSIMISTIC_WRITE);
        AnsweringRun run = find(project, id);
        requireNoneRunning(List.of(run.answeringId));
        calls.retry(run.id);
        run.state = RunState.RUNNING;
        run.endedAt = null;
        runs.flush();
        queue.plan(List.of(run.id));
        audit.record(who, "resume-answering", "project:" + project.slug, null, Map.of("run", run.id));
    }

    /** After a call that has begun or resumed a run. */
    public void wake() {
        worker.wake();
    }

    private AnsweringRun find(Project project, long id) {
        return runs.find(project.id, id).orElseThrow(
                () -> ProjectRefusal.of(Status.NOT_FOUND, "unknown-answering", ProblemMessages::unknownAnswering));
    }
}
