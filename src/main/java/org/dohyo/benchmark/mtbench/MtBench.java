package org.dohyo.benchmark.mtbench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import org.dohyo.benchmark.Benchmark;
import org.dohyo.benchmark.KnownBenchmarks;
import org.dohyo.benchmark.runner.AnswerReading;
import org.dohyo.benchmark.runner.QuestionFile;
import org.dohyo.benchmark.runner.QuestionSet;
import org.dohyo.benchmark.runner.RunCallPlan;
import org.dohyo.benchmark.runner.RunCallRequest;
import org.dohyo.benchmark.runner.RunCallResult;
import org.dohyo.benchmark.runner.RunComparison;
import org.dohyo.benchmark.runner.RunItem;
import org.dohyo.benchmark.runner.RunItemKind;
import org.dohyo.benchmark.runner.RunRecord;
import org.dohyo.benchmark.runner.RunScore;
import org.dohyo.benchmark.runner.RunSettings;
import org.dohyo.benchmark.runner.Runner;
import org.dohyo.benchmark.runner.RunnerLabels;
import org.dohyo.provider.Message;
import org.dohyo.rating.Mean;
import org.dohyo.web.Languages;
import org.dohyo.web.Texts;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Conversations of several turns: a judge grades each answer and, on request, compares every two models. */
@Singleton
public final class MtBench implements Runner {

    public static final String SCORE = "score";
    private static final int TURNS_SHOWN = 2;

    private final Languages languages;

    MtBench(Languages languages) {
        this.languages = languages;
    }

    @Override
    public Benchmark benchmark() {
        return KnownBenchmarks.MT_BENCH;
    }

    @Override
    public boolean judged() {
        return true;
    }

    @Override
    public Class<MtBenchSet> questionsType() {
        return MtBenchSet.class;
    }

    @Override
    public MtBenchSet shipped() {
        return MtBenchSet.read(resource("en.jsonl") + "\n" + resource("ja.jsonl"), languages);
    }

