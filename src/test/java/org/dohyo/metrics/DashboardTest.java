package org.dohyo.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/**
 * The dashboard and the alerts ask only for meters and labels that the document lists; {@link MetricsIT} compares the
 * document with what is served.
 */
class DashboardTest {

    private static final Path FOLDER = Path.of("docker/grafana");
    private static final Set<String> OF_PROMETHEUS = Set.of("job", "instance");
    private static final Set<String> OPERATORS = Set.of("and", "or", "unless", "bool", "offset");
    private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");
    private static final Pattern GROUPING = Pattern
            .compile("\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\(([^)]*)\\)");
    private static final Pattern FUNCTION = Pattern.compile("\\b[a-z_]\\w*\\s*\\(");
    private static final Pattern NUMBER_OR_RANGE = Pattern.compile("\\[[^]]*]|\\b\\d\\w*");
    private static final Pattern SELECTOR = Pattern.compile("\\b([a-zA-Z_:][\\w:]*)\\s*(?:\\{([^}]*)})?");
    private static final Pattern LABEL = Pattern.compile("[a-zA-Z_]\\w*");
    private static final Pattern LABEL_VALUES = Pattern.compile("label_values\\((\\w+), *(\\w+)\\)");
    private static final Pattern LEGEND = Pattern.compile("\\{\\{(\\w+)}}");
    private static final Map<String, Set<String>> KNOWN = known();

    private static Map<String, Set<String>> known() {
        Map<String, Set<String>> known = new HashMap<>();
        MetersDocument.labelsByMeter().forEach((name, labels) -> {
            Set<String> all = new TreeSet<>(labels);
            all.addAll(OF_PROMETHEUS);
            known.put(name, all);
            if (name.endsWith("_seconds")) {
                Stream.of("_count", "_sum", "_max").forEach(part -> known.put(name + part, all));
            }
        });
        known.put("up", OF_PROMETHEUS);
        return known;
    }

    /** Meters and labels that aren't known, in a query and in the legend of its lines. */
    private static List<String> unknown(String query, String legend) {
        List<String> unknown = new ArrayList<>();
        Set<String> usable = new TreeSet<>();
        String plain = TEXT.matcher(query).replaceAll("\"\"");
        String selectors = GROUPING.matcher(plain).replaceAll("");
        selectors = NUMBER_OR_RANGE.matcher(FUNCTION.matcher(selectors).replaceAll("(")).replaceAll("");
        SELECTOR.matcher(selectors).results().filter(selector -> !OPERATORS.contains(selector.group(1)))
                .forEach(selector -> {
                    Set<String> labels = KNOWN.get(selector.group(1));
                    if (labels == null) {
                        unknown.add(selector.group(1));
                    } else {
                        usable.addAll(labels);
                        labels(selector.group(2)).filter(label -> !labels.contains(label)).forEach(unknown::add);
                    }
                });
        Stream.concat(GROUPING.matcher(plain).results().flatMap(group -> labels(group.group(1))),
                LEGEND.matcher(legend).results().map(label -> label.group(1)))
                .filter(label -> !usable.contains(label)).forEach(unknown::add);
        return unknown;
    }

    private static Stream<String> labels(String text) {
        return text == null ? Stream.empty() : LABEL.matcher(text).results().map(MatchResult::group);
    }

    private static JsonNode dashboard() throws IOException {
        return new ObjectMapper().readTree(FOLDER.resolve("dashboards/dohyo.json").toFile());
    }

    private static JsonNode yaml(String file) throws IOException {
        return new YAMLMapper().readTree(FOLDER.resolve(file).toFile());
    }

    @Test
    void panels_askForKnownMetersAndLabels() throws IOException {
        List<JsonNode> targets = dashboard().findValues("targets").stream()
                .flatMap(list -> StreamSupport.stream(list.spliterator(), false)).toList();
        assertThat(targets).hasSizeGreaterThan(20).allSatisfy(target -> assertThat(
                unknown(target.path("expr").asText(), target.path("legendFormat").asText()))
                .as(target.path("expr").asText()).isEmpty());
    }

    @Test
    void choices_areLabelsOfKnownMeters() throws IOException {
        assertThat(dashboard().path("templating").path("list")).isNotEmpty().allSatisfy(choice -> {
            Matcher values = LABEL_VALUES.matcher(choice.path("definition").asText());
            assertThat(values.matches()).isTrue();
            assertThat(KNOWN.get(values.group(1))).contains(values.group(2));
            assertThat(choice.path("query").path("query")).isEqualTo(choice.path("definition"));
        });
    }

    @Test
    void everyPanel_hasAPlaceOfItsOwn_andTheProvisionedSource() throws IOException {
        String source = yaml("provisioning/datasources/prometheus.yaml").path("datasources").path(0).path("uid")
                .asText();
        assertThat(dashboard().findValuesAsText("uid")).contains("dohyo", source)
                .allMatch(uid -> uid.equals("dohyo") || uid.equals(source));
        List<JsonNode> panels = StreamSupport.stream(dashboard().path("panels").spliterator(), false).toList();
        assertThat(panels).extracting(panel -> panel.path("id").asInt()).doesNotHaveDuplicates();
        Set<String> cells = new TreeSet<>();
        for (JsonNode panel : panels) {
            JsonNode at = panel.path("gridPos");
            for (int x = at.path("x").asInt(); x < at.path("x").asInt() + at.path("w").asInt(); x++) {
                for (int y = at.path("y").asInt(); y < at.path("y").asInt() + at.path("h").asInt(); y++) {
                    assertThat(cells.add(x + "/" + y)).as("%s at %d/%d", panel.path("title"), x, y).isTrue();
                    assertThat(x).isLessThan(24);
                }
            }
        }
    }

    @Test
    void alerts_askForKnownMetersAndLabels() throws IOException {
        List<JsonNode> rules = yaml("rules.yaml").findValues("rules").stream()
                .flatMap(list -> StreamSupport.stream(list.spliterator(), false)).toList();
        assertThat(rules).hasSizeGreaterThan(8).allSatisfy(rule -> {
            assertThat(unknown(rule.path("expr").asText(), "")).as(rule.path("alert").asText()).isEmpty();
            assertThat(rule.path("labels").path("severity").asText()).isIn("page", "ticket");
        });
        assertThat(Files.readString(Path.of("docs/operations/observability.md")))
                .contains(rules.stream().map(rule -> "| " + rule.path("alert").asText() + " |").toList());
    }

    @Test
    void everyAlert_hasATestOfItsOwn() throws IOException {
        Set<String> alerts = Set.copyOf(yaml("rules.yaml").findValuesAsText("alert"));
        assertThat(alerts).isEqualTo(Set.copyOf(yaml("rules-test.yaml").findValuesAsText("alertname")));
    }

    /** The negative control: names that only look right. */
    @ParameterizedTest
    @ValueSource(
            strings = { "dohyo_vote_total", "sum(rate(dohyo_votes_total{why=\"x\"}[5m]))", "dohyo_votes_total_count",
                    "sum by (modell) (rate(dohyo_endpoint_calls_seconds_count{model=~\"$model\"}[5m]))",
                    "agroal_waiting_count > 0",
                    "max(dohyo_board_age_seconds) > 300 and on(instanz) up", "topk(3, dohyo_streams_runing) * 60" })
    void inventedName_isReported(String query) {
        assertThat(unknown(query, "")).hasSize(1);
    }

    @Test
    void inventedLabelOfALegend_isReported() {
        assertThat(unknown("sum by (model) (dohyo_endpoint_calls_seconds_count)", "{{modell}}")).hasSize(1);
    }
}
