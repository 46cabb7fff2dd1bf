package org.dohyo.cli;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.dohyo.ArenaProcess;
import org.dohyo.provider.OpenAiServer;
import org.dohyo.provider.OpenAiServer.Script;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import io.restassured.http.ContentType;

/** The sub-commands of the packaged jar against a running arena, as a script uses them. */
@Tag("long")
@Execution(ExecutionMode.CONCURRENT)
class ModelsCommandIT {

    private static final String PASSWORD = "a password of the script";

    @TempDir
    Path data;

    private record Ran(int code, String said) {
    }

    private Ran run(ArenaProcess arena, String... arguments) throws Exception {
        return run(Map.of("DOHYO_URL", arena.url(), "DOHYO_PASSWORD", PASSWORD, "EAST_KEY", "sk-of-the-east"),
                arguments);
    }

    private Ran run(Map<String, String> environment, String... arguments) throws Exception {
        ArenaProcess.Ran ran = ArenaProcess.command(data, environment, arguments);
        return new Ran(ran.code(), ran.output() + ran.errors());
    }

    @Test
    void modelsAreKeptInAFile_andLookedAfterByCommands() throws Exception {
        try (OpenAiServer east = new OpenAiServer().otherwise(Script.stream().says("Hi").finish("stop").doneMark());
                ArenaProcess arena = ArenaProcess.start(data.resolve("arena"),
                        Map.of("DOHYO_ADMIN_PASSWORD", PASSWORD))) {
            Path file = data.resolve("models.yaml");
            Files.writeString(file, """
                    models:
                      - slug: east
                        name: East
                        protocol: openai
                        baseUrl: %s
                        modelId: e
                        apiKey: ${EAST_KEY}
                        weight: 2
                        contextWindow: 8192
                        price: {since: 2026-01-01, currency: USD, input: 0.50, output: 2}
                        aliases: [Easterly]
                        parameters: {temperature: 0.5}
                      - slug: cloud
                        name: Cloud
                        protocol: bedrock
                        modelId: c
                        enabled: false
                        credentials: {accessKeyId: AKID, secretAccessKey: "${EAST_KEY}", region: eu-west-1}
                    """.formatted(east.url()));

            assertThat(run(arena, "models", "apply", file.toString()))
                    .isEqualTo(new Ran(0, "created east\ncreated cloud\n"));
            assertThat(run(arena, "models", "apply", file.toString()))
                    .isEqualTo(new Ran(0, "unchanged east\nunchanged cloud\n"));
            Files.writeString(file, Files.readString(file).replace("weight: 2", "weight: 3"));
            assertThat(run(arena, "models", "apply", file.toString()).said()).startsWith("changed east: weight\n");
            Files.writeString(file, Files.readString(file).replace("input: 0.50", "input: 0.25"));
            assertThat(run(arena, "models", "apply", file.toString()).said()).startsWith("changed east: price\n");
            Files.writeString(file, Files.readString(file).replace("${EAST_KEY}", "sk-plain"));
            assertThat(run(arena, "models", "apply", file.toString()))
                    .matches(ran -> ran.code == 1 && ran.said.contains("must name an environment variable"));

            assertThat(run(arena, "models", "test", "east")).matches(ran -> ran.code == 0 && ran.said.contains("Hi"));
            assertThat(east.requests().get(0).headers()).containsEntry("authorization", "Bearer sk-of-the-east");
            assertThat(run(arena, "models", "pause", "east")).isEqualTo(new Ran(0, "paused east\n"));
            assertThat(run(arena, "models", "list").said()).containsPattern("east +openai +paused")
                    .containsPattern("demo-ozeki +demo +enabled");
            assertThat(run(arena, "models", "add", "--slug", "west", "--base-url", east.url().toString(), "--model-id",
                    "w"))
                    .isEqualTo(new Ran(0, "added west\n"));
            assertThat(run(arena, "models", "retire", "west")).isEqualTo(new Ran(0, "retired west\n"));
            assertThat(run(arena, "models", "test", "nobody"))
                    .isEqualTo(new Ran(1, "No model has this slug.\n"));
            // The credentials of two models, and the key of the log.
            assertThat(run(arena, "secrets", "rotate")).isEqualTo(new Ran(0, "encrypted again: 3\n"));
            assertThat(run(arena, "models", "test", "east").code()).isZero();
            assertThat(run(arena, "models").code()).isEqualTo(2);
            tokenReplacesThePassword(arena);
        }
    }

    private void tokenReplacesThePassword(ArenaProcess arena) throws Exception {
        String token = given().auth().preemptive().basic("admin", PASSWORD).contentType(ContentType.JSON)
                .body(Map.of("name", "script", "scopes", List.of("models:read")))
                .post(arena.url() + "/api/admin/tokens").jsonPath().getString("token");
        Map<String, String> byVariable = Map.of("DOHYO_URL", arena.url(), "DOHYO_TOKEN", token);
        assertThat(run(byVariable, "models", "list")).matches(ran -> ran.code == 0 && ran.said.contains("east"));
        assertThat(run(byVariable, "models", "pause", "east")).matches(
                ran -> ran.code == 1 && ran.said.endsWith(" lacks the scope models:write.\n"));
        assertThat(run(Map.of("DOHYO_URL", arena.url()), "models", "list", "--token", token).code()).isZero();
        assertThat(run(Map.of("DOHYO_URL", arena.url()), "models", "list", "--token", "dohyo_wrong"))
                .isEqualTo(new Ran(1, "This API token is unknown.\n"));
    }
}
