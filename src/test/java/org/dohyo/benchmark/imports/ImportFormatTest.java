package org.dohyo.benchmark.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dohyo.benchmark.KnownBenchmarks;
import org.dohyo.benchmark.Metric;
import org.dohyo.benchmark.ReadResult;
import org.dohyo.benchmark.Result;
import org.dohyo.support.EnglishWords;
import org.dohyo.support.FileMessages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Files of src/test/resources/benchmark, whose README names their sources. */
class ImportFormatTest {

    private static final BenchmarkFileMessages WORDS = EnglishWords.of(BenchmarkFileMessages.class);
    private static final FileMessages FILE_WORDS = EnglishWords.of(FileMessages.class);

    /** Why a file is refused. */
    static List<ImportError> errors(ThrowingCallable reading) {
        return catchThrowableOfType(InvalidResultsException.class, reading).errors(WORDS, FILE_WORDS);
    }

    static byte[] file(String name) throws IOException {
        try (InputStream file = ImportFormatTest.class.getResourceAsStream("/benchmark/" + name)) {
            return file.readAllBytes();
        }
    }

    private static List<ReadResult> read(ImportFormat format, byte[] body) throws IOException {
        return format.read(new ByteArrayInputStream(body), false).results();
    }

    private static List<ReadResult> read(ImportFormat format, String body) throws IOException {
        return read(format, body.getBytes(StandardCharsets.UTF_8));
    }

    private static List<ImportError> errors(ImportFormat format, String body) {
        return errors(() -> read(format, body));
    }

    private static ReadResult of(List<ReadResult> all, String scenario, String metric) {
        return all.stream().filter(read -> read.result().result().scenario().equals(scenario)
                && read.result().result().metric().equals(metric)).findFirst().orElseThrow();
    }

    private static Result result(List<ReadResult> all, String scenario, String metric) {
        return of(all, scenario, metric).result().result();
    }

    private static String unit(ReadResult read) {
        return read.benchmark().metric(read.result().result().metric()).orElseThrow().unit();
    }

    @Test
    void japaneseFork_everyFigureAsInTheFile() throws Exception {
        for (String name : List.of("lm-eval-0.3-llama2-7b-chat.json", "lm-eval-0.3-rinna-3.6b-ppo.json")) {
            JsonNode json = new ObjectMapper().readTree(file(name));
            List<ReadResult> all = read(ImportFormat.LM_EVAL, file(name));
            int figures = 0;
            for (var task : json.path("results").properties()) {
                for (var figure : task.getValue().properties()) {
                    if (!figure.getKey().endsWith("_stderr")) {
                        figures++;
                        Result read = result(all, task.getKey(), figure.getKey());
                        assertThat(read.value()).isEqualTo(figure.getValue().doubleValue());
                        JsonNode error = task.getValue().path(figure.getKey() + "_stderr");
                        assertThat(read.standardError())
                                .isEqualTo(error.isMissingNode() ? null : (Double) error.doubleValue());
                    }
                }
            }
            assertThat(all).hasSize(figures).hasSizeGreaterThan(10);
        }
    }

    @Test
    void japaneseFork_unitsModelAndSettings() throws Exception {
        List<ReadResult> all = read(ImportFormat.LM_EVAL, file("lm-eval-0.3-llama2-7b-chat.json"));
        ReadResult acc = of(all, "jcommonsenseqa-1.1-0.3", "acc");
        assertThat(unit(acc)).isEqualTo("fraction");
        assertThat(unit(of(all, "jsquad-1.1-0.3", "exact_match"))).isEqualTo("percent");
        assertThat(unit(of(all, "xlsum_ja-1.0-0.3", "rouge2"))).isEqualTo("percent");
        assertThat(acc.place()).isEqualTo("/results/jcommonsenseqa-1.1-0.3/acc");
        assertThat(acc.result().result().model()).isEqualTo("meta-llama/Llama-2-7b-chat-hf");
        assertThat(acc.result().result().measuredAt()).isNull();
        assertThat(acc.result().result().settings().path("taskVersion").asDouble()).isEqualTo(1.1);
    }

