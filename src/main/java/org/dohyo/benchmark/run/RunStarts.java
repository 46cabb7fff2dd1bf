package org.dohyo.benchmark.run;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.account.Audit;
import org.dohyo.benchmark.BenchmarkProblemMessages;
import org.dohyo.benchmark.runner.QuestionSet;
import org.dohyo.benchmark.runner.QuestionSets;
import org.dohyo.benchmark.runner.RunCallPlan;
import org.dohyo.benchmark.runner.RunSettings;
import org.dohyo.benchmark.runner.Runner;
import org.dohyo.benchmark.runner.Runners;
import org.dohyo.benchmark.runner.StoredQuestionSet;
import org.dohyo.model.Model;
import org.dohyo.web.Languages;
import org.dohyo.web.Refusal;
import org.dohyo.web.RequestMessages;
import org.jdbi.v3.core.Jdbi;

/** Starts runs: checks the request and plans every call, in one transaction. */
@ApplicationScoped
public class RunStarts {

    private static final String ITEMS = """
            insert into benchmark_item (run_id, kind, question, turn, model_id, opponent_id, callee, state)
            select :run, item.kind, item.question, item.turn, item.model, item.opponent, item.callee, :state
            from unnest(cast(:kinds as text[]), :questions, :turns, :models, :opponents, :callees) with ordinality
                as item (kind, question, turn, model, opponent, callee, place)
            order by item.place""";

    private final Jdbi jdbi;
    private final BenchmarkRun.Repository runs;
    private final BenchmarkRunModel.Repository runModels;
    private final StoredQuestionSet.Repository stored;
    private final Runners runners;
    private final QuestionSets sets;
    private final Model.Repository models;
    private final Languages languages;
    private final Audit audit;
    private final Clock clock;

    RunStarts(Jdbi jdbi, BenchmarkRun.Repository runs, BenchmarkRunModel.Repository runModels,
            StoredQuestionSet.Repository stored, Runners runners, QuestionSets sets, Model.Repository models,
            Languages languages, Audit audit, Clock clock) {
        this.jdbi = jdbi;
        this.runs = runs;
        this.runModels = runModels;
        this.stored = stored;
        this.runners = runners;
        this.sets = sets;
        this.models = models;
        this.languages = languages;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public UUID start(String benchmark, RunRequest request, String who) {
        Runner runner = runners.of(benchmark);
        if (request == null) {
            throw Refusal.field("body", RequestMessages::required);
        }
        boolean judged = runner.judged();
        Map<Long, Model> answering = answering(request.models());
        Model judge = judge(request.judge(), judged);
        RunSettings settings = settings(request, judged);
        String version = Objects.requireNonNullElse(request.questions(), QuestionSets.OWN);
        QuestionSet set = sets.find(runner, version)
                .orElseThrow(() -> wrong("questions", BenchmarkProblemMessages::noSet));
        List<RunCallPlan> calls = runner.steps(set, settings, List.copyOf(answering.keySet()),
                judge == null ? null : judge.id);
        if (calls.isEmpty()) {
            throw wrong("language", BenchmarkProblemMessages::noQuestions);
        }
        UUID id = UUID.randomUUID();
        BenchmarkRun run = new BenchmarkRun();
        run.id = id;
        run.benchmark = benchmark;
        run.questionSet = stored.getEntityManager().getReference(StoredQuestionSet.class, set.id());
        run.judge = judge;
        run.judgeRevision = judge == null ? null : judge.revision;
        run.settings = settings;
        run.startedBy = who;
        run.startedAt = clock.instant();
        store(run, answering.values(), calls);
        Map<String, Object> trace = new LinkedHashMap<>();
        trace.put("questions", version);
        trace.put("models", request.models());
        trace.put("judge", request.judge());
        audit.record(who, "run", "benchmark:" + benchmark + "/" + id, null, trace);
        return id;
    }

    private Map<Long, Model> answering(List<String> slugs) {
        if (slugs == null || slugs.isEmpty() || slugs.size() > RunRequest.MOST_MODELS) {
            throw wrong("models", words -> words.models(RunRequest.MOST_MODELS));
        }
        Set<String> seen = new LinkedHashSet<>();
        Map<Long, Model> answering = new LinkedHashMap<>();
        for (int i = 0; i < slugs.size(); i++) {
            String field = "models[" + i + "]";
            Model model = callable(slugs.get(i), field);
            if (!seen.add(model.slug)) {
                throw wrong(field, BenchmarkProblemMessages::namedTwice);
            }
            answering.put(model.id, model);
        }
        return answering;
    }

    private Model callable(String slug, String field) {
        return models.findBySlug(slug == null ? "" : slug)
                .filter(model -> model.protocol != null && model.retiredAt == null)
                .orElseThrow(() -> wrong(field, BenchmarkProblemMessages::notCallable));
    }

    private Model judge(String slug, boolean judged) {
        if (judged) {
            return callable(slug, "judge");
        }
        if (slug != null) {
            throw wrong("judge", BenchmarkProblemMessages::nobodyJudges);
        }
        return null;
    }

    private RunSettings settings(RunRequest request, boolean judged) {
        if (judged && request.shots() != null) {
            throw wrong("shots", BenchmarkProblemMessages::noExamples);
        }
        if (!judged && request.pairwise() != null) {
            throw wrong("pairwise", BenchmarkProblemMessages::nobodyJudges);
        }
        int shots = Objects.requireNonNullElse(request.shots(), RunRequest.SHOTS);
        if (shots < 0 || shots > RunRequest.MOST_SHOTS) {
            throw Refusal.field("shots", words -> words.between(0, RunRequest.MOST_SHOTS));
        }
        if (request.language() != null && !languages.contains(request.language())) {
            throw Refusal.field("language",
                    words -> words.oneOf(languages.all().stream().reduce(words::either).orElseThrow()));
        }
        return new RunSettings(judged ? Boolean.TRUE.equals(request.pairwise()) : null, judged ? null : shots,
                request.language());
    }

    private static Refusal wrong(String field, Function<BenchmarkProblemMessages, String> rule) {
        return Refusal.field(BenchmarkProblemMessages.class, field, rule);
    }

    private void store(BenchmarkRun run, Collection<Model> answering, List<RunCallPlan> calls) {
        runs.persist(run);
        for (Model model : answering) {
            BenchmarkRunModel member = new BenchmarkRunModel();
            member.runId = run.id;
            member.modelId = model.id;
            member.revision = model.revision;
            runModels.persist(member);
        }
        runs.flush();
        jdbi.useHandle(handle -> handle.createUpdate(ITEMS).bind("run", run.id).bind("state", ItemState.WAITING)
                .bindArray("kinds", String.class, calls.stream().map(call -> call.kind().name()).toList())
                .bindArray("questions", Integer.class, calls.stream().map(RunCallPlan::question).toList())
                .bindArray("turns", Integer.class, calls.stream().map(RunCallPlan::turn).toList())
                .bindArray("models", Long.class, calls.stream().map(RunCallPlan::model).toList())
                .bindArray("opponents", Long.class,
                        calls.stream().map(RunCallPlan::opponent).collect(Collectors.toList()))
                .bindArray("callees", Long.class, calls.stream().map(RunCallPlan::callee).toList()).execute());
    }
}
