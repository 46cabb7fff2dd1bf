package org.dohyo.benchmark.page;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.dohyo.benchmark.Benchmark;
import org.dohyo.benchmark.Benchmarks;
import org.dohyo.benchmark.KnownBenchmarks;
import org.dohyo.benchmark.Metric;
import org.dohyo.benchmark.Result;
import org.dohyo.benchmark.ResultInterval;
import org.dohyo.benchmark.ResultSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * All results of a model in a scenario, with the raw records of the newest.
 *
 * @param earlier null, as {@code more}, if there is nothing before or after
 */
public record ResultsView(Benchmark benchmark, BenchmarkAddress at, String model, String name, String scenario,
        List<Line> lines,
        List<Entry> records, boolean elsewhere, String json, String earlier, String more) {

    static final int RECORDS = 20;
    private static final int DEEPEST = 6;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    public record Line(String metric, String value, String between, String questions, String source, String day,
            String settings,
            boolean newest) {
    }

    public record Entry(String title, List<Part> parts) {
    }

    /** A member of a raw record. */
    public record Part(String label, String text) {
    }

    /** @param from the position of the first of the raw records, which are of each metric */
    record Records(int from, Map<String, List<ObjectNode>> byMetric) {

        private boolean last() {
            return byMetric.values().stream().allMatch(records -> records.size() <= RECORDS);
        }
    }

    /**
     * @param results the newest first
     * @param records one more of each metric than is shown, where there are more
     */
    static ResultsView of(Benchmark benchmark, String scenario, String model, String name,
            List<Benchmarks.Stored> results, Records records, BenchmarkMessages words) {
        BenchmarkAddress at = new BenchmarkAddress(benchmark.slug());
        String from = at.results(scenario, model) + "&from=";
        return new ResultsView(benchmark, at, model, name, scenario,
                lines(benchmark, results.stream().map(Benchmarks.Stored::result).toList(), words),
                entries(records.byMetric, records.from, words),
                scenario.equals(KnownBenchmarks.OVERALL) && benchmark.scenarios().size() > 1,
                BenchmarkAddress.with(at.api("records"), "scenario", scenario, "model", model),
                records.from == 0 ? null : from + Math.max(0, records.from - RECORDS),
                records.last() ? null : from + (records.from + RECORDS));
    }

    private static List<Line> lines(Benchmark benchmark, List<Result> results, BenchmarkMessages words) {
        Set<String> seen = new HashSet<>();
        return results.stream().map(result -> {
            Metric metric = benchmark.metric(result.metric()).orElseThrow();
            return new Line(result.metric(), ScoreFormat.text(result.value(), metric),
                    ScoreFormat.beside(result, ResultInterval.of(result, metric), metric),
                    result.n() == null ? null : String.format(Locale.ROOT, "%,d", result.n()),
                    source(result.source(), words),
                    DAY.format(result.measuredAt()), settings(result.settings()), seen.add(result.metric()));
        }).toList();
    }

    private static String source(ResultSource source, BenchmarkMessages words) {
        return switch (source) {
            case RUN -> words.run();
            case IMPORTED -> words.imported();
            case ENTERED -> words.entered();
        };
    }

    private static String settings(ObjectNode settings) {
        return settings.properties().stream()
                .map(entry -> entry.getKey() + ": "
                        + (entry.getValue().isTextual() ? entry.getValue().textValue() : entry.getValue().toString()))
                .collect(Collectors.joining(", "));
    }

    /**
     * @param records of each metric, from that position on
     */
    private static List<Entry> entries(Map<String, List<ObjectNode>> records, int from, BenchmarkMessages words) {
        List<Entry> entries = new ArrayList<>();
        records.forEach((metric, of) -> {
            for (int i = 0; i < Math.min(RECORDS, of.size()); i++) {
                List<Part> parts = new ArrayList<>();
                parts("", of.get(i), parts, words, DEEPEST);
                String title = words.record(from + i + 1);
                entries.add(new Entry(records.size() > 1 ? metric + " · " + title : title, parts));
            }
        });
        return entries;
    }

    private static void parts(String label, JsonNode node, List<Part> parts, BenchmarkMessages words, int depth) {
        if (depth > 0 && node.isObject()) {
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                parts(under(label, word(member.getKey(), words)), member.getValue(), parts, words, depth - 1);
            }
        } else if (depth > 0 && node.isArray() && !flat(node)) {
            for (int i = 0; i < node.size(); i++) {
                parts(under(label, Integer.toString(i + 1)), node.get(i), parts, words, depth - 1);
            }
        } else if (!node.isNull()) {
            parts.add(new Part(label, text(node)));
        }
    }

    private static String text(JsonNode node) {
        if (node.isArray() && flat(node)) {
            return StreamSupport.stream(node.spliterator(), false).map(JsonNode::asText)
                    .collect(Collectors.joining(", "));
        }
        return node.isTextual() ? node.textValue() : node.toString();
    }

    /** Short lists of short values are more readable on one line. */
    private static boolean flat(JsonNode list) {
        for (JsonNode element : list) {
            if (!element.isValueNode() || element.asText().length() > 40) {
                return false;
            }
        }
        return true;
    }

    private static String under(String label, String member) {
        return label.isEmpty() ? member : label + " · " + member;
    }

    private static String word(String member, BenchmarkMessages words) {
        return switch (member) {
            case "question", "prompt" -> words.question();
            case "answer" -> words.answer();
            case "judgement", "judgment" -> words.judgement();
            case "reference" -> words.reference();
            case "score" -> words.score();
            case "turn" -> words.turn();
            case "judge" -> words.judge();
            default -> member;
        };
    }
}