    @Test
    void harness04_filtersGroupsAndSizes() throws Exception {
        List<ReadResult> all = read(ImportFormat.LM_EVAL, file("lm-eval-0.4.json"));
        assertThat(all).hasSize(6);
        Result mmlu = result(all, "mmlu", "acc");
        assertThat(mmlu.value()).isEqualTo(0.4512);
        assertThat(mmlu.standardError()).isEqualTo(0.0041);
        assertThat(mmlu.model()).isEqualTo("example/tiny-7b");
        assertThat(mmlu.measuredAt()).isEqualTo(Instant.ofEpochMilli(1719820800500L));
        Result gsm = result(all, "gsm8k", "exact_match,flexible-extract");
        assertThat(gsm.value()).isEqualTo(0.131);
        assertThat(gsm.n()).isEqualTo(1319);
        assertThat(unit(of(all, "triviaqa", "exact_match,none"))).isEqualTo("fraction");
        assertThat(result(all, "triviaqa", "exact_match,none").standardError()).isNull();
        assertThat(of(all, "wikitext", "word_perplexity").benchmark().metrics().get(0).higherIsBetter()).isFalse();
    }

    @Test
    void helmRun_takesWhatMeasures_andNothingElse() throws Exception {
        List<ReadResult> all = read(ImportFormat.HELM, file("helm-run.json"));
        String scenario = "mmlu:subject=anatomy,method=multiple_choice_joint";
        assertThat(all).extracting(read -> read.result().result().metric()).containsExactly("exact_match",
                "exact_match@valid",
                "ece_10_bin");
        Result match = result(all, scenario, "exact_match");
        assertThat(match.value()).isEqualTo(0.6);
        assertThat(match.n()).isEqualTo(135);
        assertThat(match.standardError()).isNull();
        assertThat(match.model()).isEqualTo("example/tiny-7b");
        assertThat(of(all, scenario, "ece_10_bin").benchmark().metrics().get(0).higherIsBetter()).isFalse();
    }

    @Test
    void helmZip_readsEachDirectory_andNamesWhatLacks() throws Exception {
        JsonNode run = new ObjectMapper().readTree(file("helm-run.json"));
        byte[] whole = zip("runs/v1/a/run_spec.json", run.path("run_spec"), "runs/v1/a/stats.json", run.path("stats"),
                "runs/v1/a/per_instance_stats.json", run);
        assertThat(read(ImportFormat.HELM, whole)).hasSize(3)
                .allSatisfy(read -> assertThat(read.place()).startsWith("runs/v1/a/stats.json/"));
        byte[] half = zip("a/run_spec.json", run.path("run_spec"));
        assertThat(errors(() -> read(ImportFormat.HELM, half)))
                .containsExactly(new ImportError("a/", "lacks stats.json"));
    }

