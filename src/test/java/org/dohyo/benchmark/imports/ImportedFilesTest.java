package org.dohyo.benchmark.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.dohyo.benchmark.Metric;
import org.dohyo.benchmark.ReadResult;
import org.dohyo.benchmark.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of src/test/resources/imports/results: one kind each that people's software writes. */
class ImportedFilesTest {

    private static ReadFile read(ImportFormat format, String name, boolean skipInvalid) throws IOException {
        try (InputStream file = ImportedFilesTest.class.getResourceAsStream("/imports/results/" + name)) {
            return format.read(file, skipInvalid);
        }
    }

    private static ReadFile text(ImportFormat format, String body, boolean skipInvalid) throws IOException {
        return format.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), skipInvalid);
    }

    private static Metric metric(ReadResult read) {
        return read.benchmark().metric(read.result().result().metric()).orElseThrow();
    }

    /** A figure a word: scenario/metric=value±standard error, v where lower is better; then what was left out. */
    private static String summary(ReadFile file) {
        return Stream.concat(file.results().stream().map(read -> {
            Result result = read.result().result();
            return result.scenario() + "/" + result.metric() + "=" + result.value()
                    + (result.standardError() == null ? "" : "±" + result.standardError())
                    + (metric(read).higherIsBetter() ? "" : "v");
        }), file.leftOut().stream().map(left -> "-" + left.place())).collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            LM_EVAL  | 100-lm-ok.json              | arc_easy/acc=0.5±0.01
            LM_EVAL  | 101-lm-stderr-NA.json       | mmlu/acc=0.6
            LM_EVAL  | 102-lm-stderr-NaN.json      | t102/acc=1.0 t102b/acc=0.5±0.1
            LM_EVAL  | 103-lm-value-NaN.json | lambada/acc=0.0±0.0 t103/acc=0.5±0.1 -/results/lambada/perplexity,none
            LM_EVAL  | 105-lm-stderr-list.json     | t105/acc=0.5
            LM_EVAL  | 106-lm-stderr-None.json     | t106/acc=0.5
            LM_EVAL  | 108-lm-value-dict.json      | t108/acc=0.5
            LM_EVAL  | 109-lm-value-bool.json      | t109/acc=0.5
            LM_EVAL  | 124-lm-ter-gt100.json       | t124/ter=134.2v t124/bleu=12.0 t124/chrf=30.1
            LM_EVAL  | 125-lm-mcc-neg.json         | t125/mcc=-0.05±0.03
            LM_EVAL  | 126-lm-filters.json         | gsm8k/exact_match,strict-match=0.3±0.01 \
                gsm8k/exact_match,flexible-extract=0.4±0.01
            LM_EVAL  | 127-lm-samples-list.json    | t127/acc=0.5
            LM_EVAL  | 130-lm-date-str.json        | t130/acc=0.5
            LM_EVAL  | 132-lm-no-config.json       | t132/acc=0.5
            LM_EVAL  | 135-lm-jsonl.jsonl          | t/acc=0.5 u/acc=0.5
            LM_EVAL  | 136-lm-list.json            | t/acc=0.5
            LM_EVAL  | 137-lm-bom.json             | t137/acc=0.5
            LM_EVAL  | 138-lm-higher.json          | t138/brier_score=0.6v t138/rmse=3.2v
            LM_EVAL  | 139-lm-higher-null.json     | t139/acc=0.6
            LM_EVAL  | 140-lm-metric-weird.json    | t140/exact_match,get-answer=0.6 \
                t140/word_perplexity=12.1v t140/bits_per_byte=0.8v
            LM_EVAL  | 141-lm-stderr-0-mid.json    | leaderboard_math_x/exact_match,none=0.8567±0.0
            LM_EVAL  | 142-lm-acc-0.json           | t142/acc=0.0±0.0
            LM_EVAL  | 144-lm-task-null.json       | t144b/acc=0.5 -/results/t144
            HELM     | 170-helm-ok.json            | mmlu:subject=x/exact_match=0.5
            HELM     | 171-helm-nan.json           | mmlu:subject=x/exact_match=0.5 -/stats/1/mean
            HELM     | 172-helm-nomean.json        | mmlu:subject=x/exact_match=0.5 -/stats/1/mean
            HELM     | 174-helm-table-null.json    | A/EM=0.4
            HELM     | 175-helm-table-dash.json    | A/EM=0.4
            HELM     | 177-helm-prompt_truncated.json | zzz/mean_score_zzz=0.7
            HELM     | 200-helm-zip-sjisname.zip   | x/exact_match=0.5
            CSV      | 179-csv-bom.csv             | x/acc=0.5
            CSV      | 183-csv-nan.csv             | x/acc=0.5
            """)
    void goodFiles(ImportFormat format, String file, String figures) throws Exception {
        assertThat(summary(read(format, file, false))).isEqualTo(figures.replaceAll(" +", " "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            LM_EVAL  | 110-lm-value-str.json       | is no number
            LM_EVAL  | 123-lm-acc-percent.json     | acc goes from 0.0 to 1.0
            LM_EVAL  | 128-lm-stderr-negative.json | standard error -0.1
            LM_EVAL  | 131-lm-empty-results.json   | holds no result
            LM_EVAL  | 143-lm-null-results.json    | is no object of tasks
            LM_EVAL  | 193-lm-sjis.json            | is not UTF-8: line 1 has the byte 0x
            LM_EVAL  | 194-lm-utf16.json           | is not UTF-8: it looks like UTF-16
            LM_EVAL  | 195-lm-latin1.json          | is not UTF-8: line 1 has the byte 0x
            LM_EVAL  | 201-gzip.json               | is not UTF-8: it is packed with gzip
            MT_BENCH | 152-mt-zero.jsonl           | must be from 1 to 10
            MT_BENCH | 154-mt-85.jsonl             | must be from 1 to 10
            MT_BENCH | 155-mt-half.jsonl           | must be from 1 to 10
            MT_BENCH | 156-mt-str.jsonl            | must be from 1 to 10
            MT_BENCH | 158-mt-turn3.jsonl          | must be 1 or 2
            MT_BENCH | 159-mt-nan.jsonl            | has no score
            MT_BENCH | 163-mt-all-minus1.jsonl     | holds no result
            MT_BENCH | 164-mt-pair-error.jsonl     | holds no result
            MT_BENCH | 197-mt-utf16.jsonl          | is not UTF-8: it looks like UTF-16
            HELM     | 176-helm-lists.json         | is neither a run
            HELM     | 198-helm-sjis.json          | is not UTF-8: line 1 has the byte 0x
            HELM     | 199-helm-zip-sjis.zip       | is not UTF-8: line 1 has the byte 0x
            CSV      | 180-csv-semicolon.csv       | cells are separated by commas
            CSV      | 181-csv-sjis.csv            | is not UTF-8: line 2 has the byte 0x93
            CSV      | 182-csv-tab.tsv             | cells are separated by commas
            CSV      | 185-csv-percent.csv         | value is no number: 50%
            CSV      | 190-csv-utf16.csv           | is not UTF-8: it looks like UTF-16
            """)
    void wrongFiles_sayWhatIsWrong(ImportFormat format, String file, String reason) {
        assertThat(ImportFormatTest.errors(() -> read(format, file, false))).extracting(ImportError::reason)
                .anySatisfy(sentence -> assertThat(sentence).contains(reason).doesNotContain("`", "com.", "java."));
    }

    @ParameterizedTest
    @CsvSource({ "100-lm-ok.json, org/base", "113-lm-peft.json, org/adapter", "116-lm-args-dict.json, org/adapter",
            "117-lm-name-wins.json, org/other", "118-lm-local-path.json, /data/models/base/",
            "119-lm-args-comma.json, org/base", "120-lm-args-openai.json,", "132-lm-no-config.json,",
            "133-lm-lighteval.json, org/base", "134-lm-lighteval-q.json, org/base" })
    void theModelOfAHarnessFile(String file, String model) throws Exception {
        assertThat(read(ImportFormat.LM_EVAL, file, false).results())
                .allSatisfy(read -> assertThat(read.result().result().model()).isEqualTo(model));
    }

    @ParameterizedTest
    @CsvSource({ "'pretrained=a,delta=b', b", "'pretrained=a,delta=b,peft=c', c", "'delta=b,pretrained=a', b",
            "'pretrained=a,peft=', a", "'path=p', p" })
    void theMeasuredModel_isTheAdapter(String arguments, String model) throws Exception {
        String file = "{\"results\":{\"t\":{\"acc\":0.5}},\"config\":{\"model_args\":\"%s\"}}".formatted(arguments);
        assertThat(text(ImportFormat.LM_EVAL, file, false).results().get(0).result().result().model())
                .isEqualTo(model);
    }

    @ParameterizedTest
    @CsvSource({ "150-mt-ok.jsonl, 8.0", "151-mt-minus1.jsonl, 8.0", "153-mt-null.jsonl, 8.0", "160-mt-dup.jsonl, 6.0",
            "157-mt-turn-null.jsonl, 8.0", "161-mt-qid-str.jsonl, 8.0", "162-mt-array.json, 8.0",
            "165-mt-nul.jsonl, 8.0",
            "166-mt-surrogate.jsonl, 8.0", "168-instructlab.jsonl, 1.0" })
    void judgements(String file, double mean) throws Exception {
        assertThat(read(ImportFormat.MT_BENCH, file, false).results().get(0).result().result().value())
                .isEqualTo(mean);
    }

    /** Several results in one file: a fault in one of them has its place. */
    @Test
    void listsAndLines_nameThePlaceOfAFault() throws Exception {
        String good = "{\"results\":{\"t\":{\"acc\":0.5}}}";
        String bad = "{\"results\":{\"t\":{\"acc\":\"high\"}}}";
        assertThat(summary(text(ImportFormat.LM_EVAL, good + "\n\n" + bad + "\n", true)))
                .isEqualTo("t/acc=0.5 -line 3 /results/t/acc");
        assertThat(summary(text(ImportFormat.LM_EVAL, " [" + good + ",\n" + bad + "]", true)))
                .isEqualTo("t/acc=0.5 -/1/results/t/acc");
        assertThat(errors(ImportFormat.LM_EVAL, good + "\n[]")).containsExactly("line 2 /results");
        assertThat(errors(ImportFormat.LM_EVAL, good + "\n{")).containsExactly("line 2");
        String judgement = "{\"question_id\":81,\"model\":\"m\",\"score\":%s,\"turn\":1}";
        assertThat(summary(text(ImportFormat.MT_BENCH,
                "\n[\n" + judgement.formatted(8) + ",\n" + judgement.formatted(11) + ", 3]", true)))
                .startsWith("overall/score=8.0 ").endsWith(" -/1 /score -/2");
        assertThat(errors(ImportFormat.MT_BENCH, "[" + judgement.formatted(8) + "\n")).containsExactly("line 2");
        assertThat(errors(ImportFormat.MT_BENCH, "[" + judgement.formatted(8) + "] x")).containsExactly("line 1");
    }

    private static List<String> errors(ImportFormat format, String body) {
        return ImportFormatTest.errors(() -> text(format, body, false)).stream().map(ImportError::place).toList();
    }

    @ParameterizedTest
    @CsvSource({ "ARENA_HARD, 167-arena-hard.jsonl, overall/win-rate=0.0",
            "ALPACA_EVAL, 178-alpaca-lb.csv, overall/win_rate=50.0",
            "MT_BENCH, 167-arena-hard.jsonl, overall/win-rate=0.0", "CSV, 178-alpaca-lb.csv, overall/win_rate=50.0" })
    void otherJudges(ImportFormat format, String file, String figures) throws Exception {
        ReadFile read = read(format, file, false);
        assertThat(summary(read)).isEqualTo(figures);
        assertThat(read.results().get(0).result().result().model()).isEqualTo("base");
        assertThat(read.results().stream().mapToInt(ReadResult::records).sum()).isEqualTo(1);
    }

    /** As Arena-Hard counts: the model is B, then A; much better counts three times. */
    @Test
    void arenaHard_countsAsItself() throws Exception {
        ReadFile read = text(ImportFormat.ARENA_HARD, """
                {"uid":"1","category":"c","model":"m","judge":"j","games":[{"score":"B>>A"},{"score":"A=B"}]}
                {"uid":"2","category":"c","model":"m","judge":"j","games":[{"score":"A>B"},null]}
                {"uid":"3","category":"d","model":"m","judge":"j","games":[{"score":null},{"score":"A>B"}]}
                {"uid":"4","category":"d","model":"m","judge":"j","games":[{"score":"C>B"}]}
                """, true);
        assertThat(summary(read)).isEqualTo("overall/win-rate=0.75±0.19094065395649332 c/win-rate=0.7±0.28"
                + " d/win-rate=1.0 -line 4 /games/0/score");
        assertThat(read.results().stream().mapToInt(ReadResult::records).sum()).isEqualTo(3);
    }

    @Test
    void alpacaEval_readsLeaderboardAndAnnotations() throws Exception {
        ReadFile board = text(ImportFormat.ALPACA_EVAL, """
                ,win_rate,standard_error,n_total,avg_length,length_controlled_winrate
                m,20.5,1.25,805,1500,22.5
                n,x,1,805,1,nan
                """, true);
        assertThat(summary(board)).isEqualTo("overall/win_rate=20.5±1.25 "
                + "overall/length_controlled_winrate=22.5 -line 3 -line 3");
        assertThat(board.results().get(0).result().result().n()).isEqualTo(805);
        ReadFile annotations = text(ImportFormat.ALPACA_EVAL, """
                [{"generator_1":"b","generator_2":"m","annotator":"j","preference":2},
                 {"generator_1":"b","generator_2":"m","annotator":"j","preference":1.0},
                 {"generator_1":"b","generator_2":"m","annotator":"j","preference":0},
                 {"generator_1":"b","generator_2":"m","annotator":"j","preference":NaN},
                 {"generator_1":"b","generator_2":"m","annotator":"j","preference":1.5}]""", false);
        assertThat(annotations.results().get(0).result().result().value()).isEqualTo(50.0);
        assertThat(annotations.results().get(0).records()).isEqualTo(4);
        assertThat(annotations.leftOut()).extracting(ImportFault::place).containsExactly("/3/preference");
    }

    @ParameterizedTest
    @CsvSource({ "NaN", "Infinity", "-Infinity", "1e999", "'\"nan\"'", "'\"-inf\"'" })
    void whatIsNoFigure_isLeftOut_andReported_everywhere(String value) throws Exception {
        assertThat(summary(text(ImportFormat.LM_EVAL,
                "{\"results\":{\"t\":{\"acc\":0.5,\"acc_stderr\":%s,\"ppl\":%s}}}".formatted(value, value), false)))
                .isEqualTo("t/acc=0.5 -/results/t/ppl");
        assertThat(summary(text(ImportFormat.HELM, """
                {"run_spec":{"name":"r","adapter_spec":{"model":"m"}},"stats":[{"name":{"name":"exact_match"},"mean":1},
                 {"name":{"name":"f1_score"},"mean":%s}]}""".formatted(value), false)))
                .isEqualTo("r/exact_match=1.0 -/stats/1/mean");
        assertThat(summary(text(ImportFormat.HELM, """
                {"title":"T","header":[{"value":"Model"},
                  {"value":"A","lower_is_better":false,"metadata":{"metric":"EM"}}],
                 "rows":[[{"value":"m"},{"value":%s}],[{"value":"n"},{"value":0.5}]]}""".formatted(value), false)))
                .isEqualTo("T/EM=0.5 -/rows/0/1/value");
        String cell = value.replace("\"", "");
        assertThat(summary(text(ImportFormat.CSV,
                "scenario,metric,value,standard_error\ns,m,%s,1\ns,m,1,%s\n".formatted(cell, cell), false)))
                .isEqualTo("s/m=1.0 -line 2");
    }

    @Test
    void aRoundingBeyondTheRange_isWithinIt() throws Exception {
        for (String value : List.of("1.0000000000000002", "-1e-17")) {
            ReadResult read = text(ImportFormat.LM_EVAL, "{\"results\":{\"t\":{\"acc\":%s}}}".formatted(value), false)
                    .results().get(0);
            assertThat(metric(read).rounded(read.result().result().value())).isIn(0.0, 1.0);
        }
        assertThat(catchThrowableOfType(InvalidResultsException.class,
                () -> text(ImportFormat.LM_EVAL, "{\"results\":{\"t\":{\"acc\":1.001}}}", false))).isNotNull();
    }

    @Test
    void skipInvalid_leavesWrongFiguresOut_andReportsEach() throws Exception {
        assertThat(summary(text(ImportFormat.LM_EVAL,
                "{\"results\":{\"t\":{\"acc\":45,\"mc1\":0.5},\"u\":3,\"v\":{\"acc\":\"x\"}}}", true)))
                .isEqualTo("t/mc1=0.5 -/results/t/acc -/results/u -/results/v/acc");
        assertThat(summary(text(ImportFormat.CSV, "scenario,metric,value\ns,m,x\ns,m,1\ns,m\n,m,1\n", true)))
                .isEqualTo("s/m=1.0 -line 2 -line 4 -line 5");
        ReadFile judgements = text(ImportFormat.MT_BENCH, """
                {"question_id": 81, "model": "m", "score": 85}
                {"question_id": 81, "model": "m", "score": 8}
                {broken
                {"question_id": 81, "question_id": 82, "model": "m", "score": 8}
                """, true);
        assertThat(judgements.leftOut()).extracting(ImportFault::place).containsExactly("line 1 /score", "line 3",
                "line 4");
        assertThat(judgements.results().get(0).result().result().value()).isEqualTo(8.0);
        assertThat(ImportFormatTest.errors(() -> text(ImportFormat.CSV, "scenario,metric\ns,m\n", true))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({ "bypass, ''", "likelihood_diff, v", "likelihood_difference, v", "pct_stereotype, v", "rmse, v",
            "acc, ^", "mcc, ^" })
    void harnessMetrics_thatAreNone_orRunTheOtherWay(String metric, String way) throws Exception {
        String file = "{\"results\":{\"t\":{\"acc_norm\":0.5,\"%s\":0.25,\"%s,none\":0.25}}}".formatted(metric, metric);
        List<ReadResult> read = text(ImportFormat.LM_EVAL, file, false).results().stream()
                .filter(result -> result.result().result().metric().startsWith(metric + ",")
                        || result.result().result().metric().equals(metric))
                .toList();
        assertThat(read).hasSize(way.isEmpty() ? 0 : 2)
                .allSatisfy(result -> assertThat(metric(result).higherIsBetter()).isEqualTo(way.equals("^")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            harm_bench:x=1 | harm_bench        | refusal exact_match safety_score | safety_score
            bbq:subject=a  | bbq               | exact_match bbq_accuracy         | bbq_accuracy
            bbq            | bbq               | exact_match quasi_exact_match    | quasi_exact_match
            mmlu:subject=a | mmlu mmlu_anatomy | quasi_exact_match exact_match    | exact_match
            own            | own               | b a                              | b
            own            | own               | b@valid a                        | a
            """)
    void theMainMetricOfARun_isHelmsOwn_elseItsFirst(String name, String groups, String metrics, String main)
            throws Exception {
        String stats = Stream.of(metrics.split(" ")).map(metric -> metric.split("@"))
                .map(parts -> "{\"name\":{\"name\":\"%s\",\"split\":\"%s\"},\"mean\":0.5}".formatted(parts[0],
                        parts.length == 1 ? "test" : parts[1]))
                .collect(Collectors.joining(","));
        String file = """
                {"run_spec":{"name":"%s","groups":["%s"],"adapter_spec":{"model":"m"}},"stats":[
                 {"name":{"name":"prompt_truncated","split":"test"},"mean":0},
                 {"name":{"name":"num_prompt_tokens","split":"test"},"mean":90},%s]}"""
                .formatted(name, groups.replace(" ", "\",\""), stats);
        List<ReadResult> read = text(ImportFormat.HELM, file, false).results();
        assertThat(read).hasSize(metrics.split(" ").length)
                .allSatisfy(result -> assertThat(result.benchmark().mainMetrics()).isEqualTo(Map.of(name, main)));
    }

    @Test
    void lightevalsTasks_areScenarios() throws Exception {
        assertThat(summary(read(ImportFormat.LM_EVAL, "133-lm-lighteval.json", false)))
                .isEqualTo("harness|arc:challenge|25/acc=0.5±0.01 harness|arc:challenge|25/acc_norm=0.55±0.01"
                        + " all/acc=0.5±0.01");
    }

    /** All published files of the Japanese fork, where they are beside the project. */
    @Test
    void everyFileOfTheJapaneseFork() throws Exception {
        Path files = Path.of("../shared/data/harness");
        assumeThat(files).as("../shared/data/harness is not there").isDirectory();
        try (Stream<Path> all = Files.list(files).filter(file -> file.toString().endsWith(".json"))) {
            for (Path file : all.toList()) {
                try (InputStream body = Files.newInputStream(file)) {
                    assertThat(ImportFormat.LM_EVAL.read(body, false).results()).as(file.toString()).isNotEmpty();
                }
            }
        }
    }

    @Test
    void listsOfDetails_areNoFigures() throws Exception {
        assertThat(summary(text(ImportFormat.LM_EVAL, """
                {"results": {"mgsm-1.0-0.0": {"acc": 0.02, "acc_stderr": 0.0088,
                  "details": [{"question": "q", "acc": 0}]}},
                 "versions": {"mgsm-1.0-0.0": 1.0}}""", false))).isEqualTo("mgsm-1.0-0.0/acc=0.02±0.0088");
    }
}
