package org.dohyo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.dohyo.ArenaProcess;
import org.dohyo.Beside;
import org.dohyo.PackagedArena;
import org.dohyo.log.tree.Checkpoint;
import org.dohyo.log.tree.CosignerKey;
import org.dohyo.log.tree.SignedNote;
import org.dohyo.log.tree.VerifierKey;
import org.dohyo.support.Hashes;
import org.dohyo.support.PostgresResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;

/** The command as a witness of an arena in a process of its own: a log that goes on is signed, one set back isn't. */
@Beside
class WitnessCommandIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String NAME = "witness.example/w1";

    @TempDir
    private Path temporary;

    private final Map<String, String> database = PostgresResource.migrated();
    private ArenaProcess arena;
    private Process witness;
    private int votes;

    @AfterEach
    void close() {
        if (arena != null) {
            arena.close();
        }
        if (witness != null) {
            witness.destroyForcibly();
        }
    }

    private void startArena(String url, Map<String, String> more) throws IOException {
        Map<String, String> environment = new HashMap<>(Map.of("DOHYO_ADMIN_PASSWORD", PackagedArena.ADMIN_PASSWORD,
                "DOHYO_SECRET_KEY", Base64.getEncoder().encodeToString(new byte[32]), "QUARKUS_DATASOURCE_JDBC_URL",
                url, "QUARKUS_DATASOURCE_USERNAME", database.get("quarkus.datasource.username"),
                "QUARKUS_DATASOURCE_PASSWORD", database.get("quarkus.datasource.password")));
        environment.putAll(more);
        arena = ArenaProcess.start(Files.createTempDirectory(temporary, "data"), environment);
    }

    /** A copy of the database as it is now. */
    private String copied() throws SQLException {
        String url = database.get("quarkus.datasource.jdbc.url");
        String name = url.replaceFirst("[^?]*/", "").replaceFirst("\\?.*", "");
        try (Connection connection = DriverManager.getConnection(url.replace("/" + name, "/postgres"),
                database.get("quarkus.datasource.username"), database.get("quarkus.datasource.password"));
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + "_copy template " + name);
        }
        return url.replace("/" + name, "/" + name + "_copy");
    }

    private void startWitness(int port, Path key, List<VerifierKey> logs) throws IOException {
        List<String> command = new ArrayList<>(ArenaProcess.command());
        command.addAll(List.of("verify", "--witness", key.toString(), "--serve", Integer.toString(port)));
        logs.forEach(log -> command.addAll(List.of("--key", log.text())));
        Path output = temporary.resolve("witness.txt");
        witness = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        await().atMost(PATIENCE).until(() -> Files.readString(output).contains("serves add-checkpoint at"));
    }

    private RequestSpecification given() {
        return RestAssured.given().baseUri(arena.url()).port(arena.port()).header("Accept-Language", "en");
    }

    private RequestSpecification admin() {
        return given().auth().preemptive().basic("admin", PackagedArena.ADMIN_PASSWORD);
    }

    private List<VerifierKey> keys() {
        return given().get("/api/log/keys").jsonPath().getList("key", String.class).stream().map(VerifierKey::parse)
                .toList();
    }

    private SignedNote note() {
        return SignedNote.parse(given().get("/log/checkpoint").then().statusCode(200).extract().asString());
    }

    private void importVotes(int count) {
        for (int i = 0; i < count; i++) {
            admin().contentType("application/octet-stream").body("""
                    [{"question_id":"wc-%d","model_a":"w-a","model_b":"w-b","winner":"tie","tstamp":1700000000}]"""
                    .formatted(votes++).getBytes(StandardCharsets.UTF_8))
                    .post("/api/admin/votes/import?format=fastchat").then().statusCode(200);
        }
    }

    private static boolean signedBy(CosignerKey key, SignedNote note) {
        return note.signatures().stream().anyMatch(signature -> key.signedAt(note.text(), signature).isPresent());
    }

    @Test
    void arenaShowsTheWitnessesSignature_andSignsNothingOnceItWasSetBack() throws Exception {
        Path keyFile = temporary.resolve("w1.key");
        ArenaProcess.Ran printed = ArenaProcess.command(temporary, Map.of(), "verify", "--witness", keyFile.toString(),
                "--witness-name", NAME);
        assertThat(printed.code()).as(printed.errors()).isZero();
        CosignerKey key = CosignerKey.parse(printed.output().strip());

        // The witness has to know the log's key before it is asked.
        startArena(database.get("quarkus.datasource.jdbc.url"), Map.of());
        importVotes(1);
        await().atMost(PATIENCE).untilAsserted(() -> given().get("/log/checkpoint").then().statusCode(200));
        List<VerifierKey> logs = keys();
        String origin = logs.get(0).name();
        arena.stop();
        String older = copied();

        int port = ArenaProcess.freePort();
        startWitness(port, keyFile, logs);
        Map<String, String> asked = Map.of("DOHYO_LOG_WITNESSES", key.text() + " http://127.0.0.1:" + port + "/");
        startArena(database.get("quarkus.datasource.jdbc.url"), asked);
        importVotes(8);
        await().atMost(PATIENCE).until(() -> Checkpoint.parse(note().text()).size() >= 4 && signedBy(key, note()));
        given().get("/log").then().statusCode(200).body(containsString(NAME));
        SignedNote monitored = SignedNote.parse(RestAssured.given().baseUri("http://127.0.0.1:" + port).port(port)
                .get("/" + Hashes.sha256Hex(origin) + "/checkpoint").then().statusCode(200).extract().asString());
        assertThat(signedBy(key, monitored)).isTrue();
        assertThat(monitored.signers(logs)).hasSize(1);
        String signed = Files.readString(temporary.resolve("w1.key.signed"));
        arena.stop();

        startArena(older, asked);
        await().atMost(PATIENCE).untilAsserted(
                () -> given().get("/log").then().body(containsString("nothing new is signed")));
        admin().get("/desk").then().statusCode(200).body(containsString("The witness " + NAME));
        assertThat(signedBy(key, note())).isFalse();
        assertThat(temporary.resolve("w1.key.signed")).hasContent(signed);
    }
}
