package org.dohyo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** With one setting, everything that the packaged application prints is JSON, an object a line. */
@Tag("long")
@Execution(ExecutionMode.CONCURRENT)
class JsonLogsIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> ON = Map.of("DOHYO_LOGS_JSON", "true");

    @TempDir
    Path data;

    /** Fails on a line that is anything but one object. */
    private static List<JsonNode> lines(String output) {
        return output.lines().map(line -> {
            try {
                JsonNode object = JSON.readerFor(JsonNode.class)
                        .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .readValue(line);
                assertThat(object.isObject()).as(line).isTrue();
                return object;
            } catch (IOException e) {
                throw new UncheckedIOException("not JSON: " + line, e);
            }
        }).toList();
    }

    @Test
    void everyLine_isAnObject_fromTheStartToTheEnd() throws Exception {
        try (ArenaProcess arena = ArenaProcess.start(data, ON)) {
            arena.stop();
            List<JsonNode> lines = lines(arena.output());
            assertThat(lines).allSatisfy(line -> assertThat(line.path("message").asText()).isNotEmpty())
                    .allSatisfy(line -> assertThat(line.path("timestamp").asText()).startsWith("20"))
                    .anySatisfy(line -> assertThat(line.path("loggerName").asText()).isEqualTo("io.quarkus"))
                    .anySatisfy(line -> {
                        assertThat(line.path("message").asText()).isEqualTo("Dohyo is ready");
                        assertThat(line.path("desk").asText()).endsWith("/desk");
                        assertThat(line.path("notices").toString()).contains("/setup?token=");
                    });
            assertThat(arena.errors()).isEmpty();
        }
    }

    @Test
    void refusedStart_isAnObjectToo() throws Exception {
        ArenaProcess arena = ArenaProcess.launch(data, Map.of("DOHYO_LOGS_JSON", "true", "DOHYO_ADMIN_PASSWORD", "x"));
        assertThat(arena.exitCode()).isEqualTo(1);
        assertThat(lines(arena.errors())).singleElement().satisfies(line -> {
            assertThat(line.path("level").asText()).isEqualTo("ERROR");
            assertThat(line.path("message").asText()).contains("at least 12 characters");
        });
        assertThat(arena.output()).isEmpty();
    }

    @Test
    void wrongValue_isRefused() throws Exception {
        ArenaProcess arena = ArenaProcess.launch(data, Map.of("DOHYO_LOGS_JSON", "maybe"));
        assertThat(arena.exitCode()).isEqualTo(1);
        assertThat(arena.errors().strip()).isEqualTo("DOHYO_LOGS_JSON must be true or false, not \"maybe\".");
    }

    /** The negative control: without the setting, lines are for a person. */
    @Test
    void withoutTheSetting_linesAreText() throws Exception {
        try (ArenaProcess arena = ArenaProcess.start(data)) {
            assertThat(arena.output().lines()).noneMatch(line -> line.startsWith("{"))
                    .anyMatch(line -> line.startsWith("  Desk "));
        }
    }
}
