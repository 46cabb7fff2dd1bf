package org.dohyo.benchmark.imports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.dohyo.benchmark.Metric;
import org.dohyo.benchmark.NewResult;
import org.dohyo.benchmark.ReadResult;
import org.dohyo.benchmark.Result;
import org.dohyo.benchmark.ResultSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One run: a scenario with its arguments, adapted to one model. Of its statistics those are taken that say how well it
 * did on unchanged instances as a whole; counts, costs, and figures of perturbed or parts of the instances are not. A
 * statistic's {@code count} is that of its trials, so the number of questions comes from {@code num_instances}, and the
 * spread between trials isn't taken for a standard error.
 */
final class HelmRun {

    private static final String MAIN_SPLIT = "test";

    private final JsonNode spec;
    private final JsonNode stats;
    private final String place;
    private final ImportSheet sheet;

    private HelmRun(JsonNode spec, JsonNode stats, String place, ImportSheet sheet) {
        this.spec = spec;
        this.stats = stats;
        this.place = place;
        this.sheet = sheet;
    }

    static void read(JsonNode spec, JsonNode stats, String specPlace, String statsPlace, ImportSheet sheet) {
        if (ImportJson.text(spec.path("name")) == null || !spec.path("adapter_spec").isObject()) {
            sheet.wrong(specPlace, BenchmarkFileMessages::noRunSpec);
        } else if (!stats.isArray()) {
            sheet.wrong(statsPlace, BenchmarkFileMessages::noStatistics);
        } else {
            new HelmRun(spec, stats, statsPlace, sheet).read();
        }
    }

    private void read() {
        String model = ImportJson.text(spec.path("adapter_spec").path("model"));
        if (model == null) {
            model = ImportJson.text(spec.path("adapter_spec").path("model_deployment"));
        }
        Map<String, String> main = mainMetric();
        for (int i = 0; i < stats.size() && !sheet.hopeless(); i++) {
            JsonNode stat = stats.get(i);
            if (name(stat) == null) {
                sheet.wrong(place + "/" + i, BenchmarkFileMessages::unnamedStatistic);
            } else if (measures(stat)) {
                figure(place + "/" + i + "/mean", stat, model, main);
            }
        }
    }

    private Map<String, String> mainMetric() {
        List<String> measured = new ArrayList<>();
        stats.forEach(stat -> {
            Double mean = Numbers.of(stat.path("mean"));
            if (name(stat) != null && measures(stat) && mean != null && Double.isFinite(mean)) {
                measured.add(metric(stat));
            }
        });
        List<String> groups = new ArrayList<>();
        spec.path("groups").forEach(group -> groups.add(group.asText()));
        Collections.reverse(groups);
        groups.add(scenario().split(":", 2)[0]);
        return measured.isEmpty() ? Map.of() : Map.of(scenario(), HelmMainMetrics.of(groups, measured));
    }

    private static String name(JsonNode stat) {
        return ImportJson.text(stat.path("name").path("name"));
    }

    private static boolean measures(JsonNode stat) {
        return HelmMetrics.measures(name(stat)) && whole(stat.path("name")) && stat.path("count").asLong(1) > 0;
    }

    private static boolean whole(JsonNode name) {
        return name.path("perturbation").isEmpty() && name.path("sub_split").asText("").isEmpty();
    }

    /** The statistic with its split, unless that is the one that counts. */
    private static String metric(JsonNode stat) {
        String split = stat.path("name").path("split").asText("");
        return split.isEmpty() || split.equals(MAIN_SPLIT) ? name(stat) : name(stat) + "@" + split;
    }

    private void figure(String at, JsonNode stat, String model, Map<String, String> main) {
        String split = stat.path("name").path("split").asText("");
        Metric metric = HelmMetrics.of(metric(stat), name(stat));
        Double mean = Numbers.of(stat.path("mean"));
        if (mean == null && !stat.hasNonNull("mean")) {
            sheet.leaveOut(at, BenchmarkFileMessages::missing);
            return;
        }
        if (mean == null) {
            sheet.wrong(at, words -> words.noNumber(Numbers.quoted(stat.path("mean"))));
            return;
        }
        sheet.add(new ReadResult(at, HelmMetrics.benchmark(metric, main),
                NewResult.of(new Result(model, scenario(), metric.name(),
                        mean, null, instances(split), ResultSource.IMPORTED, settings(),
                        null)),
                1));
    }

    private Long instances(String split) {
        for (JsonNode stat : stats) {
            JsonNode name = stat.path("name");
            if (name.path("name").asText().equals("num_instances") && name.path("split").asText("").equals(split)
                    && whole(name)
                    && stat.path("mean").asLong() >= 1) {
                return stat.path("mean").asLong();
            }
        }
        return null;
    }

    /** The run's name without the arguments that say which model it was. */
    private String scenario() {
        String[] parts = spec.path("name").textValue().split(":", 2);
        String arguments = parts.length == 1 ? ""
                : Arrays.stream(parts[1].split(","))
                        .filter(argument -> !argument.startsWith("model=") && !argument.startsWith("model_deployment="))
                        .collect(Collectors.joining(","));
        return arguments.isEmpty() ? parts[0] : parts[0] + ":" + arguments;
    }

    private ObjectNode settings() {
        ObjectNode settings = JsonNodeFactory.instance.objectNode();
        for (String key : List.of("method", "max_train_instances", "max_eval_instances", "num_train_trials",
                "temperature")) {
            JsonNode value = spec.path("adapter_spec").path(key);
            if (value.isValueNode() && !value.isNull()) {
                settings.set(key, value);
            }
        }
        return settings;
    }
}
