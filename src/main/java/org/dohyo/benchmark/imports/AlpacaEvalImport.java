package org.dohyo.benchmark.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.dohyo.benchmark.Benchmark;
import org.dohyo.benchmark.KnownBenchmarks;
import org.dohyo.benchmark.Metric;
import org.dohyo.benchmark.NewResult;
import org.dohyo.benchmark.ReadResult;
import org.dohyo.benchmark.Result;
import org.dohyo.benchmark.ResultSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * AlpacaEval's leaderboard as CSV, or its annotations as a JSON list. In an annotation {@code preference} goes from 1
 * (the baseline, {@code generator_1}, is better) to 2 (the model, {@code generator_2}); older ones write a draw as 0.
 */
final class AlpacaEvalImport {

    private static final String WINS = "win_rate";
    private static final String CONTROLLED = "length_controlled_winrate";
    /** The columns that are figures, and those of their standard errors. */
    private static final Map<String, String> ERRORS = Map.of(WINS, "standard_error", CONTROLLED, "lc_standard_error",
            "discrete_win_rate", "");
    private static final List<String> FIGURES = List.of(WINS, CONTROLLED, "discrete_win_rate");
    private static final Set<String> MODEL = Set.of("", "name", "model", "generator");

    private final ImportSheet sheet;

    private AlpacaEvalImport(ImportSheet sheet) {
        this.sheet = sheet;
    }

    static void read(InputStream body, ImportSheet sheet) throws IOException {
        BufferedInputStream file = new BufferedInputStream(body);
        int first = ImportJson.first(file);
        if (first == '[' || first == '{') {
            new AlpacaEvalImport(sheet).annotations(ImportJson.read(file));
            return;
        }
        List<CsvRows.Row> rows = CsvRows.read(file);
        if (rows.isEmpty() || !fits(rows.get(0).cells())) {
            sheet.broken("line 1", BenchmarkFileMessages::noLeaderboard);
            return;
        }
        leaderboard(rows, sheet);
    }

    /** True for the head of a leaderboard. */
    static boolean fits(List<String> heads) {
        return heads.contains(WINS) && heads.stream().anyMatch(AlpacaEvalImport::namesModel);
    }

    private static boolean namesModel(String head) {
        return MODEL.contains(head.strip().toLowerCase(Locale.ROOT));
    }

    /** @param rows the head first */
    static void leaderboard(List<CsvRows.Row> rows, ImportSheet sheet) {
        AlpacaEvalImport reader = new AlpacaEvalImport(sheet);
        List<String> heads = rows.get(0).cells();
        for (CsvRows.Row row : rows.subList(1, rows.size())) {
            if (row.cells().size() != heads.size()) {
                sheet.wrong("line " + row.line(), words -> words.cellCount(row.cells().size(), heads.size()));
            } else {
                reader.row("line " + row.line(), heads, row.cells());
            }
        }
    }

    private void row(String place, List<String> heads, List<String> cells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < heads.size(); i++) {
            row.put(namesModel(heads.get(i)) ? "name" : heads.get(i).strip(), cells.get(i).strip());
        }
        for (String figure : FIGURES) {
            String cell = row.getOrDefault(figure, "");
            Double value = Numbers.of(cell);
            if (value != null) {
                String total = row.getOrDefault("n_total", "").replaceFirst("\\.0$", "");
                add(place, row.get("name"), figure, value, Numbers.of(row.getOrDefault(ERRORS.get(figure), "")),
                        total.matches("[1-9]\\d{0,9}") ? Long.valueOf(total) : null,
                        JsonNodeFactory.instance.objectNode(), List.of());
            } else if (!cell.isEmpty()) {
                sheet.wrong(place, words -> words.noNumberIn(figure, cell));
            }
        }
    }

    private void add(String place, String model, String metric, double value, Double error, Long n,
            ObjectNode settings, List<ObjectNode> records) {
        Benchmark benchmark = new Benchmark("alpaca-eval", "AlpacaEval", "1", List.of(KnownBenchmarks.OVERALL),
                FIGURES.stream().map(Metric::percent).toList(), Map.of(KnownBenchmarks.OVERALL, CONTROLLED));
        sheet.add(new ReadResult(place, benchmark,
                new NewResult(new Result(model.isEmpty() ? null : model, KnownBenchmarks.OVERALL, metric, value, error,
                        n, ResultSource.IMPORTED, settings, null), records),
                Math.max(1, records.size())));
    }

    private void annotations(JsonNode list) {
        Map<String, List<QuestionMean.Score>> scores = new LinkedHashMap<>();
        Map<String, List<ObjectNode>> records = new LinkedHashMap<>();
        if (!list.isArray()) {
            sheet.broken("", BenchmarkFileMessages::noAnnotations);
            return;
        }
        for (int i = 0; i < list.size() && !sheet.hopeless(); i++) {
            String model = ImportJson.text(list.get(i).path("generator_2"));
            Double preference = Numbers.of(list.get(i).path("preference"));
            if (model == null) {
                sheet.wrong("/" + i + "/generator_2", BenchmarkFileMessages::missing);
            } else if (preference == null && !list.get(i).hasNonNull("preference")
                    || preference != null && preference.isNaN()) {
                sheet.leaveOut("/" + i + "/preference", BenchmarkFileMessages::missing);
            } else if (preference == null || preference != 0 && !(preference >= 1 && preference <= 2)) {
                sheet.wrong("/" + i + "/preference", BenchmarkFileMessages::noPreference);
            } else {
                scores.computeIfAbsent(model, any -> new ArrayList<>()).add(
                        new QuestionMean.Score(String.valueOf(i), preference == 0 ? 0.5 : preference - 1));
                records.computeIfAbsent(model, any -> new ArrayList<>()).add((ObjectNode) list.get(i));
            }
        }
        scores.forEach((model, of) -> {
            QuestionMean mean = QuestionMean.of(of);
            ObjectNode settings = JsonNodeFactory.instance.objectNode();
            ObjectNode first = records.get(model).get(0);
            settings.put("baseline", first.path("generator_1").asText());
            settings.put("judge", first.path("annotator").asText());
            add("", model, WINS, 100 * mean.value(),
                    mean.standardError() == null ? null : 100 * mean.standardError(), mean.questions(), settings,
                    records.get(model));
        });
    }
}
