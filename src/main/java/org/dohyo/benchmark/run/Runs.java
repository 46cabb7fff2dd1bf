package org.dohyo.benchmark.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.benchmark.BenchmarkProblemMessages;
import org.dohyo.benchmark.KnownBenchmarks;
import org.dohyo.benchmark.runner.QuestionSets;
import org.dohyo.benchmark.runner.RunCallResult;
import org.dohyo.benchmark.runner.RunComparison;
import org.dohyo.benchmark.runner.RunScore;
import org.dohyo.benchmark.runner.Runner;
import org.dohyo.benchmark.runner.Runners;
import org.dohyo.leaderboard.count.CountedPair;
import org.dohyo.model.endpoint.EndpointOutage;
import org.dohyo.web.Refusal;

/** Reads runs: their settings, their progress, their scores so far. */
@ApplicationScoped
public class Runs {

    /** The problem for an id that isn't a run. */

    /** The time over which the pace of a run is measured. */
    private static final Duration RECENT = Duration.ofMinutes(2);

    private final BenchmarkRun.Repository runs;
    private final BenchmarkRunModel.Repository models;
    private final BenchmarkItem.Repository items;
    private final BenchmarkPause.Repository pauses;
    private final EndpointOutage.Repository outages;
    private final CountedPair.Repository votes;
    private final Runners runners;
    private final QuestionSets sets;
    private final Clock clock;

    Runs(BenchmarkRun.Repository runs, BenchmarkRunModel.Repository models, BenchmarkItem.Repository items,
            BenchmarkPause.Repository pauses, EndpointOutage.Repository outages, CountedPair.Repository votes,
            Runners runners, QuestionSets sets, Clock clock) {
        this.runs = runs;
        this.models = models;
        this.items = items;
        this.pauses = pauses;
        this.outages = outages;
        this.votes = votes;
        this.runners = runners;
        this.sets = sets;
        this.clock = clock;
    }

    /**
     * The scores of a run so far.
     *
     * @param comparisons empty unless the judge compared models
     * @param agreement of judge and voters; null if they have no pair of models in common
     */
    public record Outcome(List<RunScore> scores, List<RunComparison> comparisons, JudgeAgreement agreement) {
    }

    /** The newest hundred runs of one benchmark, or of all if it is null. */
    @Transactional
    public List<RunView> newest(String benchmark) {
        return views(runs.newest(benchmark == null ? null : runners.of(benchmark).benchmark().slug()));
    }

    /** The run with that id; 404 if there is none. */
    @Transactional
    public RunView one(UUID id) {
        return runs.row(id).map(row -> views(List.of(row)).get(0)).orElseThrow(Runs::unknown);
    }

    public static RuntimeException unknown() {
        return Refusal.of(BenchmarkProblemMessages.class, Status.NOT_FOUND, "unknown-run",
                BenchmarkProblemMessages::unknownRun);
    }

    private List<RunView> views(List<BenchmarkRun.Row> rows) {
        List<UUID> ids = rows.stream().map(BenchmarkRun.Row::id).toList();
        Map<UUID, List<String>> slugs = models.slugs(ids).stream().collect(Collectors.groupingBy(
                BenchmarkRunModel.Slug::runId, Collectors.mapping(BenchmarkRunModel.Slug::slug, Collectors.toList())));
        Map<UUID, RunProgress> progress = progress(ids);
        return rows.stream().map(row -> RunView.of(row, slugs.get(row.id()), progress.get(row.id()))).toList();
    }

    /** The progress of these runs. */
    @Transactional
    Map<UUID, RunProgress> progress(Collection<UUID> ids) {
        Instant now = clock.instant();
        List<BenchmarkItem.Counts> counts = items.progress(ids, now.minus(RECENT));
        Map<UUID, Set<Long>> callees = callees(counts);
        Map<Long, Instant> waits = waits(callees.values().stream().flatMap(Set::stream).collect(Collectors.toSet()),
                now);
        Map<UUID, RunProgress> progress = new HashMap<>();
        counts.forEach(
                run -> progress.put(run.run(), progress(run, now, callees.getOrDefault(run.run(), Set.of()).stream()
                        .map(waits::get).filter(Objects::nonNull).max(Instant::compareTo).orElse(null))));
        return progress;
    }

    /** The models that the running ones among these runs call, judges included. */
    private Map<UUID, Set<Long>> callees(List<BenchmarkItem.Counts> counts) {
        Map<UUID, Set<Long>> callees = new HashMap<>();
        counts.stream().filter(run -> run.state().running()).forEach(run -> callees.put(run.run(),
                run.judge() == null ? new HashSet<>() : new HashSet<>(Set.of(run.judge()))));
        models.slugs(callees.keySet()).forEach(model -> callees.get(model.runId()).add(model.modelId()));
        return callees;
    }

    /** The times until which these models are not called, because they asked for a pause or fail. */
    private Map<Long, Instant> waits(Set<Long> callees, Instant now) {
        Map<Long, Instant> waits = new HashMap<>();
        pauses.after(callees, now).forEach(pause -> waits.put(pause.modelId, pause.until));
        outages.after(callees, now).forEach(outage -> waits.merge(outage.modelId, outage.until,
                (one, other) -> one.isAfter(other) ? one : other));
        return waits;
    }

    private static RunProgress progress(BenchmarkItem.Counts run, Instant now, Instant waitsUntil) {
        long left = run.total() - run.done() - run.failed();
        Instant end = run.state().running() && run.recent() > 1 ? end(now, run.recentSince(), run.recent(), left)
                : null;
        return new RunProgress(run.state(), run.total(), run.done(), run.failed(), run.running(), run.promptTokens(),
                run.completionTokens(), end, waitsUntil);
    }

    private static Instant end(Instant now, Instant since, long recent, long left) {
        return now.plusMillis(Duration.between(since, now).toMillis() * left / recent);
    }

    @Transactional
    public Outcome outcome(RunView run) {
        Runner runner = runners.of(run.benchmark());
        List<RunCallResult> results = items.results(run.id());
        List<RunScore> scores = runner.scores(sets.find(runner, run.questions()).orElseThrow(), results);
        List<RunComparison> comparisons = runner.comparisons(results);
        return new Outcome(scores, comparisons,
                runner.judged() ? JudgeAgreement.of(headline(runner, scores), comparisons, votes(run.id())) : null);
    }

    private static List<RunScore> headline(Runner runner, List<RunScore> scores) {
        return scores.stream().filter(
                score -> score.scenario().equals(KnownBenchmarks.OVERALL) && score.metric().equals(runner.mainMetric()))
                .toList();
    }

    /** The votes between every two models of the run. */
    private List<JudgeAgreement.Voted> votes(UUID run) {
        Map<Long, String> slugs = models.slugs(List.of(run)).stream()
                .collect(Collectors.toMap(BenchmarkRunModel.Slug::modelId, BenchmarkRunModel.Slug::slug));
        return votes.among(slugs.keySet()).stream().map(pair -> new JudgeAgreement.Voted(slugs.get(pair.first),
                slugs.get(pair.second), pair.firstWins, pair.secondWins)).toList();
    }
}