    private static byte[] zip(Object... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < entries.length; i += 2) {
                zip.putNextEntry(new ZipEntry(entries[i].toString()));
                zip.write(entries[i + 1].toString().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void helmTable_takesColumnsThatCompare() throws Exception {
        List<ReadResult> all = read(ImportFormat.HELM, file("helm-table.json"));
        assertThat(all)
                .extracting(read -> read.result().result().model() + " " + read.result().result().scenario() + " "
                        + read.result().result().metric() + " " + read.result().result().value())
                .containsExactly(
                        "Tiny (7B) MMLU EM 0.612", "Tiny (7B) CivilComments ECE (10-bin) 0.08",
                        "Small (3B) MMLU EM 0.401");
        assertThat(of(all, "CivilComments", "ECE (10-bin)").benchmark().metrics().get(0).higherIsBetter()).isFalse();
    }

    /** Means as FastChat's show_result.py takes them: over all judgements with a score, turns alike. */
    @Test
    void mtBench_meansByKindAndTurn_withRecords() throws Exception {
        List<ReadResult> all = read(ImportFormat.MT_BENCH, file("mt-bench-single.jsonl"));
        Result overall = result(all, "overall", "score");
        assertThat(overall.model()).isEqualTo("tiny-7b");
        assertThat(overall.value()).isEqualTo((8 + 6 + 9 + 7 + 5 + 4 + 3) / 7.0, within(1e-12));
        assertThat(overall.n()).isEqualTo(4);
        assertThat(overall.settings().path("withoutScore").asInt()).isEqualTo(1);
        assertThat(result(all, "writing", "score-turn-1").value()).isEqualTo(8.5);
        assertThat(result(all, "reasoning", "score").value()).isEqualTo(4.5);
        assertThat(of(all, "writing", "score").result().records()).hasSize(4);
        assertThat(all.stream().mapToInt(ReadResult::records).sum()).isEqualTo(16);
    }

    @Test
    void mtBenchPairs_areDrawnWhereTheJudgeFollowsTheOrder() throws Exception {
        List<ReadResult> all = read(ImportFormat.MT_BENCH, file("mt-bench-pair.jsonl"));
        assertThat(result(all, "writing", "pair-win-rate").value()).isEqualTo(0.75);
        assertThat(result(all, "overall", "pair-win-rate").value()).isEqualTo(2 / 3.0, within(1e-12));
        assertThat(all.stream().mapToInt(ReadResult::records).sum()).isEqualTo(3);
    }

    @Test
    void csv_readsWhatIsNeeded_andWhatIsOffered() throws Exception {
        List<ReadResult> all = read(ImportFormat.CSV, """
                Model,scenario,metric,value,standard_error,n,unit,low,high,higher_is_better,benchmark,measured_at,note
                "a ""b"", c",s 1,time,1.5,0.1,20,seconds,0,,false,own,2026-11-25T00:00:00Z,"two
                lines"

                tiny,overall,accuracy,0.5,,,,,,,mmlu,,
                """);
        Result first = all.get(0).result().result();
        assertThat(first.model()).isEqualTo("a \"b\", c");
        assertThat(first.n()).isEqualTo(20);
        assertThat(first.settings().path("note").asText()).isEqualTo("two\nlines");
        assertThat(first.measuredAt()).isEqualTo("2026-11-25T00:00:00Z");
        assertThat(all.get(0).benchmark().metrics()).containsExactly(new Metric("time", "seconds", 0.0, null, false));
        assertThat(all.get(1).benchmark()).isEqualTo(KnownBenchmarks.MMLU);
        assertThat(all.get(1).place()).isEqualTo("line 5");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            LM_EVAL  | {"results": {"t": {"acc": "high"}}}              | /results/t/acc
            LM_EVAL  | {"results": {"t": {"acc": 45.2}}}                | /results/t/acc
            LM_EVAL  | {"results": {"a/b": {"acc": NaN}}}               | /results/a~1b/acc
            LM_EVAL  | {"results": {"t": {"acc": 0.5, "acc_stderr": -1}}} | /results/t/acc
            LM_EVAL  | {"results": {"t": 3}}                            | /results/t
            LM_EVAL  | {"stats": []}                                    | /results
            LM_EVAL  | [1]                                              | /0/results
            LM_EVAL  | {"results":                                      | line 1
            LM_EVAL  | {"results": {}}                                  | ''
            HELM     | {"run_spec": {"name": "x"}, "stats": []}         | /run_spec
            HELM     | [{"other": 1}]                                   | /0
            HELM     | {"header": [{"value": "Group"}], "rows": []}     | /header/0/value
            HELM     | PK                                               | ''
            MT_BENCH | {"question_id": 1, "model": "m", "score": 11}    | line 1 /score
            MT_BENCH | {"question_id": 1, "score": 1}                   | line 1 /model
            MT_BENCH | {"model": "m", "score": 1}                       | line 1 /question_id
            MT_BENCH | {"question_id": 1, "model": "m", "score": 1} x   | line 1
            MT_BENCH | [1]                                              | /0
            CSV      | model,value                                      | line 1
            CSV      | ''                                               | line 1
            """)
    void wrongFiles_areRefused_andThePlaceIsNamed(ImportFormat format, String body, String place) {
        assertThat(errors(format, body == null ? "" : body).get(0).place()).isEqualTo(place);
    }

    @Test
    void halfACharacterInAName_isRefused() {
        String file = """
                {"run_spec": {"name": "\\ud83d", "adapter_spec": {"model": "m"}},
                 "stats": [{"name": {"name": "f"}, "mean": 1}]}""";
        assertThat(errors(ImportFormat.HELM, file).get(0).reason()).startsWith("the scenario must have");
    }

    @ParameterizedTest
    @CsvSource({ "'m,s,acc,x,,', value is no number: x", "'m,s,acc,,,', value is missing",
            "'m,s,acc,1,-1,', standard error",
            "'m,s,acc,1,,1.5', n must be", "'m,s,acc,1', has 4 cells", "',,acc,1,,', scenario",
            "'m,s,acc,Infinity,,', Infinity" })
    void wrongRows_areNamedByLine(String row, String reason) {
        ImportError error = errors(ImportFormat.CSV, "model,scenario,metric,value,standard_error,n\n" + row + "\n")
                .get(0);
        assertThat(error.place()).isEqualTo("line 2");
        assertThat(error.reason()).contains(reason);
    }

    @Test
    void manyErrors_areToldUpToAHundred() {
        String lines = "{\"question_id\": 1}\n".repeat(500);
        assertThat(errors(ImportFormat.MT_BENCH, lines)).hasSize(100);
    }
}
