package org.dohyo.benchmark.run;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.benchmark.NewResult;
import org.dohyo.benchmark.Result;
import org.dohyo.benchmark.ResultSource;
import org.dohyo.benchmark.Results;
import org.dohyo.benchmark.runner.QuestionSet;
import org.dohyo.benchmark.runner.QuestionSets;
import org.dohyo.benchmark.runner.RunRecord;
import org.dohyo.benchmark.runner.RunScore;
import org.dohyo.benchmark.runner.Runner;
import org.dohyo.benchmark.runner.Runners;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Ends the runs that have no call left and stores their scores as results, with the raw records, in the same
 * transaction.
 */
@ApplicationScoped
public class RunResults {

    private static final int TIMEOUT_SECONDS = 300;

    private final BenchmarkRun.Repository runs;
    private final BenchmarkItem.Repository items;
    private final Runners runners;
    private final QuestionSets sets;
    private final Results results;
    private final ObjectMapper json;
    private final Clock clock;

    RunResults(BenchmarkRun.Repository runs, BenchmarkItem.Repository items, Runners runners, QuestionSets sets,
            Results results, ObjectMapper json, Clock clock) {
        this.runs = runs;
        this.items = items;
        this.runners = runners;
        this.sets = sets;
        this.results = results;
        this.json = json;
        this.clock = clock;
    }

    @Transactional
    boolean anyRunning() {
        return runs.anyRunning();
    }

    void finishAll() {
        QuarkusTransaction.requiringNew().call(runs::withoutOpenCall)
                .forEach(id -> QuarkusTransaction.requiringNew().timeout(TIMEOUT_SECONDS).run(() -> finish(id)));
    }

    private void finish(UUID id) {
        runs.lockRunning(id).filter(run -> !items.anyOpen(id)).ifPresent(run -> {
            run.moveTo(RunState.FINISHED, clock.instant());
            publish(run, runners.of(run.benchmark), sets.get(run.questionSet.id));
        });
    }

    private void publish(BenchmarkRun run, Runner runner, QuestionSet set) {
        ObjectNode settings = settings(run, set);
        List<RunScore> scores = runner.scores(set, items.results(run.id));
        List<NewResult> all = new ArrayList<>();
        for (String model : scores.stream().map(RunScore::model).distinct().toList()) {
            Map<String, List<ObjectNode>> records = records(run, runner, set, model);
            scores.stream().filter(score -> score.model().equals(model)).forEach(score -> all.add(new NewResult(
                    new Result(model, score.scenario(), score.metric(), score.value(), score.standardError(),
                            (long) score.n(),
                            ResultSource.RUN, settings, run.endedAt),
                    score.metric().equals(runner.mainMetric()) ? records.getOrDefault(score.scenario(), List.of())
                            : List.of())));
        }
        if (!all.isEmpty()) {
            results.add(runner.benchmark(), all);
        }
    }

    private ObjectNode settings(BenchmarkRun run, QuestionSet set) {
        ObjectNode settings = json.createObjectNode().put("questions", set.version()).put("ownQuestions", set.own());
        if (run.judge != null) {
            settings.put("judge", run.judge.slug);
        }
        settings.setAll((ObjectNode) json.valueToTree(run.settings));
        return settings.put("run", run.id.toString());
    }

    private Map<String, List<ObjectNode>> records(BenchmarkRun run, Runner runner, QuestionSet set, String model) {
        Map<String, List<ObjectNode>> byScenario = new HashMap<>();
        for (RunRecord record : items.records(run.id, model)) {
            byScenario.computeIfAbsent(runner.scenario(set, record.question()), unused -> new ArrayList<>())
                    .add(runner.record(set, record));
        }
        return byScenario;
    }
}
