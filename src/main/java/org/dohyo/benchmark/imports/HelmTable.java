package org.dohyo.benchmark.imports;

import java.util.Map;
import java.util.Set;

import org.dohyo.benchmark.Metric;
import org.dohyo.benchmark.NewResult;
import org.dohyo.benchmark.ReadResult;
import org.dohyo.benchmark.Result;
import org.dohyo.benchmark.ResultSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One table of a group of scenarios: a row for each model, by the name it is displayed with. A column that says in its
 * {@code metadata} of which scenario and metric it is, and in {@code lower_is_better} which way is better, is taken;
 * one without them (mean win rate, numbers of instances) is computed from others or compares nothing.
 */
final class HelmTable {

    private static final Set<String> FIRST = Set.of("Model", "Model/adapter");
    /** Cells of models that weren't measured. */
    private static final Set<String> EMPTY = Set.of("", "-", "–", "null");

    private final JsonNode table;
    private final String place;
    private final ImportSheet sheet;

    private HelmTable(JsonNode table, String place, ImportSheet sheet) {
        this.table = table;
        this.place = place;
        this.sheet = sheet;
    }

    static void read(JsonNode table, String place, ImportSheet sheet) {
        JsonNode first = table.path("header").path(0).path("value");
        if (!FIRST.contains(first.asText())) {
            sheet.broken(place + "/header/0/value", BenchmarkFileMessages::noTableOfModels);
            return;
        }
        new HelmTable(table, place, sheet).read();
    }

    private void read() {
        JsonNode rows = table.path("rows");
        for (int i = 0; i < rows.size() && !sheet.hopeless(); i++) {
            String at = place + "/rows/" + i;
            String model = ImportJson.text(rows.get(i).path(0).path("value"));
            if (model == null) {
                sheet.wrong(at + "/0/value", BenchmarkFileMessages::noModelOfRow);
                continue;
            }
            for (int j = 1; j < rows.get(i).size(); j++) {
                JsonNode head = table.path("header").path(j);
                JsonNode value = rows.get(i).get(j).path("value");
                if (head.path("lower_is_better").isBoolean() && head.path("metadata").hasNonNull("metric")
                        && !EMPTY.contains(value.asText().strip())) {
                    figure(at + "/" + j + "/value", model, head, value);
                }
            }
        }
    }

    private void figure(String at, String model, JsonNode head, JsonNode value) {
        Double number = Numbers.of(value);
        if (number == null) {
            sheet.wrong(at, words -> words.noNumber(Numbers.quoted(value)));
            return;
        }
        JsonNode facts = head.path("metadata");
        String name = facts.path("metric").asText()
                + (facts.hasNonNull("perturbation") ? " (" + facts.path("perturbation").asText() + ")" : "");
        Metric known = HelmMetrics.of(name, facts.path("metric").asText());
        Metric metric = new Metric(name, known.unit(), known.low(), known.high(),
                !head.path("lower_is_better").booleanValue());
        String group = ImportJson.text(facts.path("run_group"));
        ObjectNode settings = JsonNodeFactory.instance.objectNode();
        settings.put("table", table.path("title").asText());
        sheet.add(new ReadResult(at, HelmMetrics.benchmark(metric, Map.of()), NewResult.of(new Result(model,
                group == null ? table.path("title").asText() : group, metric.name(), number, null, null,
                ResultSource.IMPORTED, settings, null)), 1));
    }
}
