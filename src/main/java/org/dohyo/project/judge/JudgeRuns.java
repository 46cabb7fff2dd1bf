package org.dohyo.project.judge;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.account.Audit;
import org.dohyo.model.CallForecast;
import org.dohyo.model.Model;
import org.dohyo.model.ModelPrice;
import org.dohyo.model.endpoint.RunState;
import org.dohyo.project.ProblemMessages;
import org.dohyo.project.Project;
import org.dohyo.project.ProjectRefusal;
import org.dohyo.project.people.ProjectAccess;
import org.dohyo.project.queue.Item;
import org.dohyo.text.Tokens;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;

/** Starts a judge, ends it early, and lets it go on. */
@ApplicationScoped
public class JudgeRuns {

    private static final int LONGEST_SECONDS = 300;
    private static final int SAMPLE = 40;
    /** A few sentences and the verdict. */
    private static final int TOKENS_OF_A_VERDICT = 250;

    private final ProjectAccess access;
    private final Project.Repository projects;
    private final JudgeRun.Repository runs;
    private final Verdict.Repository verdicts;
    private final JudgeQueue queue;
    private final JudgeWorker worker;
    private final JudgeTexts texts;
    private final Item.Repository items;
    private final Model.Repository models;
    private final ModelPrice.Repository prices;
    private final Audit audit;
    private final Clock clock;

    JudgeRuns(ProjectAccess access, Project.Repository projects, JudgeRun.Repository runs,
            Verdict.Repository verdicts, JudgeQueue queue, JudgeWorker worker, JudgeTexts texts, Item.Repository items,
            Model.Repository models, ModelPrice.Repository prices, Audit audit, Clock clock) {
        this.access = access;
        this.projects = projects;
        this.runs = runs;
        this.verdicts = verdicts;
        this.queue = queue;
        this.worker = worker;
        this.texts = texts;
        this.items = items;
        this.models = models;
        this.prices = prices;
        this.audit = audit;
        this.clock = clock;
    }

    private record Trace(String judge, int calls) {
    }

    /** Models that can judge, by name. */
    @Transactional
    public List<Model.Callable> judges(String slug) {
        access.own(slug);
        return models.callable();
    }

    /** The template for a language, with {@code {a}} and {@code {b}} for the two conversations. */
    public String standard(String language) {
        return JudgeTemplate.standard(language);
    }

    /**
     * What both orders of each item would take, from the texts of a few.
     *
     * @throws RuntimeException 400 if the model can't be asked
     */
    @Transactional
    public CallForecast forecast(String slug, String judge) {
        Project project = access.own(slug);
        Model model = callable(judge, () -> ProjectRefusal.parameter("model", ProblemMessages::notCallable));
        long all = items.count("projectId = ?1 and known is null", project.id);
        int last = items.lastPlace(project.id);
        List<Integer> places = IntStream.range(0, SAMPLE).mapToObj(i -> 1 + (int) ((long) i * last / SAMPLE)).distinct()
                .toList();
        List<Long> sample = items.list("projectId = ?1 and place in ?2", project.id, places).stream()
                .map(item -> item.id).toList();
        Collection<JudgeTexts.Texts> read = texts.of(sample).values();
        String template = JudgeTemplate.standard("en");
        double each = read.stream().mapToInt(item -> Tokens.count(item.fill(template, false))).average().orElse(0);
        long calls = 2 * all;
        return prices.forecast(model.id, calls, Math.round(each * calls), calls * TOKENS_OF_A_VERDICT);
    }

    /**
     * Plans both orders of each item and begins to ask.
     *
     * @param template null for the standard one of the language
     * @throws RuntimeException 400 naming a wrong field, 409 while another run goes on or without items
     */
    @Transactional
    @TransactionConfiguration(timeout = LONGEST_SECONDS)
    public void start(String slug, String judge, String language, String template, String who) {
        Project project = projects.findById(access.ownOpen(slug).id, LockModeType.PESSIMISTIC_WRITE);
        Model model = callable(judge, () -> ProjectRefusal.field("model", ProblemMessages::notCallable));
        if (template != null && !JudgeTemplate.isComplete(template)) {
            throw ProjectRefusal.field("template", ProblemMessages::template);
        }
        requireNoneRunning(project);
        JudgeRun run = new JudgeRun();
        run.projectId = project.id;
        run.modelId = model.id;
        run.revision = model.revision;
        run.template = template == null ? JudgeTemplate.standard(language) : template;
        run.state = RunState.RUNNING;
        run.startedBy = who;
        run.startedAt = clock.instant();
        runs.persistAndFlush(run);
        int calls = queue.plan(run);
        if (calls == 0) {
            throw ProjectRefusal.of(Status.CONFLICT, "nothing-planned", ProblemMessages::nothingPlanned);
        }
        audit.record(who, "start-judge", "project:" + project.slug, null, new Trace(model.slug, calls));
    }

    private void requireNoneRunning(Project project) {
        if (runs.newest(project.id).filter(run -> run.state == RunState.RUNNING).isPresent()) {
            throw ProjectRefusal.of(Status.CONFLICT, "judge-running", ProblemMessages::judgeRunning);
        }
    }

    private Model callable(String slug, Supplier<RuntimeException> refusal) {
        return models.callable(List.of(slug == null ? "" : slug)).stream().findFirst().orElseThrow(refusal);
    }

    /** What was answered stays; again, it changes nothing. */
    @Transactional
    public void cancel(String slug, String who) {
        Project project = access.own(slug);
        JudgeRun run = newest(project);
        if (run.state == RunState.RUNNING) {
            run.state = RunState.CANCELLED;
            run.endedAt = clock.instant();
            audit.record(who, "cancel-judge", "project:" + project.slug, null, Map.of("run", run.id));
        }
    }

    /** Asks what is left, what failed, and what was planned since. */
    @Transactional
    public void resume(String slug, String who) {
        Project project = projects.findById(access.ownOpen(slug).id, LockModeType.PESSIMISTIC_WRITE);
        JudgeRun run = newest(project);
        requireNoneRunning(project);
        verdicts.update("state = ?1, error = null, settledAt = null, attempts = 0 where runId = ?2 and state = ?3",
                Verdict.State.WAITING, run.id, Verdict.State.FAILED);
        run.state = RunState.RUNNING;
        run.endedAt = null;
        queue.plan(run);
        audit.record(who, "resume-judge", "project:" + project.slug, null, Map.of("run", run.id));
    }

    /** After a call that has begun or resumed a run. */
    public void wake() {
        worker.wake();
    }

    private JudgeRun newest(Project project) {
        return runs.newest(project.id).orElseThrow(
                () -> ProjectRefusal.of(Status.NOT_FOUND, "no-judge", ProblemMessages::noJudge));
    }
}
