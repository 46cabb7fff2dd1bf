package org.dohyo.benchmark.imports;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
 * Results of EleutherAI's lm-evaluation-harness. Up to version 0.3 and in the Japanese fork of it a task holds
 * {@code acc} and {@code acc_stderr}; from 0.4 on {@code acc,none} and {@code acc_stderr,none}, the filter standing
 * after the comma. The task's name is the scenario as it stands, with its version and prompt; so groups of tasks are
 * scenarios too. Values stay as they are. A file may hold several such results, in a list or one after another.
 */
final class LmEvalImport {

    private static final String STDERR = "_stderr";
    /** Members of a task that are no figures. */
    private static final Set<String> FACTS = Set.of("alias", "name", "samples", "sample_len", "sample_count");

    private final ImportSheet sheet;
    private final ImportJson.Value value;
    private final JsonNode file;
    private final boolean filtered;
    private final String model;

    private LmEvalImport(ImportJson.Value value, ImportSheet sheet) {
        this.sheet = sheet;
        this.value = value;
        this.file = value.json();
        this.filtered = file.has("configs") || anyFiltered(file.path("results"));
        this.model = model(file);
    }

    static void read(InputStream body, ImportSheet sheet) throws IOException {
        for (ImportJson.Value value : ImportJson.readAll(body)) {
            read(value, sheet);
        }
    }

    private static void read(ImportJson.Value value, ImportSheet sheet) {
        JsonNode file = value.json();
        if (!file.path("results").isObject()) {
            sheet.broken(value.below("/results"), BenchmarkFileMessages::noTasks);
            return;
        }
        LmEvalImport reader = new LmEvalImport(value, sheet);
        reader.tasks("results", Set.of());
        // Groups stand among the tasks as well; some versions keep those of the highest level here only.
        reader.tasks("groups", Set.copyOf(names(file.path("results"))));
    }

    private static boolean anyFiltered(JsonNode results) {
        for (JsonNode task : results) {
            if (names(task).stream().anyMatch(key -> key.contains(","))) {
                return true;
            }
        }
        return false;
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /**
     * The measured model: the name that 0.4 and lighteval write themselves, else that of the arguments. A base model
     * with an adapter ({@code pretrained=org/base,peft=org/adapter}) is the adapter's, as in the harness itself.
     */
    private static String model(JsonNode file) {
        JsonNode general = file.path("config_general");
        for (JsonNode name : List.of(file.path("model_name"), general.path("model_name"),
                general.path("model_config").path("model_name"))) {
            if (ImportJson.text(name) != null) {
                return name.textValue();
            }
        }
        JsonNode arguments = file.path("config").path("model_args");
        for (String key : List.of("peft", "delta", "pretrained", "model", "path", "engine")) {
            String value = arguments.isObject() ? ImportJson.text(arguments.path(key))
                    : argument(arguments.asText(), key);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private static String argument(String arguments, String key) {
        for (String part : arguments.split(",")) {
            if (part.strip().startsWith(key + "=") && part.strip().length() > key.length() + 1) {
                return part.strip().substring(key.length() + 1);
            }
        }
        return null;
    }

    private void tasks(String member, Set<String> known) {
        for (Map.Entry<String, JsonNode> task : file.path(member).properties()) {
            String place = ImportJson.below(value.below("/" + member), task.getKey());
            if (known.contains(task.getKey())) {
                continue;
            }
            if (task.getValue().isNull()) {
                sheet.leaveOut(place, BenchmarkFileMessages::noMetrics);
                continue;
            }
            if (!task.getValue().isObject()) {
                sheet.wrong(place, BenchmarkFileMessages::noMetricsObject);
                continue;
            }
            for (Map.Entry<String, JsonNode> figure : task.getValue().properties()) {
                figure(ImportJson.below(place, figure.getKey()), task.getKey(), task.getValue(), figure.getKey(),
                        figure.getValue());
            }
        }
    }

    private void figure(String place, String task, JsonNode figures, String key, JsonNode value) {
        String base = key.split(",", 2)[0];
        String filter = key.length() > base.length() ? key.substring(base.length() + 1) : null;
        if (FACTS.contains(key) || base.endsWith(STDERR) || !LmEvalMetrics.measures(base) || noFigure(value)) {
            return;
        }
        Double number = Numbers.of(value);
        if (number == null) {
            sheet.wrong(place, words -> words.noNumber(Numbers.quoted(value)));
            return;
        }
        Metric metric = LmEvalMetrics.of(base, filter, file.path("higher_is_better").path(task).path(base));
        JsonNode error = figures.path(filter == null ? base + STDERR : base + STDERR + "," + filter);
        sheet.add(new ReadResult(place, LmEvalMetrics.benchmark(metric),
                NewResult.of(new Result(model, task, metric.name(),
                        number, Numbers.of(error), samples(task, figures),
                        ResultSource.IMPORTED, settings(task), measuredAt())),
                1));
    }

    /** Details of a task, and how 0.4 writes that a group has no figure of its own. */
    private static boolean noFigure(JsonNode value) {
        return value.isContainerNode() || value.isBoolean() || value.isNull()
                || value.isTextual() && (value.textValue().isBlank() || value.textValue().equals("N/A"));
    }

    private Long samples(String task, JsonNode figures) {
        for (JsonNode n : List.of(file.path("n-samples").path(task).path("effective"), figures.path("sample_len"),
                figures.path("samples"))) {
            if (n.canConvertToLong() && n.isNumber() && n.longValue() >= 1) {
                return n.longValue();
            }
        }
        return null;
    }

    private ObjectNode settings(String task) {
        ObjectNode settings = JsonNodeFactory.instance.objectNode();
        settings.put("harness", filtered ? "0.4" : "0.3");
        keep(settings, "taskVersion", file.path("versions").path(task));
        keep(settings, "fewShot", filtered ? file.path("n-shot").path(task) : file.path("config").path("num_fewshot"));
        keep(settings, "limit", file.path("config").path("limit"));
        keep(settings, "modelArguments", file.path("config").path("model_args"));
        return settings;
    }

    private static void keep(ObjectNode settings, String name, JsonNode value) {
        if (!value.isMissingNode() && !value.isNull()) {
            settings.set(name, value);
        }
    }

    private Instant measuredAt() {
        JsonNode date = file.path("date");
        // Seconds; a date outside these is none.
        return date.isNumber() && date.doubleValue() > 0 && date.doubleValue() < 4e9
                ? Instant.ofEpochMilli((long) (date.doubleValue() * 1000))
                : null;
    }
}
