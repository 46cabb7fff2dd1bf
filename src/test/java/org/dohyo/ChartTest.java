package org.dohyo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;

import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Secret;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;

/** Helm renders the chart, and Kubernetes' own models know every field of what comes out. */
class ChartTest {

    private static final Path CHART = Path.of("kubernetes/dohyo").toAbsolutePath();
    private static final String KUBERNETES = "1.33.0";
    private static final String KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Map<String, Check> CHECKS = Map.of("Deployment", V1Deployment::validateJsonElement,
            "Service", V1Service::validateJsonElement, "ServiceAccount", V1ServiceAccount::validateJsonElement,
            "Secret", V1Secret::validateJsonElement, "Ingress", V1Ingress::validateJsonElement, "NetworkPolicy",
            V1NetworkPolicy::validateJsonElement, "PodDisruptionBudget", V1PodDisruptionBudget::validateJsonElement,
            "HorizontalPodAutoscaler", V2HorizontalPodAutoscaler::validateJsonElement);

    private interface Check {

        void validate(JsonElement object) throws IOException;
    }

    @BeforeEach
    void needsHelm() {
        assumeThat(System.getProperty("os.name").toLowerCase(Locale.ROOT) + " " + System.getProperty("os.arch"))
                .as("a system that helm-java has a library for here").isEqualTo("linux amd64");
    }

    private static TemplateCommand chart() {
        return new Helm(CHART).template().withKubeVersion(KUBERNETES).withName("arena").set("image.repository", "dohyo")
                .set("database.url", "jdbc:postgresql://db:5432/dohyo").set("database.password", "secret of the db")
                .set("secretKey.value", KEY);
    }

    private static TemplateCommand everything() {
        return chart().set("publicUrl", "https://arena.example").set("ingress.enabled", "true")
                .set("ingress.className", "nginx").set("ingress.tlsSecret", "arena-tls")
                .set("proxy.trusted[0]", "10.244.0.0/16").set("autoscaling.enabled", "true")
                .set("metrics.token", "token of the metrics").set("metrics.serviceMonitor.enabled", "true")
                .set("metrics.serviceMonitor.labels.release", "prometheus").set("admin.password", "twelve letters")
                .set("oidc.issuer", "https://id.example").set("oidc.clientId", "arena").set("oidc.clientSecret", "hush")
                .set("settings.DOHYO_BATTLE_STREAMS", "2000")
                .set("networkPolicy.from[0].namespaceSelector.matchLabels.a", "b")
                .set("extraEnv[0].name", "TZ").set("extraEnv[0].value", "Asia/Tokyo").set("podAnnotations.a", "b")
                .set("nodeSelector.a", "b").set("image.pullSecrets[0].name", "registry");
    }

    /** The rendered objects by kind. */
    private static Map<String, JsonNode> objects(TemplateCommand command) throws IOException {
        Map<String, JsonNode> objects = new TreeMap<>();
        try (MappingIterator<JsonNode> documents = YAML.readerFor(JsonNode.class).readValues(command.call())) {
            documents.forEachRemaining(
                    object -> assertThat(objects.put(object.at("/kind").asText(), object)).isNull());
        }
        return objects;
    }

    private static void check(JsonNode object) throws IOException {
        CHECKS.get(object.at("/kind").asText()).validate(JsonParser.parseString(object.toString()));
    }

    @Test
    void lint_findsNothing() {
        assertThat(new Helm(CHART).lint().strict().call()).satisfies(result -> {
            assertThat(result.isFailed()).as("%s", result.getMessages()).isFalse();
            assertThat(result.getMessages()).allMatch(message -> message.startsWith("[INFO]"));
        });
    }

    @Test
    void objects_areWhatKubernetesKnows() throws IOException {
        assertThat(objects(chart())).containsOnlyKeys("Deployment", "NetworkPolicy", "PodDisruptionBudget", "Secret",
                "Service", "ServiceAccount");
        Map<String, JsonNode> all = objects(everything());
        assertThat(all.keySet()).containsAll(CHECKS.keySet()).contains("ServiceMonitor");
        all.remove("ServiceMonitor");
        for (JsonNode object : all.values()) {
            check(object);
        }
        assertThatThrownBy(() -> check(YAML.readTree("{kind: Service, spec: {prots: []}}")))
                .as("a field that Kubernetes doesn't know").hasMessageContaining("prots");
    }

