package org.dohyo;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

import org.dohyo.support.PostgresResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;

/** Requests that no one can serve: each gets a problem document that names the field and the reason. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class BadInputIT {

    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
    private static final String ADMIN = "Basic "
            + Base64.getEncoder().encodeToString("admin:a password for the tests".getBytes());

    @TestHTTPResource("/")
    URI root;

    private RawHttp http;
    private String battle;
    private Map<String, String> voter;

    @BeforeEach
    void start() {
        http = new RawHttp(root.getHost(), root.getPort());
    }

    private void battle() {
        io.restassured.response.Response started = given().contentType(ContentType.JSON)
                .body(Map.of("prompt", "Count to three")).post("/api/battles");
        battle = started.path("id");
        voter = new HashMap<>(JSON);
        voter.put("Cookie", "dohyo_voter=" + started.cookie("dohyo_voter"));
    }

    private static void refused(RawHttp.Answer answer, int status, String field) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.isProblem()).as(answer.headers() + answer.body()).isTrue();
        assertThat(answer.body()).doesNotContain("org.dohyo", "java.", "HTTP 4", "com.fasterxml");
        JsonPath problem = JsonPath.from(answer.body());
        assertThat(problem.getInt("status")).isEqualTo(status);
        assertThat(problem.getString("code")).isNotBlank();
        assertThat(problem.getString("detail")).isNotBlank();
        if (field != null) {
            assertThat(problem.getList("violations.field")).as(answer.body()).containsExactly(field);
            assertThat(problem.getString("violations[0].message")).isNotBlank();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /api/session | {"name":"a","password":"b","name":"a","password":"b"} | name
            /api/setup | {"token":"a","password":"b","token":"a"} | token
            /api/battles | {"prompt":"a","prompt":"b"} | prompt
            /api/me/terms | {"version":1,"version":1} | version
            /api/battles | [] | body
            /api/battles | "x" | body
            /api/battles | 1 | body
            /api/battles | { | body
            /api/battles | {} x | body
            /api/battles | {"prompt":"x"} {} | body
            /api/battles | {"prompt":["x"]} | prompt
            /api/battles | {"prompt":{}} | prompt
            /api/battles | {"prompt":5} | prompt
            /api/battles | {"prompt":true} | prompt
            /api/battles | {"prompt":null} | prompt
            /api/battles | {} | prompt
            /api/battles | null | body
            /api/battles | {"prompt":"x","other":1} | other
            /api/battles | {"prompt":"x","modelA":"a\\u0000","modelB":"b"} | modelA
            /api/battles | {"prompt":"x\\u0000"} | prompt
            /api/session | {"name":"a\\u0000","password":"b"} | name
            /api/me/terms | {"version":"1"} | version
            /api/me/terms | {"version":1.5} | version
            /api/me/terms | {"version":99999999999999999999} | version
            """)
    void body_thatIsWrong_isRefusedByField(String path, String body, String field) throws IOException {
        refused(http.send("POST", path, JSON, body), 400, field);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            POST | vote | {"outcome":0} | outcome
            POST | vote | {"outcome":"0"} | outcome
            POST | vote | {"outcome":""} | outcome
            POST | vote | {"outcome":"x"} | outcome
            POST | vote | {"outcome":["A"]} | outcome
            POST | vote | {"outcome":"A","outcome":"A"} | outcome
            POST | vote | {"outcome":"A","reasonsA":"x"} | reasonsA
            POST | vote | {"outcome":"A","reasonsA":["x"]} | reasonsA[0]
            POST | vote | {"outcome":"A","reasonsA":[0]} | reasonsA[0]
            PATCH | vote | {"reasonsA":[null]} | reasonsA[0]
            POST | retry | {"side":"x"} | side
            POST | retry | {"side":0} | side
            POST | flag | {"side":"A","reason":"x","side":"A"} | side
            POST | turns | {"prompt":"x","prompt":"x"} | prompt
            """)
    void bodyOfABattle_thatIsWrong_isRefusedByField(String method, String path, String body, String field)
            throws IOException {
        battle();
        refused(http.send(method, "/api/battles/" + battle + "/" + path, voter, body), 400, field);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /models/a%00 | path
            /models/a%00/vs | path
            /models/demo-ozeki/vs/%00 | path
            /models/demo-ozeki/vs?with=a%00b | with
            /s/%00 | path
            /leaderboard?% | query
            /leaderboard?category=%zz | category
            /leaderboard?category=%c3%28 | category
            /models/%zz | path
            /embed/%zz | path
            /api/log/entries?from=x | from
            /api/log/entries?limit=99999999999 | limit
            /log/tile/64/000 | place
            /log/tile/a/000 | level
            /log/tile/entries/1 | place
            /benchmarks/mt-bench/results?from=x | from
            """)
    void address_thatIsWrong_isRefused(String address, String field) throws IOException {
        refused(http.send("GET", address, Map.of(), null), 400, field);
    }

    @Test
    void nulInAnAdminsAddress_isRefused() throws IOException {
        Map<String, String> admin = Map.of("Authorization", ADMIN);
        refused(http.send("DELETE", "/api/admin/categories/%00", admin, null), 400, "path");
        refused(http.send("GET", "/api/admin/audit?limit=x", admin, null), 400, "limit");
    }

    @Test
    void bodyThatBreaksARule_isRefusedByField() throws IOException {
        Map<String, String> admin = Map.of("Authorization", ADMIN, "Content-Type", "application/json");
        refused(http.send("POST", "/api/admin/benchmarks/results", admin,
                "{\"benchmark\":\" \",\"model\":\"m\",\"scenario\":\"s\",\"metric\":\"acc\",\"value\":1}"), 400,
                "benchmark");
        refused(http.send("POST", "/api/admin/benchmarks/results", admin, "null"), 400, "body");
    }

    @ParameterizedTest
    @ValueSource(
            strings = { "/", "/leaderboard", "/nothing", "/api/leaderboard", "/terms", "/desk/sign-in", "/q/health" })
    void oddHeaders_areNoFailure(String path) throws IOException {
        for (String accept : new String[] { "bogus", "a".repeat(4_000), "text/html;q=x", "/", "text/html;charset",
                ",", "a/b;x=\"y,z\", */*" }) {
            refused(http.send("GET", path, Map.of("Accept", accept), null), 400, "Accept");
        }
        for (String language : new String[] { "*;q=2", "ja;q=", "ja-", "\u65e5\u672c", "en;q=0.1234" }) {
            refused(http.send("GET", path, Map.of("Accept", "text/html", "Accept-Language", language), null), 400,
                    "Accept-Language");
        }
        for (String accept : new String[] { "", "*/*", "text/html, */*;q=0.1",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "a/b;x=\"y;z\", */*",
                "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2" }) {
            assertThat(http.send("GET", path, Map.of("Accept", accept, "Accept-Language",
                    "ja, en-US;q=0.7, zh-Hant-TW;q=0.001,*;q=0"), null).status()).as(accept)
                    .isIn(200, path.equals("/nothing") ? 404 : 200);
        }
    }

    @Test
    void bodyOfAnotherCharset_isRefused() throws IOException {
        for (String type : new String[] { "application/json;charset=bogus", "application/json; charset=utf-16",
                "application/json;=" }) {
            refused(http.send("POST", "/api/battles", Map.of("Content-Type", type), "{}"), 400, "Content-Type");
        }
        refused(http.send("POST", "/api/battles", Map.of("Content-Type", "application/json; charset=UTF-8"), "{}"),
                400, "prompt");
    }

    @Test
    void longAddress_isRefused() throws IOException {
        for (int length : new int[] { 8_100, 20_000, 500_000 }) {
            refused(http.send("GET", "/leaderboard?name=" + "x".repeat(length), Map.of(), null), 414, null);
            refused(http.send("GET", "/" + "x".repeat(length), Map.of(), null), 414, null);
        }
    }

    @Test
    void callThatNothingServes_isAProblem() throws IOException {
        refused(http.send("GET", "/api/nothing", Map.of(), null), 404, null);
        refused(http.send("DELETE", "/api/leaderboard", Map.of(), null), 405, null);
        refused(http.send("GET", "/api/battles/no-uuid", Map.of(), null), 404, null);
        refused(http.send("GET", "/leaderboard/charts/nothing.svg", Map.of(), null), 404, null);
        refused(http.send("POST", "/api/battles", Map.of("Content-Type", "text/plain"), "x"), 415, null);
        refused(http.send("GET", "/api/leaderboard", Map.of("Accept", "image/png"), null), 406, null);
    }

    /** Browsers send some characters as they are that an address should have encoded. */
    @ParameterizedTest
    @ValueSource(
            strings = { "/models/a|b", "/models/{x}", "/leaderboard?name=a|b^`{}\"<>", "/models/[a]", "/models/a\\b",
                    "/models/\u65e5\u672c", "/leaderboard?name=\u65e5\u672c", "//x", "/./../api/me", "/models/;a=b",
                    "/?", "/%2e%2e/",
                    "/models/a%2fb", "/embed/../leaderboard", "*", "http://[x/", "/api/battles/%f0%9f%8d%a3" })
    void oddAddress_isNoFailure(String address) throws IOException {
        for (String accept : new String[] { "text/html", "application/json" }) {
            RawHttp.Answer answer = http.send("GET", address, Map.of("Accept", accept), null);
            assertThat(answer.status()).as(address + answer.body()).isLessThan(500);
        }
    }
}
