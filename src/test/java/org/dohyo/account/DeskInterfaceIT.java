package org.dohyo.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.dohyo.support.PostgresResource;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class DeskInterfaceIT {

    private static final String PASSWORD = "a password for the tests";

    @Inject
    DataSource database;

    @Inject
    SetupLinks setup;

    @Inject
    Accounts accounts;

    @Inject
    SignInFailure.Repository failures;

    /** All tests call from one network, whose wrong passwords are counted together. */
    @AfterEach
    void forgetFailures() {
        QuarkusTransaction.requiringNew().run(failures::deleteAll);
    }

    private static RequestSpecification admin() {
        return given().auth().preemptive().basic("admin", PASSWORD).contentType(ContentType.JSON);
    }

    private static String model(String slug) {
        return """
                {"slug":"%s","name":"One","protocol":"openai","baseUrl":"http://127.0.0.1:9/v1","modelId":"m",
                 "apiKey":"sk-very-secret","enabled":false}""".formatted(slug);
    }

    @Test
    void signIn_opensASession_andSignOutEndsIt() {
        String cookie = given().contentType(ContentType.JSON)
                .body("{\"name\":\"admin\",\"password\":\"" + PASSWORD + "\"}").post("/api/session")
                .then().statusCode(204).header("Set-Cookie", Matchers.containsString("HttpOnly"))
                .extract().cookie("dohyo_session");
        given().cookie("dohyo_session", cookie).get("/api/admin/models").then().statusCode(200);
        given().cookie("dohyo_session", cookie).delete("/api/session").then().statusCode(204);
        given().cookie("dohyo_session", cookie).get("/api/admin/models").then().statusCode(401);
    }

    @Test
    void wrongPassword_isRefused_thenSlowedDown() {
        for (int i = 0; i < 5; i++) {
            given().contentType(ContentType.JSON).body("{\"name\":\"nobody\",\"password\":\"x\"}")
                    .post("/api/session").then().statusCode(401).body("code", equalTo("wrong-credentials"));
        }
        given().contentType(ContentType.JSON).body("{\"name\":\"nobody\",\"password\":\"x\"}")
                .post("/api/session").then().statusCode(429).header("Retry-After", not(nullValue()));
    }

    @Test
    void password_isChangedByItsOwner_whichEndsTheOtherSessions() {
        accounts.create("changing", PASSWORD, Role.READER);
        String other = signIn("changing", PASSWORD);
        String change = "{\"current\":\"%s\",\"password\":\"another long password\"}";
        as("changing").body(change.formatted("wrong")).put("/api/admin/password").then().statusCode(400)
                .body("violations.field", hasItem("current"));
        as("changing").body(change.formatted(PASSWORD).replace("another long password", "short"))
                .put("/api/admin/password").then().statusCode(400).body("violations.field", hasItem("password"));
        as("changing").body(change.formatted(PASSWORD).replace("}", ",\"repeated\":\"a typing mistake\"}"))
                .put("/api/admin/password").then().statusCode(400).body("violations.field", hasItem("repeated"));
        given().cookie("dohyo_session", other).get("/api/admin/models").then().statusCode(200);

        String fresh = as("changing").body(change.formatted(PASSWORD)).put("/api/admin/password").then()
                .statusCode(204).extract().cookie("dohyo_session");

        given().cookie("dohyo_session", other).get("/api/admin/models").then().statusCode(401);
        given().cookie("dohyo_session", fresh).get("/api/admin/models").then().statusCode(200);
        assertThat(accounts.verify("changing", "another long password")).isPresent();
    }

    @Test
    void setupLink_alsoResetsAForgottenPassword_once() {
        String token = setup.renew();
        String body = "{\"token\":\"" + token + "\",\"password\":\"" + PASSWORD + "\"}";
        given().contentType(ContentType.JSON).body(body.replace(token, "wrong")).post("/api/setup").then()
                .statusCode(403);
        given().contentType(ContentType.JSON).body(body).post("/api/setup").then().statusCode(204);
        given().contentType(ContentType.JSON).body(body).post("/api/setup").then().statusCode(403)
                .body("code", equalTo("setup-link-invalid"));
    }

    @Test
    void stranger_getsAProblemWithoutChallenge() {
        given().get("/api/admin/models").then().statusCode(401).contentType("application/problem+json")
                .header("WWW-Authenticate", nullValue()).body("code", equalTo("not-signed-in"));
        given().get("/api/admin;x=1/models").then().statusCode(401);
        given().auth().preemptive().basic("who", "x").get("/api/admin/models").then().statusCode(401);
        given().get("/q/metrics").then().statusCode(401);
        given().redirects().follow(false).get("/desk").then().statusCode(303);
    }

    @Test
    void eachRole_mayDoItsPart() {
        accounts.create("reader", PASSWORD, Role.READER);
        accounts.create("moderator", PASSWORD, Role.MODERATOR);
        as("reader").get("/api/admin/models").then().statusCode(200);
        as("reader").get("/desk/votes").then().statusCode(200);
        String vote = "/api/admin/votes/00000000-0000-0000-0000-000000000000/exclude";
        as("reader").body("{\"reason\":\"x\"}").post(vote).then().statusCode(403).body("code", equalTo("not-allowed"));
        as("reader").get(vote.replace("/exclude", "")).then().statusCode(403);
        as("moderator").get(vote.replace("/exclude", "")).then().statusCode(404);
        as("moderator").body("{\"reason\":\"x\"}").post(vote).then().statusCode(404);
        for (String name : new String[] { "reader", "moderator" }) {
            as(name).body(model("x")).post("/api/admin/models").then().statusCode(403)
                    .contentType("application/problem+json").body("code", equalTo("not-allowed"));
            as(name).get("/api/admin/users").then().statusCode(403);
            as(name).get("/api/admin/audit").then().statusCode(403);
            as(name).post("/api/admin/secrets/rotate").then().statusCode(403);
            as(name).post("/api/admin/discovery").then().statusCode(403);
            as(name).get("/desk/users").then().statusCode(403);
        }
    }

    /** Another replica has another object over the same database. */
    @Test
    void wrongPasswords_slowGuessingDown_acrossReplicas() throws Exception {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2030-01-01T00:00:00Z"));
        Clock clock = new MovedClock(now);
        SignInThrottle here = new SignInThrottle(failures, clock);
        SignInThrottle there = new SignInThrottle(failures, clock);
        for (int i = 0; i < 4; i++) {
            here.failed("guessed", "192.0.2.1");
        }
        assertThat(there.delay("guessed", "192.0.2.1")).isZero();
        there.failed("guessed", "192.0.2.1");
        assertThat(here.delay("guessed", "192.0.2.1")).isEqualTo(Duration.ofSeconds(1));
        assertThat(here.delay("guessed", "192.0.3.2")).isZero();
        assertThat(here.delay("guessed1", "92.0.2.1")).isZero();
        now.set(now.get().plusSeconds(2));
        assertThat(here.delay("guessed", "192.0.2.1")).isZero();
        CompletableFuture.allOf(IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture
                        .runAsync(() -> (i % 2 == 0 ? here : there).failed("guessed", "192.0.2.1")))
                .toArray(CompletableFuture[]::new)).get(20, TimeUnit.SECONDS);
        assertThat(here.delay("guessed", "192.0.2.1")).as("eleven wrong ones, none lost")
                .isEqualTo(Duration.ofSeconds(64));
        for (int i = 0; i < 4; i++) {
            there.failed("guessed", "192.0.2.1");
        }
        assertThat(here.delay("guessed", "192.0.2.1")).isEqualTo(Duration.ofMinutes(15));
        there.succeeded("guessed", "192.0.2.1");
        assertThat(here.delay("guessed", "192.0.2.1")).isZero();
        here.failed("guessed", "192.0.2.1");
        now.set(now.get().plus(Duration.ofDays(2)));
        here.failed("other", "192.0.2.1");
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection
                        .prepareStatement("select count(*) from sign_in_failure where until < '2030-01-02'");
                ResultSet row = query.executeQuery()) {
            row.next();
            assertThat(row.getLong(1)).as("old failures are swept").isZero();
        }
    }

    /** Spraying many names is slowed down as guessing one is, and other networks are not. */
    @Test
    void wrongPasswords_areCountedForTheNetworkToo() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2031-01-01T00:00:00Z"));
        SignInThrottle throttle = new SignInThrottle(failures, new MovedClock(now));
        for (int i = 0; i < 19; i++) {
            assertThat(throttle.delay("sprayed" + i, "198.51.100.7")).isZero();
            throttle.failed("sprayed" + i, "198.51.100.7");
        }
        throttle.succeeded("sprayed0", "198.51.100.7");
        throttle.failed("sprayed19", "198.51.100.200");
        assertThat(throttle.delay("sprayed20", "198.51.100.9")).isEqualTo(Duration.ofSeconds(1));
        assertThat(throttle.delay("sprayed20", "198.51.101.9")).isZero();
    }

    /** A password check costs a tenth of a second of a processor; a stranger must not have it for the asking. */
    @Test
    void basic_isLookedAtOnlyWhereAnAccountIsNeeded() {
        for (int i = 0; i < 12; i++) {
            given().auth().preemptive().basic("public", "wrong").get("/api/leaderboard").then().statusCode(200);
            given().auth().preemptive().basic("public", "wrong").get("/").then().statusCode(200);
        }
        given().contentType(ContentType.JSON).body("{\"name\":\"public\",\"password\":\"x\"}").post("/api/session")
                .then()
                .statusCode(401);
    }

    @Test
    void parallelGuesses_areCheckedNoMoreOftenThanThoseInARow() throws Exception {
        ExecutorService guessers = Executors.newFixedThreadPool(30);
        try {
            List<Future<Integer>> statuses = IntStream.range(0, 30)
                    .mapToObj(i -> guessers.submit(() -> given().contentType(ContentType.JSON)
                            .body("{\"name\":\"parallel\",\"password\":\"x\"}").post("/api/session").statusCode()))
                    .toList();
            int checked = 0;
            for (Future<Integer> status : statuses) {
                assertThat(status.get(60, TimeUnit.SECONDS)).isIn(401, 429);
                checked += status.get() == 401 ? 1 : 0;
            }
            assertThat(checked).isBetween(1, 6);
        } finally {
            guessers.shutdownNow();
        }
    }

    private static final class MovedClock extends Clock {

        private final AtomicReference<Instant> now;

        MovedClock(AtomicReference<Instant> now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now.get();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /**
     * Each call and page of the desk with the least role that may make it; the interface's own description says which
     * exist.
     */
    private static final String DOORS = """
            GET /api/admin/audit admin
            GET /api/admin/audit/export admin
            POST /api/admin/benchmarks/import admin
            GET /api/admin/benchmarks/models reader
            PUT /api/admin/benchmarks/models admin
            DELETE /api/admin/benchmarks/models admin
            GET /api/admin/benchmarks/questions reader
            POST /api/admin/benchmarks/questions admin
            POST /api/admin/benchmarks/results admin
            GET /api/admin/benchmarks/{benchmark}/runs reader
            POST /api/admin/benchmarks/{benchmark}/runs admin
            GET /api/admin/benchmarks/{benchmark}/runs/{id} reader
            GET /api/admin/benchmarks/{benchmark}/runs/{id}/calls reader
            POST /api/admin/benchmarks/{benchmark}/runs/{id}/cancel admin
            GET /api/admin/benchmarks/{benchmark}/runs/{id}/events reader
            POST /api/admin/benchmarks/{benchmark}/runs/{id}/retry admin
            GET /api/admin/categories reader
            POST /api/admin/categories admin
            POST /api/admin/categories/try admin
            DELETE /api/admin/categories/{slug} admin
            GET /api/admin/conversations reader
            GET /api/admin/conversations/{id} reader
            POST /api/admin/conversations/{id}/ban moderator
            POST /api/admin/conversations/{id}/dismiss moderator
            POST /api/admin/conversations/{id}/erase moderator
            POST /api/admin/conversations/{id}/unban moderator
            POST /api/admin/discovery admin
            GET /api/admin/integrity reader
            POST /api/admin/integrity/{id}/clear moderator
            POST /api/admin/integrity/{id}/exclude moderator
            POST /api/admin/leaderboard/refresh admin
            POST /api/admin/log/acknowledge admin
            POST /api/admin/log/keys admin
            PUT /api/admin/log/witnesses admin
            GET /api/admin/models reader
            POST /api/admin/models admin
            GET /api/admin/models/health reader
            GET /api/admin/models/{slug} reader
            PATCH /api/admin/models/{slug} admin
            DELETE /api/admin/models/{slug} admin
            DELETE /api/admin/models/{slug}/prices/{since} admin
            POST /api/admin/models/prompt admin
            POST /api/admin/models/test admin
            POST /api/admin/models/{slug}/test admin
            GET /api/admin/moderation reader
            PATCH /api/admin/moderation admin
            POST /api/admin/moderation/test admin
            PUT /api/admin/password reader
            GET /api/admin/projects reader
            POST /api/admin/projects admin
            GET /api/admin/projects/{slug} reader
            PATCH /api/admin/projects/{slug} reader
            DELETE /api/admin/projects/{slug} reader
            POST /api/admin/projects/{slug}/adjudications reader
            PUT /api/admin/projects/{slug}/annotators/{number} reader
            GET /api/admin/projects/{slug}/answering reader
            POST /api/admin/projects/{slug}/answering reader
            GET /api/admin/projects/{slug}/answering/forecast reader
            POST /api/admin/projects/{slug}/answering/{run}/cancel reader
            POST /api/admin/projects/{slug}/answering/{run}/resume reader
            POST /api/admin/projects/{slug}/answers reader
            POST /api/admin/projects/{slug}/copies reader
            GET /api/admin/projects/{slug}/export reader
            POST /api/admin/projects/{slug}/gold reader
            PUT /api/admin/projects/{slug}/gold reader
            DELETE /api/admin/projects/{slug}/gold/{item} reader
            GET /api/admin/projects/{slug}/invitations reader
            POST /api/admin/projects/{slug}/invitations reader
            DELETE /api/admin/projects/{slug}/invitations/{number} reader
            PATCH /api/admin/projects/{slug}/board reader
            GET /api/admin/projects/{slug}/lines reader
            POST /api/admin/projects/{slug}/lines reader
            PUT /api/admin/projects/{slug}/lines reader
            GET /api/admin/projects/{slug}/log reader
            GET /api/admin/projects/{slug}/log/checkpoint reader
            GET /api/admin/projects/{slug}/log/counting reader
            GET /api/admin/projects/{slug}/log/receipts/{judgement} reader
            GET /api/admin/projects/{slug}/log/tile/entries/{place} reader
            GET /api/admin/projects/{slug}/log/tile/{level}/{place} reader
            GET /api/admin/projects/{slug}/judge reader
            POST /api/admin/projects/{slug}/judge reader
            POST /api/admin/projects/{slug}/judge/cancel reader
            GET /api/admin/projects/{slug}/judge/forecast reader
            POST /api/admin/projects/{slug}/judge/resume reader
            GET /api/admin/projects/{slug}/matrix reader
            GET /api/admin/projects/{slug}/members reader
            PUT /api/admin/projects/{slug}/members reader
            DELETE /api/admin/projects/{slug}/members/{account} reader
            POST /api/admin/projects/{slug}/plan reader
            GET /api/admin/projects/{slug}/progress reader
            GET /api/admin/projects/{slug}/prompts reader
            POST /api/admin/projects/{slug}/prompts reader
            GET /api/admin/projects/{slug}/quality reader
            GET /api/admin/releases reader
            POST /api/admin/releases admin
            DELETE /api/admin/releases/{id} admin
            GET /api/admin/releases/{id} reader
            POST /api/admin/releases/{id}/anew admin
            GET /api/admin/releases/{id}/findings admin
            PUT /api/admin/releases/{id}/findings/{finding} admin
            POST /api/admin/releases/{id}/publish admin
            POST /api/admin/releases/{id}/retry admin
            POST /api/admin/releases/{id}/withdraw admin
            GET /api/admin/releases/schedule reader
            PUT /api/admin/releases/schedule admin
            POST /api/admin/secrets/rotate admin
            GET /api/admin/terms reader
            POST /api/admin/terms admin
            PUT /api/admin/terms/draft admin
            GET /api/admin/tokens reader
            POST /api/admin/tokens reader
            DELETE /api/admin/tokens/{id} reader
            GET /api/admin/users admin
            POST /api/admin/users admin
            PATCH /api/admin/users/{name} admin
            GET /api/admin/users/{name}/sessions admin
            DELETE /api/admin/users/{name}/sessions admin
            GET /api/admin/votes reader
            GET /api/admin/votes/export reader
            POST /api/admin/votes/import admin
            GET /api/admin/votes/imports reader
            GET /api/admin/votes/imports/events reader
            POST /api/admin/votes/imports/{id}/cancel admin
            GET /api/admin/votes/{id} moderator
            POST /api/admin/votes/{id}/exclude moderator
            POST /api/admin/votes/{id}/restore moderator
            GET /api/admin/yardsticks reader
            POST /api/admin/yardsticks admin
            DELETE /api/admin/yardsticks/{id} admin
            PUT /api/admin/yardsticks/{id}/models admin
            GET /desk reader
            GET /desk/account reader
            GET /desk/audit admin
            GET /desk/benchmarks reader
            GET /desk/categories reader
            GET /desk/conversations reader
            GET /desk/conversations/{id} reader
            GET /desk/data reader
            GET /desk/integrity reader
            GET /desk/integrity/{id} reader
            GET /desk/models reader
            GET /desk/models/{slug} reader
            GET /desk/moderation reader
            GET /desk/projects reader
            GET /desk/projects/{slug} reader
            GET /desk/projects/{slug}/answering reader
            GET /desk/projects/{slug}/judge reader
            GET /desk/projects/{slug}/matrix reader
            GET /desk/projects/{slug}/out reader
            GET /desk/projects/{slug}/prompt reader
            GET /desk/projects/{slug}/quality reader
            GET /desk/releases reader
            GET /desk/releases/{id} admin
            GET /desk/terms reader
            GET /desk/runs reader
            GET /desk/runs/{id} reader
            GET /desk/tokens reader
            GET /desk/users admin
            GET /desk/votes reader
            GET /desk/votes/{id} moderator
            GET /desk/yardsticks reader
            """;

    @Test
    void everyDoor_opensToItsRoles_andIsInTheTable() {
        List<String> roles = List.of("reader", "moderator", "admin");
        accounts.create("door-reader", PASSWORD, Role.READER);
        accounts.create("door-moderator", PASSWORD, Role.MODERATOR);
        Map<String, String> sessions = Map.of("reader", signIn("door-reader", PASSWORD), "moderator",
                signIn("door-moderator", PASSWORD), "admin", signIn("admin", PASSWORD));
        for (String door : DOORS.lines().toList()) {
            String[] parts = door.split(" ");
            int stranger = knock(parts[0], parts[1], null);
            assertThat(stranger).as("a stranger at " + door).isEqualTo(parts[1].startsWith("/desk") ? 303 : 401);
            for (String role : roles) {
                int status = knock(parts[0], parts[1], sessions.get(role));
                if (roles.indexOf(role) < roles.indexOf(parts[2])) {
                    assertThat(status).as(role + " at " + door).isEqualTo(403);
                } else {
                    assertThat(status).as(role + " at " + door).isNotIn(303, 401, 403).isLessThan(500);
                }
            }
        }
        assertThat(described()).containsExactlyInAnyOrderElementsOf(
                DOORS.lines().map(door -> door.substring(0, door.lastIndexOf(' '))).toList());
    }

    /** With an empty object as body and a subject that doesn't exist: whoever may call it changes nothing. */
    private static int knock(String method, String path, String session) {
        RequestSpecification call = given().redirects().follow(false);
        if (session != null) {
            call.cookie("dohyo_session", session);
        }
        if (!method.equals("GET") && !method.equals("DELETE")) {
            call.contentType(ContentType.JSON).body(path.endsWith("discovery") ? "{\"baseUrl\":1}" : "{}");
        }
        return call
                .request(method,
                        path.replace("{id}", "00000000-0000-0000-0000-000000000000").replaceAll("\\{\\w+}", "none"))
                .statusCode();
    }

    private static List<String> described() {
        Map<String, Map<String, Object>> paths = given().get("/q/openapi?format=json").jsonPath().getMap("paths");
        return paths.entrySet().stream()
                .filter(path -> path.getKey().matches("/(api/admin|desk)(/.*)?")
                        && !path.getKey().equals("/desk/sign-in"))
                .flatMap(path -> path.getValue().keySet().stream()
                        .filter(List.of("get", "post", "put", "patch", "delete")::contains)
                        .map(method -> method.toUpperCase(Locale.ROOT) + " " + path.getKey()))
                .toList();
    }

    private static RequestSpecification as(String name) {
        return given().auth().preemptive().basic(name, PASSWORD).contentType(ContentType.JSON);
    }

    @Test
    void user_losesSessionsWithThePassword_andTheLastAdminStays() {
        admin().body("{\"name\":\"kim\",\"role\":\"reader\",\"password\":\"a first long password\"}")
                .post("/api/admin/users").then().statusCode(201).body("role", equalTo("reader"))
                .body(not(Matchers.containsString("password")));
        admin().body("{\"name\":\"kim\",\"role\":\"reader\",\"password\":\"a first long password\"}")
                .post("/api/admin/users").then().statusCode(409);
        admin().body("{\"name\":\"lee\",\"role\":\"chief\",\"password\":\"a first long password\"}")
                .post("/api/admin/users").then().statusCode(400).body("violations.field", hasItem("role"));
        admin().body("{\"name\":\"lee\",\"role\":\"reader\",\"password\":\"short\"}").post("/api/admin/users").then()
                .statusCode(400).body("violations.field", hasItem("password"));
        String cookie = signIn("kim", "a first long password");
        admin().get("/api/admin/users/kim/sessions").then().statusCode(200).body("sessions", Matchers.hasSize(1))
                .body("sessions[0].agent", Matchers.containsString("HttpClient"));
        admin().body("{\"password\":\"a second long password\"}").patch("/api/admin/users/kim").then().statusCode(200);
        given().cookie("dohyo_session", cookie).get("/api/admin/models").then().statusCode(401);
        cookie = signIn("kim", "a second long password");
        admin().delete("/api/admin/users/kim/sessions").then().statusCode(204);
        given().cookie("dohyo_session", cookie).get("/api/admin/models").then().statusCode(401);
        cookie = signIn("kim", "a second long password");
        admin().body("{\"disabled\":true}").patch("/api/admin/users/kim").then().statusCode(200);
        given().cookie("dohyo_session", cookie).get("/api/admin/models").then().statusCode(401);
        given().contentType(ContentType.JSON).body("{\"name\":\"kim\",\"password\":\"a second long password\"}")
                .post("/api/session").then().statusCode(401);
        admin().body("{\"role\":\"reader\"}").patch("/api/admin/users/admin").then().statusCode(409)
                .body("code", equalTo("last-admin"));
        admin().body("{\"disabled\":true}").patch("/api/admin/users/admin").then().statusCode(409);
        admin().get("/api/admin/audit").then()
                .body("entries.findAll { it.subject == 'account:kim' }", Matchers.hasSize(4))
                .body(not(Matchers.containsString("long password")));
        admin().body("{\"disabled\":true}").patch("/api/admin/users/nobody").then().statusCode(404);
    }

    private static String signIn(String name, String password) {
        return given().contentType(ContentType.JSON)
                .body("{\"name\":\"" + name + "\",\"password\":\"" + password + "\"}")
                .post("/api/session").then().statusCode(204).extract().cookie("dohyo_session");
    }

    @Test
    void guard_refusesOtherSitesAndOtherTypes() {
        admin().header("Sec-Fetch-Site", "cross-site").body(model("x")).post("/api/admin/models")
                .then().statusCode(403).body("code", equalTo("cross-site"));
        admin().header("Sec-Fetch-Site", "same-site").delete("/api/admin/models/x").then().statusCode(403);
        admin().header("Origin", "https://example.org").body(model("x")).post("/api/admin/models")
                .then().statusCode(403);
        admin().header("Origin", "null").body(model("x")).post("/api/admin/models").then().statusCode(403);
        admin().contentType("text/plain").body(model("x")).post("/api/admin/models").then().statusCode(415);
        admin().header("Sec-Fetch-Site", "same-origin").delete("/api/admin/models/none").then().statusCode(404);
    }

    @Test
    void model_isMadeChangedAndRetired_andEachIsAudited() {
        admin().body(model("life")).post("/api/admin/models").then().statusCode(201)
                .header("Location", Matchers.endsWith("/api/admin/models/life")).body("hasApiKey", equalTo(true))
                .body("apiKey", nullValue());
        admin().body(model("life")).post("/api/admin/models").then().statusCode(409).body("code",
                equalTo("slug-taken"));
        admin().body("{\"weight\":2,\"modelId\":\"n\"}").patch("/api/admin/models/life").then().statusCode(200)
                .body("weight", equalTo(2f)).body("modelId", equalTo("n")).body("revision", equalTo(1));
        admin().body("""
                {"contextWindow":8192,"price":{"currency":"JPY","input":450,"output":1800.5,"since":"2026-02-01"}}""")
                .patch("/api/admin/models/life").then().statusCode(200).body("price.currency", equalTo("JPY"))
                .body("price.input", equalTo(450)).body("contextWindow", equalTo(8192));
        admin().body(
                """
                        {"price":{"currency":"USD","input":3,"output":0,"since":"2025-02-01","source":"https://x.example/p"}}""")
                .patch("/api/admin/models/life").then().statusCode(200).body("price.currency", equalTo("JPY"))
                .body("prices.since", Matchers.contains("2026-02-01", "2025-02-01"));
        admin().delete("/api/admin/models/life/prices/2026-02-01").then().statusCode(204);
        admin().delete("/api/admin/models/life/prices/2026-02-01").then().statusCode(404);
        admin().delete("/api/admin/models/life/prices/today").then().statusCode(404);
        admin().get("/api/admin/models/life").then().body("price.source", equalTo("https://x.example/p"));
        admin().delete("/api/admin/models/life").then().statusCode(204);
        admin().get("/api/admin/models/life").then().body("retiredAt", not(nullValue()));
        admin().get("/api/admin/audit").then().statusCode(200)
                .body("entries.findAll { it.subject == 'model:life' }.action",
                        Matchers.contains("retire", "change", "change", "change", "change", "create"))
                .body(not(Matchers.containsString("sk-very-secret")));
    }

    @Test
    void wrongField_isNamed() {
        refused(model("Bad Slug"), "slug");
        refused(model("s").replace("http://127.0.0.1:9/v1", "ftp://x"), "baseUrl");
        refused(model("s").replace("http://127.0.0.1:9/v1", "http://u:p@x"), "baseUrl");
        refused(model("s").replace("127.0.0.1:9", "169.254.169.254"), "baseUrl");
        refused(model("s").replace("\"openai\"", "\"other\""), "protocol");
        refused(model("s").replace("\"modelId\"", "\"modelID\""), "modelID");
        refused(model("s").replace("\"enabled\":false", "\"weight\":1001"), "weight");
        for (String price : List.of("null, price.currency", "{}, price.currency",
                "{\"currency\":\"XAU\"}, price.currency",
                "{\"currency\":\"usd\"}, price.currency", "{\"currency\":\"USD\",\"input\":-1}, price.input",
                "{\"currency\":\"USD\",\"input\":1e9}, price.input",
                "{\"currency\":\"USD\",\"input\":0.0000001}, price.input",
                "{\"currency\":\"USD\",\"input\":\"1\"}, price.input",
                "{\"currency\":\"USD\",\"input\":1}, price.output", "{\"per\":1}, price.per",
                "{\"currency\":\"USD\",\"input\":1,\"output\":2}, price.since",
                "{\"currency\":\"USD\",\"input\":1,\"output\":2,\"since\":\"2999-01-01\"}, price.since",
                "{\"currency\":\"USD\",\"input\":1,\"output\":2,\"since\":\"2026-01-01\",\"source\":\"javascript:x\"}, "
                        + "price.source")) {
            int field = price.lastIndexOf(", ");
            refused(model("s").replace("\"enabled\":false", "\"price\":" + price.substring(0, field)),
                    price.substring(field + 2));
        }
        refused(model("s").replace("\"enabled\":false", "\"contextWindow\":0"), "contextWindow");
        admin().body("{").post("/api/admin/models").then().statusCode(400);
        admin().body("[]").post("/api/admin/models").then().statusCode(400);
    }

    private static void refused(String body, String field) {
        admin().body(body).post("/api/admin/models").then().statusCode(400).body("violations.field", hasItem(field));
    }

    @Test
    void apiKey_isEncryptedInTheRow() throws Exception {
        admin().body(model("cipher")).post("/api/admin/models").then().statusCode(201);
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection
                        .prepareStatement("select api_key_cipher from model where slug = 'cipher'");
                ResultSet row = query.executeQuery()) {
            row.next();
            assertThat(new String(row.getBytes(1), StandardCharsets.ISO_8859_1)).isNotEmpty()
                    .doesNotContain("very-secret");
        }
    }

    @Test
    void test_saysWhatWentWrong() {
        admin().body(model("probe")).post("/api/admin/models").then().statusCode(201);
        admin().post("/api/admin/models/probe/test").then().statusCode(200).body("ok", equalTo(false));
    }

    @Test
    void setupToken_isGoodOnce_andNotAfterRenewal() {
        String old = setup.renew();
        String token = setup.renew();
        assertThat(setup.use(old)).isFalse();
        assertThat(setup.use(token)).isTrue();
        assertThat(setup.use(token)).isFalse();
    }
}
