package org.dohyo.benchmark.imports;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.dohyo.benchmark.Benchmark;
import org.dohyo.benchmark.KnownBenchmarks;
import org.dohyo.benchmark.Metric;
import org.dohyo.benchmark.NewResult;
import org.dohyo.benchmark.ReadResult;
import org.dohyo.benchmark.Result;
import org.dohyo.benchmark.ResultSource;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A plain table with a head. It needs scenario, metric and value; model, unless the caller names it; and takes
 * benchmark ({@code custom} without it), standard_error, n, unit, low, high, higher_is_better, measured_at and note.
 * The heads may be written in camel case too, so what this arena writes can be read again.
 */
final class CsvImport {

    static final String CUSTOM = "custom";
    private static final Set<String> KNOWN = Set.of("benchmark", "model", "scenario", "metric", "value",
            "standarderror", "n",
            "unit", "low", "high", "higherisbetter", "measuredat", "note", "source");

    private static final Instant FAR = Instant.parse("2200-01-01T00:00:00Z");

    private final ImportSheet sheet;
    private final List<String> heads;

    private CsvImport(List<String> heads, ImportSheet sheet) {
        this.heads = heads;
        this.sheet = sheet;
    }

    static void read(InputStream body, ImportSheet sheet) throws IOException {
        List<CsvRows.Row> rows = CsvRows.read(body);
        if (!rows.isEmpty() && AlpacaEvalImport.fits(rows.get(0).cells())) {
            AlpacaEvalImport.leaderboard(rows, sheet);
            return;
        }
        List<String> heads = rows.isEmpty() ? List.of()
                : rows.get(0).cells().stream().map(head -> head.strip().toLowerCase(Locale.ROOT).replace("_", ""))
                        .toList();
        for (String needed : List.of("scenario", "metric", "value")) {
            if (!heads.contains(needed)) {
                sheet.broken("line 1", "has no column " + needed + separator(heads));
            }
        }
        for (String head : heads) {
            if (!KNOWN.contains(head) || heads.indexOf(head) != heads.lastIndexOf(head)) {
                sheet.broken("line 1", "has a column that is unknown or stands there twice: " + head);
            }
        }
        CsvImport reader = new CsvImport(heads, sheet);
        for (CsvRows.Row row : rows.subList(Math.min(1, rows.size()), rows.size())) {
            if (!sheet.hopeless()) {
                reader.row(row);
            }
        }
    }

    private static String separator(List<String> heads) {
        return heads.size() == 1 && heads.get(0).matches("(?s).*[;\t].*") ? ": cells are separated by commas" : "";
    }

    private void row(CsvRows.Row row) {
        String place = "line " + row.line();
        if (row.cells().size() != heads.size()) {
            sheet.wrong(place, "has " + row.cells().size() + " cells, the head " + heads.size());
            return;
        }
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < heads.size(); i++) {
            cells.put(heads.get(i), row.cells().get(i).strip());
        }
        try {
            sheet.add(result(place, cells));
        } catch (IllegalArgumentException e) {
            sheet.wrong(place, e.getMessage());
        }
    }

    private ReadResult result(String place, Map<String, String> cells) {
        Benchmark benchmark = benchmark(cells);
        ObjectNode settings = JsonNodeFactory.instance.objectNode();
        if (!cell(cells, "note").isEmpty()) {
            settings.put("note", cell(cells, "note"));
        }
        String model = cell(cells, "model");
        Double value = number(cells, "value");
        check(value != null, "value is missing");
        return new ReadResult(place, benchmark,
                NewResult.of(new Result(model.isEmpty() ? null : model, cell(cells, "scenario"),
                        cell(cells, "metric"), value, number(cells, "standarderror"), whole(cells),
                        ResultSource.IMPORTED, settings,
                        time(cells))),
                1);
    }

    private static Benchmark benchmark(Map<String, String> cells) {
        String text = cell(cells, "benchmark");
        String slug = text.isEmpty() ? CUSTOM : text;
        check(slug.matches(Benchmark.SLUG), "benchmark must be a slug: a-z, 0-9, dot, hyphen, underscore");
        String metric = cell(cells, "metric");
        return Stream.of(KnownBenchmarks.MT_BENCH, KnownBenchmarks.MMLU)
                .filter(known -> known.slug().equals(slug) && known.metric(metric).isPresent()).findFirst()
                .orElseGet(
                        () -> new Benchmark(slug, slug, "1", List.of(), List.of(new Metric(metric, cell(cells, "unit"),
                                bound(cells, "low"), bound(cells, "high"), higher(cell(cells, "higherisbetter"))))));
    }

    private static boolean higher(String text) {
        check(text.matches("(?i)|true|false"), "higher_is_better must be true or false");
        return !text.equalsIgnoreCase("false");
    }

    private static Double number(Map<String, String> cells, String column) {
        String text = cell(cells, column);
        Double number = text.isEmpty() ? null : Numbers.of(text);
        check(text.isEmpty() || number != null, column + " is no number: " + text);
        return number;
    }

    /** Null where there is none. */
    private static Double bound(Map<String, String> cells, String column) {
        Double number = number(cells, column);
        return number != null && Double.isFinite(number) ? number : null;
    }

    private static Long whole(Map<String, String> cells) {
        String text = cell(cells, "n");
        check(text.matches("|[1-9]\\d{0,17}"), "n must be a whole number from 1");
        return text.isEmpty() ? null : Long.valueOf(text);
    }

    private static Instant time(Map<String, String> cells) {
        String text = cell(cells, "measuredat");
        try {
            Instant time = text.isEmpty() ? null : Instant.parse(text);
            check(time == null || time.isAfter(Instant.EPOCH) && time.isBefore(FAR), "measured_at is no time of ours");
            return time;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("measured_at must be a time such as 2026-11-25T02:00:00Z", e);
        }
    }

    private static String cell(Map<String, String> cells, String column) {
        return cells.getOrDefault(column, "");
    }

    private static void check(boolean good, String reason) {
        if (!good) {
            throw new IllegalArgumentException(reason);
        }
    }
}
