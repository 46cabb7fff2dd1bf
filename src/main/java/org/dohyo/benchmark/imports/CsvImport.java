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
import java.util.function.Function;
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
                sheet.broken("line 1",
                        words -> isSeparatedOtherwise(heads) ? words.noComma(needed) : words.noColumn(needed));
            }
        }
        for (String head : heads) {
            if (!KNOWN.contains(head) || heads.indexOf(head) != heads.lastIndexOf(head)) {
                sheet.broken("line 1", words -> words.wrongColumn(head));
            }
        }
        CsvImport reader = new CsvImport(heads, sheet);
        for (CsvRows.Row row : rows.subList(Math.min(1, rows.size()), rows.size())) {
            if (!sheet.hopeless()) {
                reader.row(row);
            }
        }
    }

    private static boolean isSeparatedOtherwise(List<String> heads) {
        return heads.size() == 1 && heads.get(0).matches("(?s).*[;\t].*");
    }

    private void row(CsvRows.Row row) {
        String place = "line " + row.line();
        if (row.cells().size() != heads.size()) {
            sheet.wrong(place, words -> words.cellCount(row.cells().size(), heads.size()));
            return;
        }
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < heads.size(); i++) {
            cells.put(heads.get(i), row.cells().get(i).strip());
        }
        try {
            sheet.add(result(place, cells));
        } catch (InvalidRow e) {
            sheet.wrong(place, e.reason);
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
        check(value != null, BenchmarkFileMessages::noValue);
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
        check(slug.matches(Benchmark.SLUG), BenchmarkFileMessages::noSlug);
        String metric = cell(cells, "metric");
        return Stream.of(KnownBenchmarks.MT_BENCH, KnownBenchmarks.MMLU)
                .filter(known -> known.slug().equals(slug) && known.metric(metric).isPresent()).findFirst()
                .orElseGet(() -> new Benchmark(slug, slug, "1", List.of(), List.of(metric(cells))));
    }

    private static Metric metric(Map<String, String> cells) {
        Double low = bound(cells, "low");
        Double high = bound(cells, "high");
        check(low == null || high == null || low < high, words -> words.emptyRange(low, high));
        return new Metric(cell(cells, "metric"), cell(cells, "unit"), low, high, higher(cell(cells, "higherisbetter")));
    }

    private static boolean higher(String text) {
        check(text.matches("(?i)|true|false"), BenchmarkFileMessages::noFlag);
        return !text.equalsIgnoreCase("false");
    }

    private static Double number(Map<String, String> cells, String column) {
        String text = cell(cells, column);
        Double number = text.isEmpty() ? null : Numbers.of(text);
        check(text.isEmpty() || number != null, words -> words.noNumberIn(column, text));
        return number;
    }

    /** Null where there is none. */
    private static Double bound(Map<String, String> cells, String column) {
        Double number = number(cells, column);
        return number != null && Double.isFinite(number) ? number : null;
    }

    private static Long whole(Map<String, String> cells) {
        String text = cell(cells, "n");
        check(text.matches("|[1-9]\\d{0,17}"), BenchmarkFileMessages::notWhole);
        return text.isEmpty() ? null : Long.valueOf(text);
    }

    private static Instant time(Map<String, String> cells) {
        String text = cell(cells, "measuredat");
        try {
            Instant time = text.isEmpty() ? null : Instant.parse(text);
            check(time == null || time.isAfter(Instant.EPOCH) && time.isBefore(FAR), BenchmarkFileMessages::farTime);
            return time;
        } catch (DateTimeException e) {
            throw new InvalidRow(BenchmarkFileMessages::noTime);
        }
    }

    private static String cell(Map<String, String> cells, String column) {
        return cells.getOrDefault(column, "");
    }

    private static void check(boolean good, Function<BenchmarkFileMessages, String> reason) {
        if (!good) {
            throw new InvalidRow(reason);
        }
    }

    private static final class InvalidRow extends RuntimeException {

        private final transient Function<BenchmarkFileMessages, String> reason;

        InvalidRow(Function<BenchmarkFileMessages, String> reason) {
            super(null, null, false, false);
            this.reason = reason;
        }
    }
}