    @Test
    void pod_runsWithTheLeastPrivilege() throws IOException {
        JsonNode pod = objects(chart()).get("Deployment").at("/spec/template/spec");
        assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        assertThat(pod.at("/automountServiceAccountToken").asBoolean(true)).isFalse();
        JsonNode container = pod.at("/containers/0/securityContext");
        assertThat(container.at("/readOnlyRootFilesystem").asBoolean()).isTrue();
        assertThat(container.at("/allowPrivilegeEscalation").asBoolean(true)).isFalse();
        assertThat(container.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
    }

    @Test
    void secrets_areReadFromSecretsOnly() throws IOException {
        Map<String, JsonNode> own = objects(everything());
        assertThat(own.get("Deployment").toString()).doesNotContain("secret of the db", KEY, "twelve letters", "hush",
                "token of the metrics");
        assertThat(own.get("Secret").at("/data").fieldNames()).toIterable().containsExactlyInAnyOrder("username",
                "password", "secret-key", "admin-password", "metrics-token", "oidc-client-secret");

        Map<String, JsonNode> existing = objects(chart().set("database.existingSecret", "db")
                .set("secretKey.existingSecret", "key").set("admin.existingSecret", "admin"));
        assertThat(existing).doesNotContainKey("Secret");
        assertThat(environment(existing).get("QUARKUS_DATASOURCE_PASSWORD").at("/valueFrom/secretKeyRef").toString())
                .isEqualTo("{\"name\":\"db\",\"key\":\"password\"}");
        assertThat(environment(existing)).containsKey("DOHYO_ADMIN_PASSWORD").doesNotContainKey("DOHYO_METRICS_TOKEN");
    }

    @Test
    void settings_exist() throws IOException {
        Set<String> known = SettingsTest.names().stream()
                .map(name -> name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_")).collect(Collectors.toSet());
        assertThat(environment(objects(everything())).keySet().stream().filter(name -> name.startsWith("DOHYO_")))
                .hasSizeGreaterThan(8).isSubsetOf(known);
    }

    private static Map<String, JsonNode> environment(Map<String, JsonNode> objects) {
        Map<String, JsonNode> variables = new TreeMap<>();
        objects.get("Deployment").at("/spec/template/spec/containers/0/env")
                .forEach(variable -> variables.put(variable.at("/name").asText(), variable));
        return variables;
    }

    @ParameterizedTest
    @CsvSource({ "image.repository, '', image.repository", "database.url, '', database.url is required",
            "database.url, mysql://db/dohyo, database", "database.password, '', database.password",
            "secretKey.value, '', secretKey.value", "secretKey.value, short, secretKey", "replicas, 0, replicas",
            "admin.password, short, admin", "publicUrl, arena.example, publicUrl",
            "publicUrl, https://arena.example/a/../b, publicUrl", "proxy.trusted[0], everyone, proxy",
            "replica, 3, replica", "service.port, 70000, port", "ingress.enabled, true, ingress.host",
            "metrics.serviceMonitor.enabled, true, metrics.token", "oidc.issuer, https://id.example, oidc.clientId",
            "settings.dohyo.battle, 3, settings", "drainSeconds, -1, drainSeconds" })
    void valueThatMakesNoSense_isNamed(String name, String value, String named) {
        assertThatThrownBy(() -> chart().set(name, value).call()).hasMessageContaining(named);
    }

    @Test
    void ingress_hasThePathOfThePublicUrl() throws IOException {
        for (String path : List.of("", "/arena")) {
            JsonNode rule = objects(everything().set("publicUrl", "https://example.org" + path)).get("Ingress")
                    .at("/spec/rules/0");
            assertThat(rule.at("/host").asText()).isEqualTo("example.org");
            assertThat(rule.at("/http/paths/0/path").asText()).isEqualTo(path.isEmpty() ? "/" : path);
        }
    }

    @Test
    void autoscaler_decidesTheReplicas_andItsRangeIsChecked() throws IOException {
        assertThat(objects(everything()).get("Deployment").at("/spec/replicas").isMissingNode()).isTrue();
        assertThatThrownBy(() -> everything().set("autoscaling.minReplicas", 9).call())
                .hasMessageContaining("autoscaling.minReplicas");
    }

    @Test
    void signOn_needsItsSecret() {
        assertThatThrownBy(() -> everything().set("oidc.clientSecret", "").call())
                .hasMessageContaining("oidc.clientSecret");
    }

    @Test
    void numbersOfAFile_keepTheirDigits(@TempDir Path directory) throws IOException {
        Path values = Files.writeString(directory.resolve("values.yaml"),
                "settings: {DOHYO_HTTP_MAX_BODY_SIZE: 5000000, DOHYO_SOME_SHARE: 0.25}");
        Map<String, JsonNode> variables = environment(objects(chart().withValuesFile(values)));
        assertThat(variables.get("DOHYO_HTTP_MAX_BODY_SIZE").at("/value").asText()).isEqualTo("5000000");
        assertThat(variables.get("DOHYO_SOME_SHARE").at("/value").asText()).isEqualTo("0.25");
    }

    @Test
    void version_isTheProjects() throws IOException {
        String version = YAML.readTree(Files.readString(CHART.resolve("Chart.yaml"))).at("/appVersion").asText();
        assertThat(Files.readString(Path.of("pom.xml")))
                .contains("<artifactId>dohyo</artifactId>\n  <version>" + version
                        + "</version>");
    }
}
