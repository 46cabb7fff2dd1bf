package org.dohyo.dataset.exports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.dohyo.ArenaProcess;
import org.dohyo.Beside;
import org.dohyo.Browsers;
import org.dohyo.Chromium;
import org.dohyo.Duel;
import org.dohyo.Http1;
import org.dohyo.Looks;
import org.dohyo.PackagedArena;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

/** Votes leave the arena: cast here with texts, withdrawn, excluded, erased, and imported ones. */
@Beside
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VoteExportIT {

    private static final String PATH = "/api/admin/votes/export";
    private static final String PASSWORD = "a password of a reader";
    /** More than are read at once. */
    private static final int IMPORTED = 2_500;
    private static final int COUNTED = 2_250;
    private static final int JUDGED = 20;
    private static final int INFERRED = 10;

    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    static final PackagedArena ARENA = new PackagedArena();

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @TempDir
    Path directory;

    /** Seven votes cast here and many imported ones. */
    @BeforeAll
    void cast() {
        String file = IntStream.range(0, IMPORTED).mapToObj(i -> """
                {"question_id":"q%d","model_a":"north","model_b":"south","winner":"%s","judge":"j%d","turn":1,
                 "language":"%s","anony":%s,"tstamp":%d}"""
                .formatted(i, i % 5 == 0 ? "tie" : "model_a", i % 100, i % 2 == 0 ? "Welsh" : "unknown", i % 10 != 3,
                        86_400L * i))
                .collect(Collectors.joining(",", "[", "]"));
        ARENA.admin().contentType("application/octet-stream").body(file.getBytes(StandardCharsets.UTF_8))
                .post("/api/admin/votes/import?format=fastchat").then().statusCode(200);
        importNotPeoples("judge", JUDGED);
        importNotPeoples("inferred", INFERRED);
        // A vote that is cast before would be logged among the imported ones.
        boardCounts(COUNTED);
        try (Duel duel = ARENA.duel("Sewing Kit", "Pitchfork")) {
            duel.first.otherwise(Duel.answer("Over there."));
            duel.second.otherwise(Duel.answer("Right here."));
            vote(duel, "Where is it?", "A");
            vote(duel, "針はどこですか", "B");
            vote(duel, "A tie?", "TIE");
            vote(duel, "Both bad?", "BOTH_BAD");
            Duel.Fight withdrawn = vote(duel, "Never mind", "A");
            withdrawn.call().delete(withdrawn.path("/vote")).then().statusCode(204);
            vote(duel, "Spam", "B");
            exclude("Spam");
            Duel.Fight erased = vote(duel, "My address is secret", "A");
            erased.call().delete("/api/me/battles/" + erased.id()).then().statusCode(204);
        }
        ARENA.admin().body(Map.of("name", "reader", "role", "reader", "password", PASSWORD)).post("/api/admin/users")
                .then().statusCode(201);
        boardCounts(COUNTED + 5);
    }

    private static void importNotPeoples(String source, int votes) {
        String file = IntStream.range(0, votes).mapToObj(i -> """
                {"question_id":"%s%d","model_a":"north","model_b":"south","winner":"model_b","turn":1,"anony":true,
                 "language":"Welsh","tstamp":%d}""".formatted(source, i, 86_400L * i))
                .collect(Collectors.joining(",", "[", "]"));
        ARENA.admin().contentType("application/octet-stream").body(file.getBytes(StandardCharsets.UTF_8))
                .post("/api/admin/votes/import?format=fastchat&source=" + source).then().statusCode(200)
                .body("imported", equalTo(votes));
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> ARENA.admin().get("/api/admin/votes/imports").then()
                .body("waiting", equalTo(0)));
    }

    private static void boardCounts(int votes) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(
                () -> assertThat(ARENA.json("/api/leaderboard").path("votes").intValue()).isEqualTo(votes));
    }

    private static Duel.Fight vote(Duel duel, String prompt, String outcome) {
        Duel.Fight fight = duel.open(prompt);
        fight.awaitState("READY");
        fight.call().body(Map.of("outcome", outcome, "reasonsA", List.of("useful"))).post(fight.path("/vote")).then()
                .statusCode(201);
        return fight;
    }

    private static void exclude(String prompt) {
        String id = ARENA.admin().get("/api/admin/votes?q=" + prompt).path("votes[0].id");
        ARENA.admin().body(Map.of("reason", "spam")).post("/api/admin/votes/" + id + "/exclude").then()
                .statusCode(204);
    }

    private static Archive export(String query) {
        Response response = ARENA.admin().get(PATH + "?" + query);
        response.then().statusCode(200).contentType("application/zip");
        return Archive.of(response.asByteArray());
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError(line, e);
        }
    }

    @Test
    void fastChat_hasTheVotesOfTheRatings_inTheOrderOfTheLog_andNamedOnes() {
        Archive archive = export("format=fastchat");
        JsonPath report = archive.report();
        assertThat(report.getLong("votes")).isEqualTo(IMPORTED + 7 + JUDGED + INFERRED);
        assertThat(report.getLong("records")).isEqualTo(IMPORTED + 5).isEqualTo(archive.lines().size());
        assertThat(report.getMap("leftOut"))
                .isEqualTo(Map.of("withdrawn", 1, "excluded", 1, "judge", JUDGED, "inferred", INFERRED));
        assertThat(report.getLong("logSize")).isGreaterThanOrEqualTo(IMPORTED + 9);
        // JsonPath would compile a program for each of the lines.
        List<JsonNode> lines = archive.lines().stream().map(VoteExportIT::json).toList();
        assertThat(lines.subList(0, IMPORTED)).extracting(line -> line.path("question_id").textValue())
                .isEqualTo(IntStream.range(0, IMPORTED).mapToObj(i -> "q" + i).toList());
        assertThat(lines.get(3).path("anony")).isEqualTo(BooleanNode.FALSE);
        assertThat(lines.get(IMPORTED).path("judge").textValue()).matches("arena_user_[0-9a-f]{64}");
        assertThat(archive.lines()).noneMatch(line -> line.contains("conversation_a") || line.contains("reasons_a"));
    }

    @Test
    void textsAndReasons_whereAskedFor_andNeverErasedOnes() {
        Archive archive = export("format=fastchat&texts=true&reasons=true&from=2020-01-01");
        assertThat(archive.lines()).hasSize(5).anyMatch(line -> line.contains("針はどこですか"))
                .noneMatch(line -> line.contains("secret"))
                .allMatch(line -> line.contains("\"reasons_a\":[\"useful\"]"));
        assertThat(archive.report().getLong("withoutTexts")).isEqualTo(1);
        Archive preferences = export("format=trl-preference");
        assertThat(preferences.lines()).hasSize(2).anyMatch(line -> line.contains("Right here."));
        assertThat(preferences.report().getMap("leftOut")).containsEntry("tie", 1 + IMPORTED / 5)
                .containsEntry("both-bad", 1).containsEntry("withdrawn", 1).containsEntry("excluded", 1)
                .containsKeys("no-texts", "not-blind");
        assertThat(export("format=kto").lines()).hasSize(6);
    }

    @Test
    void parquet_comesBackAsTheSameVotes_orNotAtAll() {
        Archive archive = export("format=fastchat&file=parquet&to=2020-01-01");
        assertThat(archive.files()).containsOnlyKeys("votes.parquet", "report.json");
        assertThat(archive.report().getLong("records")).isEqualTo(IMPORTED);
        byte[] file = archive.votes();
        imported(file).statusCode(200).body("read", equalTo(IMPORTED)).body("imported", equalTo(0)).body("duplicates",
                equalTo(IMPORTED));
        imported(Arrays.copyOf(file, file.length / 2)).statusCode(422).body("errors[0].reason",
                containsString("damaged or cut off"));
        imported(export("format=kto&file=parquet").votes()).statusCode(422).body("errors[0].reason",
                containsString("prompt, completion, label"));
        assertThat(new String(export("format=csv&file=parquet").votes(), StandardCharsets.ISO_8859_1))
                .startsWith("PAR1").endsWith("PAR1");
    }

    private static ValidatableResponse imported(byte[] file) {
        return ARENA.admin().contentType("application/octet-stream").body(file).post("/api/admin/votes/import").then();
    }

    @Test
    void filters() {
        assertThat(export("format=csv").lines()).hasSize(1 + IMPORTED + 7);
        assertThat(export("format=csv&counted=true").lines()).hasSize(1 + COUNTED + 5);
        assertThat(export("format=csv&language=cy").lines()).hasSize(1 + IMPORTED / 2);
        assertThat(export("format=csv&category=japanese").lines()).hasSize(1 + 1);
        assertThat(export("format=csv&from=1970-01-02&to=1970-01-11").lines()).hasSize(1 + 10);
        assertThat(export("format=csv&to=1970-01-02T00:00:00Z").lines()).hasSize(1 + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "argilla", "csv", "fastchat", "hh-rlhf", "kto", "lmarena-140k", "rewardbench",
            "trl-preference", "trl-preference-implicit" })
    void votesOfPrograms_areExportedByTheirCategory(String format) {
        Map<String, Integer> sources = Map.of("judge", JUDGED, "inferred", INFERRED);
        sources.forEach((source, votes) -> {
            JsonPath report = export("format=" + format + "&category=" + source).report();
            int withoutTexts = report.getInt("records") == 0 ? report.getInt("leftOut.no-texts")
                    : report.getInt("records");
            assertThat(List.of(report.getInt("votes"), withoutTexts)).containsExactly(votes, votes);
        });
        assertThat(export("format=csv&to=1970-01-03").report().getMap("leftOut"))
                .isEqualTo(Map.of("judge", 3, "inferred", 3));
        assertThat(export("format=csv&language=cy").report().getMap("leftOut")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "format=word, format", "format=, format", "format=kto&file=csv, file", "format=kto&file=orc, file",
            "format=csv&file=jsonl, file",
            "format=csv&category=nothing, category", "format=csv&language=Klingon, language",
            "format=csv&from=yesterday, from", "format=csv&from=2027-01-02&to=2027-01-01, to",
            "format=csv&counted=maybe, counted", "format=csv&texts=1, texts" })
    void wrongParameter_isNamed(String query, String field) {
        ARENA.admin().get(PATH + "?" + query).then().statusCode(400).contentType("application/problem+json")
                .body("violations[0].field", equalTo(field));
    }

    @Test
    void reader_mayHaveVotesWithoutTexts() {
        for (String refused : List.of("format=csv&texts=true", "format=hh-rlhf")) {
            ARENA.given().auth().preemptive().basic("reader", PASSWORD).get(PATH + "?" + refused).then()
                    .statusCode(403).body("code", equalTo("not-allowed"));
        }
        ARENA.given().auth().preemptive().basic("reader", PASSWORD).get(PATH + "?format=csv").then().statusCode(200);
        ARENA.admin().get("/api/admin/audit").then().body("entries.findAll { it.action == 'export' }.who",
                hasItem("reader"));
    }

    /** The first stretch of the log fills the buffers, and the second can't be read. */
    @Test
    void failureInTheMiddle_cutsTheResponseOff() throws Exception {
        inDatabase("""
                update vote set comment = (select string_agg(md5(i::text), '') from generate_series(1, 20000) i)
                where battle_id = (select id from battle where import_key = 'fastchat:q5')""");
        inDatabase("update vote set reasons_a = array[null]::text[] "
                + "where battle_id = (select id from battle where import_key = 'fastchat:q2300')");
        HttpRequest request = HttpRequest.newBuilder(ARENA.uri().resolve(PATH + "?format=csv&reasons=true"))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(
                        ("admin:" + PackagedArena.ADMIN_PASSWORD).getBytes(StandardCharsets.UTF_8)))
                .timeout(Duration.ofSeconds(60)).build();
        HttpClient client = Http1.client();
        HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThatIOException().isThrownBy(() -> response.body().readAllBytes());
        inDatabase("update vote set reasons_a = '{}' "
                + "where battle_id = (select id from battle where import_key = 'fastchat:q2300')");
        assertThat(export("format=csv&reasons=true").lines()).hasSize(1 + IMPORTED + 7);
    }

    private static void inDatabase(String sql) throws SQLException {
        try (Connection connection = ARENA.database(); Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }

    @Test
    void command_writesTheVotesAndTheReport() throws Exception {
        Path file = directory.resolve("votes.jsonl");
        Map<String, String> environment = Map.of("DOHYO_URL", ARENA.uri().toString(), "DOHYO_PASSWORD",
                PackagedArena.ADMIN_PASSWORD);
        ArenaProcess.Ran ran = ArenaProcess.command(directory, environment, "export", "--format", "rewardbench", "-o",
                file.toString(), "--language", "ja");
        assertThat(ran.code()).as(ran.errors()).isZero();
        assertThat(Files.readString(file)).contains("\"subset\":\"japanese\"").hasLineCount(1);
        assertThat(new JsonPath(directory.resolve("votes.jsonl.report.json").toFile()).getInt("records")).isEqualTo(1);
        try (var files = Files.list(directory)) {
            assertThat(files.filter(path -> path.toString().endsWith(".part"))).isEmpty();
        }
        ArenaProcess.Ran refused = ArenaProcess.command(directory, environment, "export", "--format", "word", "-o",
                file.toString());
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.errors()).contains("format must be one of: argilla, csv, fastchat");
        Path nowhere = directory.resolve("missing").resolve("x.jsonl");
        ArenaProcess.Ran unwritable = ArenaProcess.command(directory, environment, "export", "--format", "csv", "-o",
                nowhere.toString());
        assertThat(unwritable.code()).isEqualTo(1);
        assertThat(unwritable.errors().strip())
                .isEqualTo("The file " + nowhere + " can't be written: its directory doesn't exist.");
    }

    @Test
    void command_importsVotes_andAMistypedOneStartsNoArena() throws Exception {
        Map<String, String> environment = Map.of("DOHYO_URL", ARENA.uri().toString(), "DOHYO_PASSWORD",
                PackagedArena.ADMIN_PASSWORD);
        Path file = Files.writeString(directory.resolve("known.jsonl"), """
                {"question_id":"q1","model_a":"north","model_b":"south","winner":"model_a","judge":"j1","turn":1,\
                "language":"unknown","anony":true,"tstamp":86400}
                {"question_id":"q1"}
                """);
        ArenaProcess.Ran ran = ArenaProcess.command(directory, environment, "import", file.toString(), "--format",
                "fastchat", "--skip-invalid");
        assertThat(ran.code()).as(ran.errors()).isZero();
        assertThat(ran.output()).startsWith("read: 2, imported: 0, duplicates: 1, skipped: 1\nrecord 2 ");
        ArenaProcess.Ran refused = ArenaProcess.command(directory, environment, "import", file.toString(), "--format",
                "fastchat");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.errors()).startsWith("Nothing was stored: 1 record can't be imported\nrecord 2 ");
        Path data = directory.resolve("data");
        ArenaProcess.Ran mistyped = ArenaProcess.command(data, environment, "imprt", file.toString());
        assertThat(mistyped.code()).isEqualTo(2);
        assertThat(mistyped.errors()).contains("Usage: dohyo");
        assertThat(data).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({ "en, 1280", "ja, 390" })
    void desk_offersTheFile(String language, int width) {
        Page page = Browsers.desk(CHROMIUM.browser(), ARENA.uri().toString(), language, width, "/desk/data");
        Looks.check(page);
        page.locator("#export-format").selectOption("hh-rlhf");
        page.locator("#export-language").fill("ja");
        Download download = page.waitForDownload(() -> page.locator("#votes-export button").click());
        assertThat(download.suggestedFilename()).isEqualTo("dohyo-votes-hh-rlhf.zip");
        page.context().close();
    }
}
