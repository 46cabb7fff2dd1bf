package org.dohyo.dataset;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Enumeration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.dohyo.Http1;
import org.dohyo.support.PostgresResource;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestSecurity(user = "admin", roles = { "admin", "reader" })
class VoteImportIT {

    private static final String PATH = "/api/admin/votes/import?format=fastchat";

    private static final String COUNTED = "select category, sum(first_wins + second_wins + ties + both_bad) as votes "
            + "from pair_count group by category";

    private static final String OF_FILES = """
            where v.battle_id in (select id from battle where import_key like 'arena-hard:%' or import_key like 'open-webui:%')""";

    @Inject
    DataSource database;

    @TestHTTPResource("/api/admin/votes/import")
    URI target;

    private static ValidatableResponse post(Object body) {
        var request = given().contentType("application/json");
        return (body instanceof byte[] bytes ? request.body(bytes) : request.body((String) body)).post(PATH).then();
    }

    private String one(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static String record(String id, String more) {
        return """
                {"question_id":"%s","model_a":"Größe 7B","model_b":"名前","winner":"both_bad","judge":"it_judge",
                 "turn":2,"language":"Japanese","tstamp":1700000000.5 %s}""".formatted(id, more);
    }

    @Test
    void sameFileTwice_storedOnceInFileOrder() throws IOException, SQLException {
        byte[] file;
        try (InputStream in = new GZIPInputStream(getClass().getResourceAsStream("/oracle/battles.json.gz"))) {
            file = in.readAllBytes();
        }
        // Larger than the limit of every other call.
        assertThat(file.length).isGreaterThan(2 << 20);
        post(file).statusCode(200).body("read", equalTo(6000)).body("imported", equalTo(6000))
                .body("duplicates", equalTo(0));
        post(file).statusCode(200).body("imported", equalTo(0)).body("duplicates", equalTo(6000));
        assertThat(one("""
                select count(*) from vote join battle on battle.id = battle_id
                where import_key like 'fastchat:0007%' and categories[1] = 'overall' and style_a ? 'tokens'"""))
                .isEqualTo("6000");
        assertThat(one("select count(*) from model where slug like 'model-0%' and protocol is null")).isEqualTo("24");
    }

    @Test
    void record_isKeptWhole() throws SQLException {
        post("[" + record("it-1", ",\"anony\":false") + "," + record("it-1", "") + "]").statusCode(200)
                .body("imported", equalTo(1)).body("duplicates", equalTo(1));
        assertThat(
                one("""
                        select concat_ws('|', a.slug, a.name, b.slug ~ '^model-[0-9a-f]{16}$', outcome, turn, blind, counted,
                          not_counted_reason, categories, extract(epoch from cast_at), v.tag = sha256(tag_salt
                          || convert_to(v.import_key, 'UTF8')), v.import_key)
                        from vote join battle on battle.id = battle_id join model a on a.id = model_a join model b on b.id = model_b
                        join voter v on v.id = vote.voter_id where battle.import_key = 'fastchat:it-1'"""))
                .isEqualTo("große-7b|Größe 7B|t|BOTH_BAD|2|f|f|not-blind|{overall,japanese}|1700000000.500000|t"
                        .replace("große", "gro-e") + "|fastchat:it_judge");
    }

    /** Before the first import the statistics say that no battle is imported, and they stay so while it is stored. */
    @Test
    void identity_isLookedUpByItself_whateverTheStatisticsSay() throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("analyze battle");
            statement.execute("""
                    update pg_statistic set stanullfrac = 1 where starelid = 'battle'::regclass and staattnum = (
                    select attnum from pg_attribute where attrelid = 'battle'::regclass and attname = 'import_key')""");
            for (String setting : ImportSets.LOOK_UPS) {
                statement.execute(setting);
            }
            try (ResultSet line = statement.executeQuery("explain " + ImportSets.NEW
                    .replace(":id", "gen_random_uuid()").replace(":after", "0").replace(":to", "20000"))) {
                while (line.next()) {
                    plan.append(line.getString(1)).append('\n');
                }
            }
            connection.rollback();
        }
        assertThat(plan.toString()).containsPattern("Index Cond: .*import_key = staged\\.identity");
    }

    @Test
    void recordsWithoutId_equalOnesAreToldApartByTheirNumber() {
        String record = "{\"model_a\":\"x\",\"model_b\":\"y\",\"winner\":\"tie\",\"judge\":\"j\",\"tstamp\":1}";
        post("[" + record + "," + record + "]").statusCode(200).body("imported", equalTo(2));
        post("[" + record + "," + record + "," + record + "]").statusCode(200).body("imported", equalTo(1))
                .body("duplicates", equalTo(2));
    }

    @Test
    void wrongRecords_allNamedAndNothingStored() throws SQLException {
        post("""
                [%s,
                 {"model_a":"x","model_b":"y","winner":"nobody","tstamp":1},
                 {"model_a":" ","model_b":"y","winner":"tie","tstamp":1},
                 {"model_a":"x","model_b":"X","winner":"tie","tstamp":1},
                 {"model_a":"x","model_b":"y","winner":"tie","tstamp":"yesterday"}, 7]""".formatted(record("it-2", "")))
                .statusCode(422).contentType("application/problem+json").body("code", equalTo("invalid-import"))
                .body("errors.record", equalTo(List.of(2, 3, 4, 5, 6)))
                .body("errors[0].reason", equalTo("unknown winner: nobody"));
        assertThat(one("select count(*) from battle where import_key = 'fastchat:it-2'")).isEqualTo("0");
    }

    @Test
    void whatIsWrong_isSaidInTheCallersLanguage() {
        postInJapanese(
                "[%s, {\"model_a\":\"x\",\"model_b\":\"y\",\"winner\":\"nobody\"}]".formatted(record("it-4", "")))
                .body("detail", equalTo("何も保存していません。取り込めない記録が 1 件あります。"))
                .body("errors[0].field", equalTo("winner"))
                .body("errors[0].reason", equalTo("winner の値が不明です：nobody"));
        postInJapanese("[{\"winner\":1,\"winner\":2}]")
                .body("errors[0].reason", equalTo("フィールド winner が2つあります"));
        postInJapanese("[{},").body("errors[1].reason", containsString("ファイル：JSON または CSV として読めません"));
        postInJapanese("model_a,model_b\n\0,x\n").body("errors[0].reason", equalTo("ファイル：UTF-8 ではありません："
                + "UTF-16 か、テキスト以外のデータのようです。UTF-8 で保存し直してから送信してください"));
    }

    private static ValidatableResponse postInJapanese(String body) {
        return given().header("Accept-Language", "ja").contentType("application/octet-stream")
                .body(body.getBytes(UTF_8))
                .post(PATH).then().statusCode(422);
    }

    @Test
    void notAnArrayOrCutOff_refused() {
        post("{}").statusCode(422).body("errors[0].record", equalTo(0));
        post("[" + record("it-3", "")).statusCode(422);
        post("[" + record("it-3", "") + ", {").statusCode(422);
    }

    private static ValidatableResponse postAs(String parameters, String file) throws IOException {
        try (InputStream body = VoteImportIT.class.getResourceAsStream("/imports/votes/" + file)) {
            return given().contentType("application/octet-stream").body(body.readAllBytes()).post(PATH + parameters)
                    .then();
        }
    }

    @Test
    void skipInvalid_leavesBadRecordsOut_andReportsThem() throws IOException {
        postAs("", "62-vote-self.json").statusCode(422).body("errors.record", equalTo(List.of(2)));
        postAs("&skipInvalid=maybe", "62-vote-self.json").statusCode(400)
                .body("violations[0].field", equalTo("skipInvalid"));
        postAs("&skipInvalid=true", "62-vote-self.json").statusCode(200).body("read", equalTo(3))
                .body("imported", equalTo(2)).body("duplicates", equalTo(0)).body("skipped", equalTo(1))
                .body("errors.record", equalTo(List.of(2)))
                .body("errors[0].reason", equalTo("a model against itself: v-alpha"));
        postAs("&skipInvalid=true", "81-vote-meta-huge.json").statusCode(200).body("imported", equalTo(0))
                .body("skipped", equalTo(1));
        postAs("", "80-vote-meta-negative.json").statusCode(422).body("errors.record", equalTo(List.of(1)));
    }

    @Test
    void oneIdWithTwoWinners_isReported_inOneFileAndInTwo() throws IOException {
        postAs("", "67-vote-qid-dup-conflict.json").statusCode(200).body("imported", equalTo(1))
                .body("duplicates", equalTo(1)).body("conflicts.record", equalTo(List.of(2)))
                .body("conflicts[0].reason", equalTo("has the same id as record 1 and is another vote: not stored"));
        postAs("", "67-vote-qid-dup-conflict.json").statusCode(200).body("imported", equalTo(0))
                .body("duplicates", equalTo(2)).body("conflicts.record", equalTo(List.of(2)));
        postAs("", "68-vote-qid-int-vs-str.json").statusCode(200).body("conflicts.record", equalTo(List.of(2)));
        post("[" + record("it-9", "") + "," + record("it-9", "") + "]").statusCode(200)
                .body("conflicts.size()", equalTo(0));
    }

    @Test
    void oneIdWithOtherModels_isReported_andOtherSidesAreNot() {
        post(vote("it-10", "cf-a", "cf-b", "model_a")).statusCode(200).body("imported", equalTo(1));
        post(vote("it-10", "cf-c", "cf-d", "model_a")).statusCode(200).body("duplicates", equalTo(1))
                .body("conflicts[0].reason",
                        equalTo("has the same id as a vote that was imported before and is another vote: not stored"));
        post(vote("it-10", "cf-b", "cf-a", "model_b")).statusCode(200).body("conflicts.size()", equalTo(0));
        post(vote("it-10", "cf-b", "cf-a", "model_a")).statusCode(200).body("conflicts.record", equalTo(List.of(1)));
        post(vote("it-11", "cf-a", "cf-b", "tie") + vote("it-11", "cf-b", "cf-a", "tie")).statusCode(200)
                .body("imported", equalTo(1)).body("conflicts.size()", equalTo(0));
    }

    private static String vote(String id, String modelA, String modelB, String winner) {
        return "{\"question_id\":\"%s\",\"model_a\":\"%s\",\"model_b\":\"%s\",\"winner\":\"%s\",\"tstamp\":1}\n"
                .formatted(id, modelA, modelB, winner);
    }

    /** The file alone has 500 models, which an empty arena could compare. */
    @Test
    void moreModelsThanABoardCompares_areRefused() throws SQLException {
        String file = IntStream.range(0, 499).mapToObj(i -> vote("it-m" + i, "many-" + i, "many-" + (i + 1), "tie"))
                .collect(Collectors.joining());
        post(file).statusCode(422).body("errors[0].record", equalTo(0))
                .body("errors[0].reason", containsString("it compares 500 at most"));
        assertThat(one("select count(*) from model where slug like 'many-%'")).isEqualTo("0");
    }

    @Test
    void otherFilesThanAnArray_andOtherEncodings() throws IOException, SQLException {
        postAs("", "43-vote-jsonl.jsonl").statusCode(200).body("imported", equalTo(3));
        postAs("", "92-vote-55k.csv").statusCode(200).body("imported", equalTo(1));
        postAs("", "92-vote-55k.csv").statusCode(200).body("duplicates", equalTo(1));
        postAs("", "94-vote-openwebui.json").statusCode(200).body("imported", equalTo(1));
        postAs("", "79-vote-meta-int-bold.json").statusCode(200).body("imported", equalTo(1));
        postAs("", "49-vote-latin1.json").statusCode(422).body("errors[0].reason", containsString("is not UTF-8"));
        postAs("", "48-vote-utf16.json").statusCode(422).body("errors[0].reason", containsString("is not UTF-8"));
        assertThat(one("select style_a #>> '{bold,total}' from vote where style_a -> 'bold' ? 'total'"))
                .isEqualTo("3");
    }

    @Test
    void packedFile_isRecognised_andStoredOnce() throws IOException {
        byte[] lines = (record("it-gz", "").replace("\n", "") + "\n").getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(lines);
        }
        String path = "/api/admin/votes/import";
        given().body(packed.toByteArray()).post(path).then().statusCode(200).body("format", equalTo("fastchat"))
                .body("imported", equalTo(1));
        given().body(lines).post(path).then().statusCode(200).body("duplicates", equalTo(1));
        given().body(packed.toByteArray()).post(path + "?source=robot").then().statusCode(400)
                .body("violations[0].field", equalTo("source"));
    }

    @Test
    void judgesAndInferredVotes_haveBoardsOfTheirOwn() throws IOException, SQLException {
        // Nothing else is on its way to the boards.
        await("select (select count(*) from log_queue) + (select count(*) from import_queue)", "0");
        String before = counted("'overall'");
        int ofOthers = Integer.parseInt(counted("'judge', 'inferred'"));
        int judged = Integer.parseInt(counted("'judge'"));
        for (String file : List.of("arena-hard.jsonl", "open-webui.json")) {
            given().body(Files.readAllBytes(Path.of("src/test/resources/imports/formats", file)))
                    .post("/api/admin/votes/import").then().statusCode(200).body("imported", equalTo(3));
        }
        await("select sum(votes) from (" + COUNTED + ") c where category in ('judge', 'inferred')",
                String.valueOf(ofOthers + 6));
        assertThat(one("select string_agg(distinct e.categories::text, ' ') from vote_log e "
                + "join vote v on v.id = e.vote_id " + OF_FILES))
                .isEqualTo("{inferred} {judge}");
        assertThat(one("select string_agg(distinct source || v.categories::text, ' ') from vote v " + OF_FILES))
                .isEqualTo("INFERRED{inferred} JUDGE{judge}");
        assertThat(one("select string_agg(strength::text, ' ' order by strength) from vote v " + OF_FILES))
                .isEqualTo("0 0.5 1");
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> given()
                .get("/api/leaderboard?category=judge").then().statusCode(200).body("votes", equalTo(judged + 3)));
        assertThat(counted("'overall'")).isEqualTo(before);
    }

    private String counted(String categories) throws SQLException {
        return one("select coalesce(sum(votes), 0) from (" + COUNTED + ") c where category in (" + categories + ")");
    }

    private void await(String sql, String result) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> result.equals(one(sql)));
    }

    @Test
    void unknownVoters_eachStandsAlone_andIsCounted() throws SQLException {
        String record = """
                {"question_id":"it-alone-%d","model_a":"x","model_b":"y","winner":"tie","language":"Wolof","tstamp":1}""";
        post("[" + record.formatted(1) + "," + record.formatted(2) + "]").statusCode(200).body("imported", equalTo(2));
        assertThat(
                one("""
                        select count(distinct voter_tag) || ' ' || min(v.import_key) from vote join battle on battle.id = battle_id
                        join voter v on v.id = vote.voter_id where battle.import_key like 'fastchat:it-alone-%'"""))
                .isEqualTo("2 unknown:fastchat:it-alone-1");
        assertThat(one("select votes from unknown_voter_vote where category = 'wolof'")).isEqualTo("2");
    }

    @Test
    void importThatIsCancelled_storesNothing() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        byte[] line = (record("it-cancelled", "").replace("\n", "") + "\n").getBytes(StandardCharsets.UTF_8);
        InputStream endless = new SequenceInputStream(new Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return !over.get();
            }

            @Override
            public InputStream nextElement() {
                return new ByteArrayInputStream(line);
            }
        });
        HttpRequest request = HttpRequest.newBuilder(target)
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> endless)).build();
        var answer = Http1.client().sendAsync(request,
                HttpResponse.BodyHandlers.ofString());
        await("select count(*) from vote_import where state = 'READING' and read > 0", "1");
        String id = one("select id from vote_import where state = 'READING'");
        given().post("/api/admin/votes/imports/" + id + "/cancel").then().statusCode(200);
        await("select count(*) from vote_import where state = 'CANCELLED'", "1");
        over.set(true);
        // The server may close the connection while the client is still sending.
        assertThat(answer.thenApply(HttpResponse::statusCode).exceptionally(lost -> 409).get()).isEqualTo(409);
        assertThat(one("select count(*) from battle where import_key = 'fastchat:it-cancelled'")).isEqualTo("0");
        given().get("/api/admin/votes/imports").then()
                .body("imports.find { it.id == '" + id + "' }.state", equalTo("cancelled"));
        given().post("/api/admin/votes/imports/" + UUID.randomUUID() + "/cancel").then().statusCode(404)
                .body("code", equalTo("import-unknown"));
    }

    @Test
    void fileThatUnpacksToTooMuch_413_andNothingStored() throws IOException, SQLException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            String padding = ",\"padding\":\"" + "x".repeat(1 << 20) + "\"";
            byte[] line = (record("it-bomb", padding).replace("\n", "") + "\n").getBytes(StandardCharsets.UTF_8);
            for (long size = 0; size < 20L << 20; size += line.length) {
                gzip.write(line);
            }
        }
        given().body(packed.toByteArray()).post("/api/admin/votes/import").then().statusCode(413)
                .contentType("application/problem+json").body("code", equalTo("body-too-large"));
        assertThat(one("select count(*) from battle where import_key = 'fastchat:it-bomb'")).isEqualTo("0");
    }

    @Test
    void unknownFormat_namesTheParameter() {
        given().body("[]").post("/api/admin/votes/import?format=xml").then().statusCode(400)
                .body("violations[0].field", equalTo("format"));
    }

    @Test
    @TestSecurity(user = "reader", roles = "reader")
    void withoutTheRole_403() {
        post("[]").statusCode(403);
    }

    @Test
    void otherCalls_keepTheSmallLimit() {
        given().contentType("application/json").body(new byte[3 << 20]).post("/api/battles").then().statusCode(413)
                .body("code", equalTo("body-too-large"));
    }
}