    private static String resource(String name) {
        try (InputStream in = MtBench.class.getResourceAsStream("/benchmark/mt-bench/dohyo-1/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public MtBenchSet parse(QuestionFile file) {
        return MtBenchSet.read(file.text(), languages);
    }

    private static List<MtBenchQuestion> questions(QuestionSet set) {
        return set.questions(MtBenchSet.class).questions();
    }

    @Override
    public List<RunCallPlan> steps(QuestionSet set, RunSettings settings, List<Long> models, Long judge) {
        List<RunCallPlan> steps = new ArrayList<>();
        List<MtBenchQuestion> questions = questions(set);
        for (int q = 0; q < questions.size(); q++) {
            if (settings.takes(questions.get(q).language())) {
                int turns = questions.get(q).turns().size();
                for (long model : models) {
                    for (int turn = 1; turn <= turns; turn++) {
                        steps.add(new RunCallPlan(RunItemKind.ANSWER, q, turn, model, null, model));
                        steps.add(new RunCallPlan(RunItemKind.GRADE, q, turn, model, null, judge));
                    }
                }
                if (Boolean.TRUE.equals(settings.pairwise())) {
                    compare(q, turns, models, judge, steps);
                }
            }
        }
        return steps;
    }

    private static void compare(int question, int turns, List<Long> models, long judge, List<RunCallPlan> steps) {
        for (long a : models) {
            models.stream().filter(b -> b != a)
                    .forEach(b -> steps.add(new RunCallPlan(RunItemKind.COMPARE, question, turns, a, b, judge)));
        }
    }

    @Override
    public RunCallRequest ask(RunItem item, QuestionSet set, Map<Long, List<String>> answers) {
        RunCallPlan call = item.call();
        MtBenchQuestion question = questions(set).get(call.question());
        List<String> own = answers.getOrDefault(call.model(), List.of());
        return switch (call.kind()) {
            case ANSWER -> RunCallRequest.of(conversation(question, call.turn(), own));
            case GRADE ->
                RunCallRequest
                        .of(List.of(new Message(Message.Role.USER, JudgePrompt.grade(question, call.turn(), own))));
            case COMPARE -> RunCallRequest.of(List.of(new Message(Message.Role.USER,
                    JudgePrompt.compare(question, own, answers.get(call.opponent())))));
            case CHOICE -> throw new IllegalStateException("no choices here");
        };
    }

    private static List<Message> conversation(MtBenchQuestion question, int turn, List<String> answers) {
        List<Message> messages = new ArrayList<>();
        for (int t = 0; t < turn; t++) {
            messages.add(new Message(Message.Role.USER, question.turns().get(t)));
            if (t < turn - 1) {
                messages.add(new Message(Message.Role.ASSISTANT, answers.get(t)));
            }
        }
        return messages;
    }

    @Override
    public Optional<AnswerReading> read(RunItem item, QuestionSet set, String text, Map<String, Double> firstTokens) {
        return switch (item.call().kind()) {
            case GRADE ->
                JudgeRating.of(text).stream().mapToObj(points -> new AnswerReading(points, null, null)).findFirst();
            case COMPARE -> JudgeVerdict.of(text).map(verdict -> new AnswerReading(null, verdict.name(), null));
            default -> Optional.of(AnswerReading.NOTHING);
        };
    }

    @Override
    public String mainMetric() {
        return SCORE;
    }

    @Override
    public String scenario(QuestionSet set, int question) {
        return questions(set).get(question).kind().label();
    }

    /** The turns of a question aren't independent, so means and intervals are computed over questions. */
    @Override
    public List<RunScore> scores(QuestionSet set, List<RunCallResult> results) {
        Map<String, Map<Integer, List<RunCallResult>>> byModel = new LinkedHashMap<>();
        results.stream().filter(item -> item.kind() == RunItemKind.GRADE).forEach(item -> byModel
                .computeIfAbsent(item.model(), unused -> new TreeMap<>())
                .computeIfAbsent(item.question(), unused -> new ArrayList<>()).add(item));
        List<RunScore> scores = new ArrayList<>();
        byModel.forEach((model, questions) -> {
            Set<String> scenarios = new LinkedHashSet<>(List.of(KnownBenchmarks.OVERALL));
            questions.keySet().forEach(question -> scenarios.add(scenario(set, question)));
            for (String scenario : scenarios) {
                add(model, scenario, questions.entrySet().stream()
                        .filter(one -> scenario.equals(KnownBenchmarks.OVERALL)
                                || scenario.equals(scenario(set, one.getKey())))
                        .map(Map.Entry::getValue).toList(), scores);
            }
        });
        return scores;
    }

    private static void add(String model, String scenario, List<List<RunCallResult>> questions, List<RunScore> scores) {
        ToDoubleFunction<List<RunCallResult>> mean = turns -> turns.stream().mapToDouble(RunCallResult::score).average()
                .orElseThrow();
        scores.add(RunScore.of(model, scenario, SCORE, Mean.of(questions.stream().mapToDouble(mean).toArray())));
        IntStream.rangeClosed(1, TURNS_SHOWN).forEach(turn -> {
            double[] points = questions.stream().flatMap(List::stream).filter(item -> item.turn() == turn)
                    .mapToDouble(RunCallResult::score).toArray();
            if (points.length > 0) {
                scores.add(RunScore.of(model, scenario, SCORE + "-turn-" + turn, Mean.of(points)));
            }
        });
    }

    @Override
    public List<RunComparison> comparisons(List<RunCallResult> results) {
        return JudgeComparisons.of(results);
    }

    @Override
    public RunnerLabels labels(String locale) {
        return new MtBenchLabels(Texts.of(MtBenchMessages.class, locale));
    }

    @Override
    public ObjectNode record(QuestionSet set, RunRecord record) {
        MtBenchQuestion question = questions(set).get(record.question());
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("question_id", question.id())
                .put("category", question.kind().label()).put("turn", record.turn())
                .put("question", question.turns().get(record.turn() - 1));
        Stream.of(question.reference(record.turn())).flatMap(Optional::stream)
                .forEach(right -> node.put("reference", right));
        return node.put("answer", record.answer()).put("judgement", record.judgement()).put("score", record.score());
    }
}
