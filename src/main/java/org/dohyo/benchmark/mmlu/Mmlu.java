package org.dohyo.benchmark.mmlu;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import jakarta.inject.Singleton;

import org.dohyo.benchmark.Benchmark;
import org.dohyo.benchmark.KnownBenchmarks;
import org.dohyo.benchmark.runner.AnswerReading;
import org.dohyo.benchmark.runner.QuestionFile;
import org.dohyo.benchmark.runner.QuestionSet;
import org.dohyo.benchmark.runner.RunCallPlan;
import org.dohyo.benchmark.runner.RunCallRequest;
import org.dohyo.benchmark.runner.RunCallResult;
import org.dohyo.benchmark.runner.RunItem;
import org.dohyo.benchmark.runner.RunItemKind;
import org.dohyo.benchmark.runner.RunRecord;
import org.dohyo.benchmark.runner.RunScore;
import org.dohyo.benchmark.runner.RunSettings;
import org.dohyo.benchmark.runner.Runner;
import org.dohyo.benchmark.runner.RunnerLabels;
import org.dohyo.provider.Message;
import org.dohyo.web.Languages;
import org.dohyo.web.Texts;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Questions with four choices, scored without a judge. */
@Singleton
public final class Mmlu implements Runner {

    public static final String ACCURACY = "accuracy";
    public static final String UNPARSEABLE = "unparseable";
    /** The subjects of the questions shipped with the arena. */
    private static final List<String> SUBJECTS = List.of("arithmetic", "physics", "biology", "geography", "computing",
            "reasoning", "ja_arithmetic", "ja_science", "ja_geography", "ja_history", "ja_language", "ja_civics");
    /** Enough for "The answer is B."; a model that reasons in its answer is called again without a limit. */
    private static final int MAX_TOKENS = 16;
    /** The maximum of OpenAI's interface. */
    private static final int TOP = 20;

    private final Languages languages;

    Mmlu(Languages languages) {
        this.languages = languages;
    }

    @Override
    public Benchmark benchmark() {
        return KnownBenchmarks.MMLU;
    }

    @Override
    public boolean judged() {
        return false;
    }

    @Override
    public Class<MmluSet> questionsType() {
        return MmluSet.class;
    }

    @Override
    public MmluSet shipped() {
        Map<String, String> files = new TreeMap<>();
        for (String split : List.of("dev", "test")) {
            SUBJECTS.forEach(subject -> {
                String path = split + "/" + subject + "_" + split + ".csv";
                files.put(path, resource(path));
            });
        }
        return MmluSet.read(files, languages);
    }

    private static String resource(String path) {
        try (InputStream in = Mmlu.class.getResourceAsStream("/benchmark/mmlu/dohyo-1/" + path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean needsSubject(QuestionFile file) {
        return !MmluArchive.isArchive(file.content());
    }

    @Override
    public MmluSet parse(QuestionFile file) {
        if (needsSubject(file)) {
            return MmluSet.read(Map.of(file.subject() + "_test.csv", file.text()), languages);
        }
        Map<String, String> files = MmluArchive.unpack(file.content());
        files.values().forEach(QuestionFile::storable);
        return MmluSet.read(files, languages);
    }

    private static MmluSet questions(QuestionSet set) {
        return set.questions(MmluSet.class);
    }

    @Override
    public List<RunCallPlan> steps(QuestionSet set, RunSettings settings, List<Long> models, Long judge) {
        List<RunCallPlan> steps = new ArrayList<>();
        List<MmluQuestion> questions = questions(set).questions();
        for (int q = 0; q < questions.size(); q++) {
            if (settings.takes(questions.get(q).language())) {
                for (long model : models) {
                    steps.add(new RunCallPlan(RunItemKind.CHOICE, q, 1, model, null, model));
                }
            }
        }
        return steps;
    }

    @Override
    public RunCallRequest ask(RunItem item, QuestionSet set, Map<Long, List<String>> answers) {
        MmluQuestion question = questions(set).questions().get(item.call().question());
        String prompt = MmluPrompt.of(question, questions(set).examples(question, item.settings().shots()));
        return new RunCallRequest(List.of(new Message(Message.Role.USER, prompt)), item.plain() ? Map.of()
                : Map.of("logprobs", true, "top_logprobs", TOP, "max_tokens", MAX_TOKENS, "temperature", 0));
    }

    @Override
    public Optional<AnswerReading> read(RunItem item, QuestionSet set, String text, Map<String, Double> firstTokens) {
        MmluLetter right = questions(set).questions().get(item.call().question()).answer();
        Optional<MmluLetter> likeliest = MmluLetter.likeliest(firstTokens);
        Optional<MmluLetter> letter = likeliest.or(() -> MmluLetter.of(text));
        return Optional.of(
                new AnswerReading(letter.equals(Optional.of(right)) ? 1.0 : 0.0, letter.map(Enum::name).orElse(null),
                        likeliest.isPresent() ? AnswerReading.Method.LOG_PROBABILITY : AnswerReading.Method.TEXT));
    }

    @Override
    public String mainMetric() {
        return ACCURACY;
    }

    @Override
    public String scenario(QuestionSet set, int question) {
        return questions(set).questions().get(question).subject();
    }

    @Override
    public List<RunScore> scores(QuestionSet set, List<RunCallResult> results) {
        Map<String, Map<String, List<RunCallResult>>> byModel = new LinkedHashMap<>();
        for (RunCallResult item : results) {
            Map<String, List<RunCallResult>> scenarios = byModel.computeIfAbsent(item.model(),
                    unused -> new LinkedHashMap<>());
            scenarios.computeIfAbsent(KnownBenchmarks.OVERALL, unused -> new ArrayList<>()).add(item);
            scenarios.computeIfAbsent(scenario(set, item.question()), unused -> new ArrayList<>()).add(item);
        }
        List<RunScore> scores = new ArrayList<>();
        byModel.forEach((model, scenarios) -> scenarios.forEach((scenario, items) -> {
            scores.add(RunScore.of(model, scenario, ACCURACY, items.stream().filter(item -> item.score() == 1).count(),
                    items.size()));
            scores.add(RunScore.of(model, scenario, UNPARSEABLE,
                    items.stream().filter(item -> item.verdict() == null).count(),
                    items.size()));
        }));
        return scores;
    }

    @Override
    public RunnerLabels labels(String locale) {
        return new MmluLabels(Texts.of(MmluMessages.class, locale));
    }

    @Override
    public ObjectNode record(QuestionSet set, RunRecord record) {
        MmluQuestion question = questions(set).questions().get(record.question());
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("subject", question.subject())
                .put("question", question.question());
        for (MmluLetter letter : MmluLetter.values()) {
            node.put(letter.name(), question.choices().get(letter.ordinal()));
        }
        return node.put("right", question.answer().name()).put("answer", record.answer()).put("read", record.verdict())
                .put("method", record.method()).put("score", record.score());
    }
}
