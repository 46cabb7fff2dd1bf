package org.dohyo.log;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.dohyo.cli.Commands;
import org.dohyo.log.tree.Tile;
import org.dohyo.support.PostgresResource;
import org.dohyo.verify.Witness;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

/**
 * Verifiers by others accept the log, and refuse a spoilt one: Go's {@code x/mod/sumdb} where Debian's packages
 * {@code golang-go} and {@code golang-golang-x-mod-dev} are installed, and {@code @sigstore/verify} after
 * {@code npm ci}.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class StrangersIT {

    private static final TiledLog LOG = new TiledLog(RestAssured::given);

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path GO_LIBRARIES = Path.of("/usr/share/gocode");
    private static final Path NODE_MODULES = Path.of("node_modules").toAbsolutePath();
    private static int imported;

    @TestHTTPResource("/log")
    URI log;

    @TempDir
    Path work;

    private record Ended(int code, String output) {
    }

    private Path older;
    private int edge;
    private final List<Path> receipts = new ArrayList<>();

    /**
     * The receipts are those of this class's votes: of the first and the last ones, and on either side of a tile's
     * edge.
     */
    @BeforeEach
    void growLog() throws IOException {
        int from = (int) LOG.checkpoint().size();
        importVotes(300);
        older = Files.writeString(work.resolve("older"), LOG.note().toString());
        importVotes(30);
        JsonNode entries = given().get("/api/log/entries?limit=1000&from=" + from).as(JsonNode.class).path("entries");
        List<Integer> votes = IntStream.range(from, from + entries.size()).filter(index -> "strange-a"
                .equals(entries.path(index - from).path("leaf").path("modelA").path("slug").textValue())).boxed()
                .toList();
        edge = votes.stream().filter(index -> index % Tile.WIDTH == 0 && votes.contains(index - 1)).findFirst()
                .orElseThrow();
        for (int index : List.of(votes.get(0), votes.get(1), edge - 1, edge, votes.get(votes.size() - 1))) {
            String receipt = given()
                    .get("/api/battles/" + entries.path(index - from).path("leaf").path("battle").textValue()
                            + "/receipt")
                    .then().statusCode(200).extract().asString();
            receipts.add(Files.writeString(work.resolve("receipt-" + index), receipt));
        }
    }

    private static void importVotes(int votes) {
        long size = LOG.checkpoint().size();
        String file = IntStream.range(imported, imported + votes).mapToObj(
                """
                        {"question_id":"strange-%d","model_a":"strange-a","model_b":"strange-b","winner":"tie","tstamp":1700000000}"""::formatted)
                .collect(Collectors.joining(",", "[", "]"));
        imported += votes;
        given().auth().preemptive().basic("admin", "a password for the tests").contentType("application/octet-stream")
                .body(file.getBytes(StandardCharsets.UTF_8)).post("/api/admin/votes/import?format=fastchat").then()
                .statusCode(200);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(LOG.checkpoint().size()).isGreaterThanOrEqualTo(size + votes));
    }

    private Path resource(String name) throws IOException {
        try (var file = StrangersIT.class.getResourceAsStream("/log/strangers/" + name)) {
            Path copy = work.resolve(name);
            Files.write(copy, file.readAllBytes());
            return copy;
        }
    }

    private Ended run(List<String> command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(work.resolve("output").toFile());
        builder.environment().put("GO111MODULE", "off");
        builder.environment().put("GOPATH", GO_LIBRARIES.toString());
        builder.environment().put("GOCACHE", work.resolve("go").toString());
        Process process = builder.start();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("still ran: " + command);
        }
        return new Ended(process.exitValue(), Files.readString(work.resolve("output")));
    }

    private static boolean has(String program) {
        return List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }

    private static List<String> with(List<String> command, List<Path> files) {
        List<String> whole = new ArrayList<>(command);
        files.forEach(file -> whole.add(file.toString()));
        return whole;
    }

    /** The receipts, of which one claims to be of the next entry. */
    private List<Path> spoilt() throws IOException {
        Path spoilt = Files.writeString(work.resolve("spoilt"),
                Files.readString(receipts.get(2)).replace("\nindex " + (edge - 1) + "\n",
                        "\nindex " + (edge - 2) + "\n"));
        return List.of(receipts.get(0), spoilt);
    }

    @Test
    void go_verifiesTheWholeLogAndReceipts() throws Exception {
        Path binary = built("verify");
        List<String> verify = List.of(binary.toString(), log.toString(), LOG.keys().get(0).text(),
                older.toString());
        Ended verified = run(with(verify, receipts));
        assertThat(verified.output()).matches("verified \\d+ entries and 5 receipts\n");
        assertThat(verified.code()).isZero();
        Ended refused = run(with(verify, spoilt()));
        assertThat(refused.output()).startsWith("fault: receipt:");
        assertThat(refused.code()).isEqualTo(1);
    }

    private Path built(String program) throws Exception {
        assumeThat(has("go")).as("go is installed").isTrue();
        assumeThat(GO_LIBRARIES.resolve("src/golang.org/x/mod/sumdb/tlog")).as("x/mod is installed").exists();
        Path binary = work.resolve(program);
        Ended built = run(List.of("go", "build", "-o", binary.toString(), resource(program + ".go").toString()));
        assertThat(built.code()).as(built.output()).isZero();
        return binary;
    }

    @Test
    void go_verifiesACheckpointThatAWitnessHasSigned() throws Exception {
        Path binary = built("cosigned");
        Path key = work.resolve("w1.key");
        Path cosigned = work.resolve("cosigned.txt");
        assertThat(Commands.run("verify", log.resolve("/").toString(), "--log-only", "--state",
                work.resolve("seen.json").toString(), "--witness", key.toString(), "--witness-name",
                "witness.example/w1", "--cosigned", cosigned.toString())).isZero();
        String witness;
        try (Witness opened = Witness.open(key, null, Clock.systemUTC())) {
            witness = opened.key().text();
        }
        List<String> verify = List.of(binary.toString(), cosigned.toString(), LOG.keys().get(0).text(), witness,
                key.toString());
        Ended verified = run(verify);
        assertThat(verified.output()).matches("verified two signatures of \\S+\n");
        assertThat(verified.code()).isZero();
        Files.writeString(cosigned, Files.readString(cosigned).replaceFirst("\n(\\d+)\n", "\n1$1\n"));
        assertThat(run(verify).output()).startsWith("fault: checkpoint:");
    }

    @Test
    void sigstore_verifiesReceipts() throws Exception {
        assumeThat(has("node")).as("node is installed").isTrue();
        assumeThat(NODE_MODULES.resolve("@sigstore/verify")).as("npm ci has been run").exists();
        List<String> verify = List.of("node", resource("verify.cjs").toString(), NODE_MODULES.toString(),
                LOG.keys().get(0).text());
        Ended verified = run(with(verify, receipts));
        assertThat(verified.output()).isEqualTo("verified 5 receipts\n");
        Ended refused = run(with(verify, spoilt()));
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.output()).contains("TLOG_INCLUSION_PROOF_ERROR");
    }
}
