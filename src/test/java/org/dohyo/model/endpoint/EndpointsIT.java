package org.dohyo.model.endpoint;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.dohyo.Duel;
import org.dohyo.SecondArena;
import org.dohyo.battle.PairPlan;
import org.dohyo.model.Model;
import org.dohyo.provider.CallObserver.Call;
import org.dohyo.provider.OpenAiServer;
import org.dohyo.provider.OpenAiServer.Script;
import org.dohyo.provider.ProviderError;
import org.dohyo.provider.ProviderError.Kind;
import org.dohyo.support.PostgresResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/**
 * An admin's endpoints at run time: keys, knobs, limits, health and discovery, each seen in what is drawn and what is
 * shown.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestProfile(SecondArena.class)
class EndpointsIT {

    private static final OpenAiServer LOCAL = SecondArena.LOCAL;

    @Inject
    DataSource database;

    @Inject
    DrawableModels drawable;

    @Inject
    EndpointHealth health;

    @Inject
    Model.Repository models;

    @Inject
    Endpoints endpoints;

    @Inject
    PairPlan plan;

    private static RequestSpecification admin() {
        return given().auth().preemptive().basic("admin", "a password for the tests").contentType(ContentType.JSON);
    }

    private static void make(String slug, String more) {
        admin().body("""
                {"slug":"%s","name":"Name of %s","protocol":"openai","baseUrl":"%s","modelId":"m"%s}"""
                .formatted(slug, slug, LOCAL.url(), more)).post("/api/admin/models").then().statusCode(201);
    }

    private List<String> drawable() {
        return QuarkusTransaction.requiringNew().call(() -> drawable.list().stream().map(model -> model.slug).toList());
    }

    private long id(String slug) {
        return QuarkusTransaction.requiringNew().call(() -> models.findBySlug(slug).orElseThrow().id);
    }

    /** Leaves the demo models alone in the arena. */
    @BeforeEach
    @AfterEach
    void retireAll() {
        List<String> all = admin().get("/api/admin/models").path("models.findAll { it.protocol != 'demo' }.slug");
        all.forEach(slug -> admin().delete("/api/admin/models/" + slug).then().statusCode(204));
    }

    private static void patch(String slug, String body) {
        admin().body(body).patch("/api/admin/models/" + slug).then().statusCode(200);
    }

    private byte[] column(String name, String slug) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection
                        .prepareStatement("select " + name + " from model where slug = ?")) {
            query.setString(1, slug);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getBytes(1);
            }
        }
    }

    @Test
    void credentials_goInAndNeverComeOut() throws Exception {
        admin().body("""
                {"slug":"aws","name":"AWS","protocol":"bedrock","modelId":"m","enabled":false,
                 "credentials":{"accessKeyId":"AKIDHIDDEN","secretAccessKey":"hidden-secret","region":"eu-west-1"}}""")
                .post("/api/admin/models").then().statusCode(201).body("hasCredentials", equalTo(true))
                .body(not(containsString("HIDDEN"))).body(not(containsString("hidden")));
        patch("aws",
                "{\"credentials\":{\"accessKeyId\":\"AKIDHIDDEN\",\"secretAccessKey\":\"hidden-other\",\"region\":\"eu-west-1\"}}");
        admin().get("/api/admin/models/aws").then().body(not(containsString("idden")));
        admin().get("/api/admin/audit").then().body(containsString("model:aws")).body(not(containsString("hidden")))
                .body(not(containsString("AKID")));
        assertThat(new String(column("credentials_cipher", "aws"), StandardCharsets.ISO_8859_1))
                .doesNotContain("idden");
        admin().body("{\"credentials\":{}}").patch("/api/admin/models/aws").then().statusCode(400)
                .body("violations.field", hasItem("credentials"));
        admin().body("{\"credentials\":{\"key\":\"x\"}}").patch("/api/admin/models/aws").then().statusCode(400)
                .body("violations.field", hasItem("credentials.key"));
    }

    @Test
    void rotation_leavesNothingThatTheOldKeyOpens() throws Exception {
        make("rotated", ",\"apiKey\":\"sk-rotated\",\"enabled\":false");
        byte[] before = column("api_key_cipher", "rotated");
        int secrets = admin().post("/api/admin/secrets/rotate").then().statusCode(200).extract().path("secrets");
        assertThat(secrets).isPositive();
        assertThat(column("api_key_cipher", "rotated")).isNotEqualTo(before);
        String key = QuarkusTransaction.requiringNew().call(
                () -> endpoints.of(id("rotated"), 1).apiKey().reveal());
        assertThat(key).isEqualTo("sk-rotated");
        admin().get("/api/admin/audit").then().body("entries.action", hasItem("rotate"));
    }

    @Test
    void protocolIsCheckedAsItWouldBeCalled() {
        admin().body("{\"slug\":\"x\",\"name\":\"X\",\"protocol\":\"openai\",\"modelId\":\"m\"}")
                .post("/api/admin/models")
                .then()
                .statusCode(400).body("violations.field", hasItem("baseUrl"));
        admin().body("{\"slug\":\"x\",\"name\":\"X\",\"protocol\":\"sagemaker\",\"modelId\":\"m\"}")
                .post("/api/admin/models")
                .then()
                .statusCode(400).body("violations.field", hasItem("credentials"));
        admin().body("""
                {"slug":"x","name":"X","protocol":"anthropic","modelId":"m","parameters":{"temperature":1}}""")
                .post("/api/admin/models").then().statusCode(400).body("violations.field", hasItem("parameters"));
        admin().get("/api/admin/models/x").then().statusCode(404);
    }

    @Test
    void codeName_isAllThatThePublicSees_untilTheModelIsPublished() {
        make("secret-one",
                ",\"organization\":\"Acme\",\"license\":\"x\",\"openWeights\":true,\"codeName\":\"Nightjar\"");
        make("other", "");
        admin().get("/api/admin/models/secret-one").then().body("name", equalTo("Name of secret-one"))
                .body("codeName", equalTo("Nightjar")).body("organization", equalTo("Acme"));
        String row = "models.find { it.slug == 'secret-one' }.";
        given().get("/api/models").then().body(row + "name", equalTo("Nightjar"))
                .body(row + "organization", equalTo(""))
                .body(row + "openWeights", nullValue()).body(not(containsString("Acme")));
        given().contentType(ContentType.JSON).body("{\"prompt\":\"Hi\",\"modelA\":\"secret-one\",\"modelB\":\"other\"}")
                .post("/api/battles").then().statusCode(400).body("violations.field", hasItem("modelA"));
        patch("secret-one", "{\"license\":\"MIT\"}");
        given().get("/api/models").then().body(row + "license", equalTo(""));
        patch("secret-one", "{\"codeName\":null}");
        given().get("/api/models").then().body(row + "name", equalTo("Name of secret-one"))
                .body(row + "license", equalTo("MIT")).body(row + "organization", equalTo("Acme"));
    }

    @Test
    void boostAndOnlyAgainst_moveThePublicShares() {
        make("one", ",\"boostUntilVotes\":10");
        make("two", "");
        make("three", "");
        // By weights alone the pairs are 5:5:1; the plan adds a little for a model that is known less well than is due.
        assertThat(share("one")).isBetween(10 / 22.0 - 1e-6, 0.5);
        patch("one", "{\"boostUntilVotes\":null}");
        assertThat(share("one")).isCloseTo(1 / 3.0, within(1e-6));
        patch("one", "{\"onlyAgainst\":[\"two\"]}");
        assertThat(share("one")).isCloseTo(1 / 4.0, within(1e-6));
        assertThat(share("two")).isCloseTo(1 / 2.0, within(1e-6));
        RandomGenerator random = new Random(7);
        QuarkusTransaction.requiringNew().run(() -> {
            List<Model> candidates = drawable.list();
            for (int i = 0; i < 200; i++) {
                PairPlan.Draw draw = plan.draw(candidates, random);
                assertThat(draw.a().mayMeet(draw.b())).isTrue();
                assertThat(draw.propensity()).isCloseTo(0.5, within(1e-9));
            }
        });
        patch("one", "{\"onlyAgainst\":[\"nobody\"]}");
        assertThat(drawable()).containsExactlyInAnyOrder("two", "three");
    }

    private static double share(String slug) {
        return ((Number) given().get("/api/models").path("models.find { it.slug == '" + slug + "' }.share"))
                .doubleValue();
    }

    @Test
    void activeTimes_bound_whenAModelIsDrawn() {
        make("now", ",\"activeFrom\":\"2020-01-01T00:00:00Z\",\"activeTo\":\"2999-01-01T00:00:00+09:00\"");
        make("later", ",\"activeFrom\":\"2999-01-01T00:00:00Z\"");
        make("past", ",\"activeTo\":\"2020-01-01T00:00:00Z\"");
        make("always", "");
        assertThat(drawable()).containsExactlyInAnyOrder("now", "always");
        admin().body("{\"activeTo\":\"2019-01-01T00:00:00Z\"}").patch("/api/admin/models/now").then().statusCode(400)
                .body("violations.field", hasItem("activeTo"));
        admin().body("{\"activeTo\":\"tomorrow\"}").patch("/api/admin/models/now").then().statusCode(400);
    }

    @Test
    void failingEndpoint_leavesMatchmaking_andComesBackByItself() {
        make("weak", "");
        make("strong", "");
        LOCAL.otherwise(Script.stream().says("Hi").finish("stop").doneMark());
        long weak = id("weak");
        ProviderError error = new ProviderError(Kind.UPSTREAM_ERROR, "boom", null);
        fail(weak, error);
        for (Kind ofTheCall : List.of(Kind.CONTEXT_TOO_LONG, Kind.EMPTY, Kind.EMPTY, Kind.EMPTY, Kind.TIMEOUT_TOTAL)) {
            fail(weak, new ProviderError(ofTheCall, "of the call alone", null));
        }
        fail(weak, error);
        assertThat(drawable()).contains("weak");
        fail(weak, error);
        assertThat(drawable()).doesNotContain("weak");
        admin().get("/api/admin/models/health").then().body("weak.failed", equalTo(8))
                .body("weak.lastError", equalTo("UPSTREAM_ERROR")).body("weak.triedAgainAt", not(nullValue()));
        given().contentType(ContentType.JSON).body("{\"prompt\":\"Hi\"}").post("/api/battles").then().statusCode(503)
                .body("code", equalTo("no-pair"));

        update("update endpoint_circuit set try_at = now() - interval '1 second'");
        await().until(() -> drawable().contains("weak"));
        admin().get("/api/admin/models/health").then().body("weak.answered", equalTo(1)).body("weak.lastError",
                nullValue());
    }

    @Test
    void providerThatSaysWhen_isLeftAloneUntilThen() {
        make("limited", "");
        make("unlimited", "");
        fail(id("limited"), new ProviderError(Kind.RATE_LIMITED, "slower", 600));
        assertThat(drawable()).doesNotContain("limited");
    }

    private void fail(long model, ProviderError error) {
        health.ended(new Call(model, error, false, null, 5, 0));
        health.flush();
    }

    private void update(String sql) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void limits_areHeldInTheDatabase() {
        make("rated", ",\"requestsPerMinute\":2");
        make("budgeted", ",\"monthlyRequests\":3,\"monthlyTokens\":100");
        make("free", "");
        take("rated", 2);
        // A minute may end in between: then the third call of the new one is refused.
        await().until(() -> refused("rated"));
        assertThat(drawable()).doesNotContain("rated");
        take("budgeted", 3);
        assertThat(refused("budgeted")).isTrue();
        assertThat(drawable()).doesNotContain("budgeted");
        patch("budgeted", "{\"monthlyRequests\":1000}");
        assertThat(drawable()).contains("budgeted");
        health.ended(new Call(id("budgeted"), null, false, 1L, 2, 100));
        health.flush();
        assertThat(drawable()).doesNotContain("budgeted");
        assertThat(refused("budgeted")).isTrue();
        admin().get("/api/admin/models/health").then().body("budgeted.monthTokens", equalTo(100))
                .body("budgeted.monthRequests", equalTo(3));
    }

    private void take(String slug, int times) {
        for (int i = 0; i < times; i++) {
            QuarkusTransaction.requiringNew().run(() -> endpoints.of(id(slug), 1));
        }
    }

    private boolean refused(String slug) {
        try {
            take(slug, 1);
            return false;
        } catch (RuntimeException e) {
            assertThat(e.getMessage()).doesNotContain(slug);
            return true;
        }
    }

    @Test
    void discovery_findsWhatThisMachineServes() {
        String list = "{\"object\":\"list\",\"data\":[{\"id\":\"rinna\"},{\"id\":\"open-calm\"}]}";
        LOCAL.otherwise(Script.status(200).header("Content-Type", "application/json").send(list));
        admin().post("/api/admin/discovery").then().statusCode(200)
                .body("models.modelId", equalTo(List.of("rinna", "open-calm")))
                .body("models[0].baseUrl", equalTo("http://127.0.0.1:" + LOCAL.url().getPort() + "/v1"));
        admin().body("{\"baseUrl\":\"" + LOCAL.url() + "\",\"apiKey\":\"sk-list\"}").post("/api/admin/discovery").then()
                .statusCode(200).body("models", hasSize(2));
        assertThat(LOCAL.requests()).anySatisfy(
                request -> assertThat(request.headers()).containsEntry("authorization", "Bearer sk-list"));
        admin().body("{\"baseUrl\":\"http://169.254.169.254/\"}").post("/api/admin/discovery").then().statusCode(400);
        LOCAL.otherwise(Script.status(401).send("no"));
        admin().body("{\"baseUrl\":\"" + LOCAL.url() + "\"}").post("/api/admin/discovery").then().statusCode(422)
                .body("code", equalTo("no-list")).body("detail", containsString("AUTH"));
    }

    @Test
    void test_tellsWhatToDo_inTheLanguageOfTheAdmin() {
        make("probe", ",\"enabled\":false");
        LOCAL.otherwise(Script.status(401).send("bad key"));
        admin().header("Accept-Language", "ja").post("/api/admin/models/probe/test").then().statusCode(200)
                .body("ok", equalTo(false)).body("error", containsString("API キー"))
                .body("error", containsString("HTTP 401"));
        LOCAL.otherwise(Script.stream().says("Hi").finish("stop").doneMark());
        admin().header("Accept-Language", "en").post("/api/admin/models/probe/test").then().body("ok", equalTo(true))
                .body("text", equalTo("Hi"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            404 | en | ""  | The server doesn't know this model, or the base URL is wrong. Check both. \
                Did you mean {root}/v1? (MODEL_NOT_FOUND
            404 | ja | ""  | サーバーにそのモデルがないか、ベース URL が違います。両方を確認してください。 \
                {root}/v1 ではありませんか？ (MODEL_NOT_FOUND
            404 | en | /v1 | The server doesn't know this model, or the base URL is wrong. Check both. (MODEL_NOT_FOUND
            401 | en | ""  | The key was rejected. \
                Check the API key or credentials, and that they allow the use of this model. (AUTH
            401 | ja | ""  | キーが拒否されました。API キーまたは認証情報と、このモデルの利用権限を確認してください。 (AUTH""")
    void sameAdvice_beforeAndAfterAModelIsAdded(int status, String language, String path, String advice) {
        String root = "http://127.0.0.1:" + LOCAL.url().getPort();
        String expected = advice.replaceAll(" {2,}", " ").replace("{root}", root);
        String model = """
                {"slug":"advised","name":"Advised","protocol":"openai","baseUrl":"%s","modelId":"m","enabled":false}"""
                .formatted(root + path);
        LOCAL.otherwise(Script.status(status).send("no"));
        if (Duel.admin().get("/api/admin/models/advised").statusCode() == 404) {
            admin().body(model).post("/api/admin/models").then().statusCode(201);
        } else {
            patch("advised", "{\"baseUrl\":\"" + root + path + "\"}");
        }
        for (String test : List.of("/api/admin/models/advised/test", "/api/admin/models/test")) {
            admin().header("Accept-Language", language).body(model).post(test).then().statusCode(200)
                    .body("ok", equalTo(false)).body("error", startsWith(expected))
                    .body("error", containsString("HTTP " + status));
        }
        admin().header("Accept-Language", language).body("{\"baseUrl\":\"" + root + path + "\"}")
                .post("/api/admin/discovery").then().statusCode(422).body("detail", startsWith(expected));
    }

    @Test
    void aModelWithoutAChatTemplate_isAskedByATemplate() {
        Map<String, Object> model = Map.of("protocol", "completions", "baseUrl", "http://127.0.0.1:1/v1", "modelId",
                "m",
                "parameters", Map.of("template", "alpaca-ja"));
        Duel.admin().body(model).post("/api/admin/models/prompt").then().statusCode(200).body("prompt",
                containsString("\n\n###指示: 日本の首都はどこですか。\n###返答:"));
        Map<String, Object> wrong = new HashMap<>(model);
        wrong.put("parameters", Map.of("template", "no such"));
        Duel.admin().body(wrong).post("/api/admin/models/prompt").then().statusCode(400)
                .body(containsString("parameters"), containsString("alpaca-ja"));
        for (String protocol : List.of("completions", "tgi", "responses")) {
            Duel.admin().body(Map.of("slug", "base-" + protocol, "name", "Base", "protocol", protocol, "baseUrl",
                    "http://127.0.0.1:1/v1", "modelId", "m", "enabled", false)).post("/api/admin/models").then()
                    .statusCode(201);
        }
    }
}
