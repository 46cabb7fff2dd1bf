package org.dohyo.benchmark.mmlu;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.dohyo.benchmark.Benchmark;
import org.dohyo.benchmark.KnownBenchmarks;
import org.dohyo.benchmark.run.QuestionSet;
import org.dohyo.benchmark.run.RunAsk;
import org.dohyo.benchmark.run.RunDone;
import org.dohyo.benchmark.run.RunItem;
import org.dohyo.benchmark.run.RunItemKind;
import org.dohyo.benchmark.run.RunReading;
import org.dohyo.benchmark.run.RunRecord;
import org.dohyo.benchmark.run.RunScore;
import org.dohyo.benchmark.run.RunSettings;
import org.dohyo.benchmark.run.RunStep;
import org.dohyo.benchmark.run.Runner;
import org.dohyo.provider.Message;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Questions with four choices, scored without a judge. */
public final class Mmlu implements Runner {

    public static final String ACCURACY = "accuracy";
    public static final String UNPARSEABLE = "unparseable";
    /** Enough for "The answer is B."; a model that thinks aloud is asked again without a bound. */
    private static final int MAX_TOKENS = 16;
    /** The most that OpenAI's interface gives. */
    private static final int TOP = 20;

    @Override
    public Benchmark benchmark() {
        return KnownBenchmarks.MMLU;
    }

    @Override
    public int questions(QuestionSet set) {
        return set.mmlu().questions().size();
    }

    @Override
    public List<RunStep> steps(QuestionSet set, RunSettings settings, List<Long> models, Long judge) {
        List<RunStep> steps = new ArrayList<>();
        List<MmluQuestion> questions = set.mmlu().questions();
        for (int q = 0; q < questions.size(); q++) {
            if (settings.takes(questions.get(q).japanese())) {
                for (long model : models) {
                    steps.add(new RunStep(RunItemKind.CHOICE, q, 1, model, null, model));
                }
            }
        }
        return steps;
    }

    @Override
    public RunAsk ask(RunItem item, QuestionSet set, Map<Long, List<String>> said) {
        MmluQuestion question = set.mmlu().questions().get(item.step().question());
        String prompt = MmluPrompt.of(question, set.mmlu().examples(question, item.settings().shots()));
        return new RunAsk(List.of(new Message(Message.Role.USER, prompt)), item.plain() ? Map.of()
                : Map.of("logprobs", true, "top_logprobs", TOP, "max_tokens", MAX_TOKENS, "temperature", 0));
    }

    @Override
    public Optional<RunReading> read(RunItem item, QuestionSet set, String text, Map<String, Double> beginnings) {
        MmluLetter right = set.mmlu().questions().get(item.step().question()).answer();
        Optional<MmluLetter> likeliest = MmluLetter.likeliest(beginnings);
        Optional<MmluLetter> given = likeliest.or(() -> MmluLetter.of(text));
        return Optional.of(new RunReading(given.equals(Optional.of(right)) ? 1.0 : 0.0, given.map(Enum::name).orElse(null),
                likeliest.isPresent() ? RunReading.Method.LOG_PROBABILITY : RunReading.Method.TEXT));
    }

    @Override
    public String mainMetric() {
        return ACCURACY;
    }

    @Override
    public String scenario(QuestionSet set, int question) {
        return set.mmlu().questions().get(question).subject();
    }

    @Override
    public List<RunScore> scores(QuestionSet set, List<RunDone> done) {
        Map<String, Map<String, List<RunDone>>> byModel = new LinkedHashMap<>();
        for (RunDone item : done) {
            Map<String, List<RunDone>> scenarios = byModel.computeIfAbsent(item.model(), unused -> new LinkedHashMap<>());
            scenarios.computeIfAbsent(KnownBenchmarks.OVERALL, unused -> new ArrayList<>()).add(item);
            scenarios.computeIfAbsent(scenario(set, item.question()), unused -> new ArrayList<>()).add(item);
        }
        List<RunScore> scores = new ArrayList<>();
        byModel.forEach((model, scenarios) -> scenarios.forEach((scenario, items) -> {
            scores.add(RunScore.of(model, scenario, ACCURACY, items.stream().filter(item -> item.score() == 1).count(),
                    items.size()));
            scores.add(RunScore.of(model, scenario, UNPARSEABLE, items.stream().filter(item -> item.verdict() == null).count(),
                    items.size()));
        }));
        return scores;
    }

    @Override
    public ObjectNode record(QuestionSet set, RunRecord record) {
        MmluQuestion question = set.mmlu().questions().get(record.question());
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("subject", question.subject())
                .put("question", question.question());
        for (MmluLetter letter : MmluLetter.values()) {
            node.put(letter.name(), question.choices().get(letter.ordinal()));
        }
        return node.put("right", question.answer().name()).put("answer", record.answer()).put("read", record.verdict())
                .put("method", record.method()).put("score", record.score());
    }
}
