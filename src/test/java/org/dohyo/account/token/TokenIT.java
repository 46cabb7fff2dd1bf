package org.dohyo.account.token;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Inject;

import org.dohyo.account.Accounts;
import org.dohyo.account.Role;
import org.dohyo.support.PostgresResource;
import org.dohyo.support.Tokens;
import org.dohyo.web.Refusal;
import org.dohyo.web.Refused;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class TokenIT {

    private static final String PASSWORD = "a password for the tests";
    /** What a token can't do, whatever its scopes. */
    private static final Set<String> FOR_PEOPLE = Set.of("PUT /api/admin/password", "GET /api/admin/tokens",
            "POST /api/admin/tokens", "DELETE /api/admin/tokens/{id}", "POST /api/admin/log/acknowledge",
            "PUT /api/admin/log/witnesses");

    @Inject
    ApiTokens tokens;

    @Inject
    ApiToken.Repository stored;

    @Inject
    Accounts accounts;

    private static RequestSpecification as(String name) {
        return given().auth().preemptive().basic(name, PASSWORD).contentType(ContentType.JSON);
    }

    private static Response make(String name, String... scopes) {
        return as(name).body(Map.of("name", "test", "scopes", List.of(scopes))).post("/api/admin/tokens");
    }

    private static RequestSpecification by(String token) {
        return given().redirects().follow(false).header("Authorization", "Bearer " + token)
                .contentType(ContentType.JSON);
    }

    private String token(String account, Scope... scopes) {
        return tokens.create("test", Set.of(scopes), Duration.ofDays(1), account).token();
    }

    @Test
    void token_isShownOnce_andActsForItsAccount() {
        Response made = make("admin", "categories:write", "categories:read");
        made.then().statusCode(201).header("Cache-Control", "no-store").body("prefix", equalTo(
                made.jsonPath().getString("token").substring(0, 12))).body("state", equalTo("active"));
        String token = made.jsonPath().getString("token");
        int id = made.jsonPath().getInt("id");
        assertThat(token).matches("dohyo_[A-Za-z0-9_-]{43}");
        as("admin").get("/api/admin/tokens").then().statusCode(200).body(not(containsString(token)))
                .body("tokens.find { it.id == " + id + " }.lastUsedAt", nullValue())
                .body("tokens.find { it.id == " + id + " }.scopes", contains("categories:read", "categories:write"));

        by(token).get("/api/admin/categories").then().statusCode(200).header("Cache-Control", "no-store");
        by(token).body(Map.of("slug", "by-token", "nameEn", "By token", "nameJa", "トークン", "pattern", "x"))
                .post("/api/admin/categories").then().statusCode(201);

        as("admin").get("/api/admin/tokens").then()
                .body("tokens.find { it.id == " + id + " }.lastUsedAt", notNullValue());
        String who = "admin (" + token.substring(0, 12) + ")";
        as("admin").get("/api/admin/audit").then().body("entries.who", hasItem(who))
                .body("entries.find { it.subject == 'token:" + token.substring(0, 12) + "' }.action",
                        equalTo("create"))
                .body(not(containsString(token)));
        as("admin").get("/desk/tokens").then().statusCode(200).body(containsString(token.substring(0, 12)))
                .body(not(containsString(token)));
    }

    /** Each call of the description belongs to one scope, and to that alone: nothing else opens it. */
    @Test
    void everyCall_belongsToOneScope_orIsForPeople() {
        accounts.create("all-but-one", PASSWORD, Role.ADMIN);
        for (String door : described()) {
            String[] parts = door.split(" ");
            List<Scope> covering = Arrays.stream(Scope.values()).filter(scope -> scope.covers(parts[0], parts[1]))
                    .toList();
            if (FOR_PEOPLE.contains(door)) {
                assertThat(covering).as(door).isEmpty();
                knock(parts, token("all-but-one", Scope.values())).then().statusCode(403)
                        .body("code", equalTo("not-for-tokens"));
                continue;
            }
            assertThat(covering).as(door).hasSize(1);
            Scope scope = covering.get(0);
            knock(parts, token("all-but-one", EnumSet.complementOf(EnumSet.of(scope)).toArray(Scope[]::new))).then()
                    .statusCode(403).contentType("application/problem+json").body("code", equalTo("scope-missing"))
                    .body("scope", equalTo(scope.label())).body("detail", containsString(scope.label()))
                    .header("WWW-Authenticate", containsString("scope=\"" + scope.label() + "\""));
            assertThat(knock(parts, token("all-but-one", scope)).statusCode()).as(door).isNotIn(401, 403)
                    .isLessThan(500);
        }
    }

    /** With an empty object as body and a subject that doesn't exist, so that nothing changes. */
    private static Response knock(String[] parts, String token) {
        RequestSpecification call = by(token);
        if (!parts[0].equals("GET") && !parts[0].equals("DELETE")) {
            call.body(parts[1].endsWith("discovery") ? "{\"baseUrl\":1}" : "{}");
        }
        return call.request(parts[0], parts[1].replace("{id}", "00000000-0000-0000-0000-000000000000")
                .replaceAll("\\{\\w+}", "none"));
    }

    private static List<String> described() {
        Map<String, Map<String, Object>> paths = given().get("/q/openapi?format=json").jsonPath().getMap("paths");
        List<String> doors = new ArrayList<>();
        paths.forEach((path, methods) -> methods.keySet().stream()
                .filter(method -> path.startsWith("/api/admin/")
                        && Set.of("get", "post", "put", "patch", "delete").contains(method))
                .forEach(method -> doors.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        assertThat(doors).hasSizeGreaterThan(40);
        return doors;
    }

    @Test
    void token_neverDoesMoreThanItsAccount() {
        accounts.create("token-reader", PASSWORD, Role.READER);
        make("token-reader", "models:write").then().statusCode(400).body("violations.field", hasItem("scopes"))
                .body("detail", containsString("needs the role admin"));
        accounts.create("demoted", PASSWORD, Role.ADMIN);
        String token = token("demoted", Scope.CATEGORIES_WRITE, Scope.CATEGORIES_READ);
        by(token).body("{}").post("/api/admin/categories/try").then().statusCode(not(403));

        as("admin").body("{\"role\":\"reader\"}").patch("/api/admin/users/demoted").then().statusCode(200);

        by(token).body("{}").post("/api/admin/categories/try").then().statusCode(403)
                .body("detail", containsString("needs the role admin"));
        by(token).get("/api/admin/categories").then().statusCode(200);
    }

    @Test
    void token_endsWithItsAccount_andDoesNotComeBack() {
        accounts.create("leaving", PASSWORD, Role.ADMIN);
        String token = token("leaving", Scope.MODELS_READ);
        by(token).get("/api/admin/models").then().statusCode(200);
        as("admin").body("{\"disabled\":true}").patch("/api/admin/users/leaving").then().statusCode(200);
        by(token).get("/api/admin/models").then().statusCode(401).body("detail", containsString("was revoked"));
        as("admin").body("{\"disabled\":false}").patch("/api/admin/users/leaving").then().statusCode(200);
        by(token).get("/api/admin/models").then().statusCode(401).body("code", equalTo("token-invalid"))
                .header("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    }

    @Test
    void token_isRevoked_byItsOwnerOrAnAdmin() {
        accounts.create("owner", PASSWORD, Role.READER);
        accounts.create("stranger", PASSWORD, Role.MODERATOR);
        Response made = make("owner", "models:read");
        String address = "/api/admin/tokens/" + made.jsonPath().getLong("id");
        String token = made.jsonPath().getString("token");
        as("stranger").get("/api/admin/tokens").then().body("tokens", equalTo(List.of()));
        as("stranger").delete(address).then().statusCode(404).body("code", equalTo("no-such-token"));
        by(token).get("/api/admin/models").then().statusCode(200);
        as("owner").delete(address).then().statusCode(204);
        by(token).get("/api/admin/models").then().statusCode(401).body("detail", containsString("was revoked"));
        as("owner").delete(address).then().statusCode(204);
        as("owner").get("/api/admin/tokens").then().body("tokens.state", contains("revoked"));

        Response second = make("owner", "models:read");
        as("admin").delete("/api/admin/tokens/" + second.jsonPath().getLong("id")).then().statusCode(204);
        by(second.jsonPath().getString("token")).get("/api/admin/models").then().statusCode(401);
    }

    @Test
    void expiredToken_isRefused_byItsName() {
        String token = token("admin", Scope.MODELS_READ);
        QuarkusTransaction.requiringNew().run(() -> stored.update(
                "expiresAt = createdAt where tokenHash = ?1", (Object) Tokens.hash(token)));
        by(token).get("/api/admin/models").then().statusCode(401)
                .body("detail", containsString(token.substring(0, 12) + "… expired at 20"));
    }

    @Test
    void invalidRequests_areRefused_byTheirField() {
        make("admin").then().statusCode(400).body("violations.field", hasItem("scopes"));
        make("admin", "models:eat").then().statusCode(400).body("violations.field", hasItem("scopes"))
                .body("detail", containsString("models:write"));
        for (String wrong : List.of("{\"scopes\":[\"models:read\"]}", "{\"name\":\" \",\"scopes\":[\"models:read\"]}",
                "{\"name\":\"n\",\"scopes\":[\"models:read\"],\"days\":0}", "{\"name\":\"n\",\"scopes\":[null]}",
                "{\"name\":\"n\",\"scopes\":[\"models:read\"],\"days\":367}",
                "{\"name\":\"n\\u0000\",\"scopes\":[\"models:read\"]}", "{\"name\":\"n\",\"scopes\":\"models:read\"}",
                "{\"name\":\"" + "n".repeat(65) + "\",\"scopes\":[\"models:read\"]}", "null", "[]")) {
            as("admin").body(wrong).post("/api/admin/tokens").then().statusCode(400)
                    .contentType("application/problem+json");
        }
    }

    /** A token is for programs that call the interface: pages and everything public ignore or refuse it. */
    @Test
    void token_opensNoPage_andIsIgnoredWhereNobodyAsks() {
        String token = token("admin", Scope.values());
        by(token).get("/desk").then().statusCode(403).body("code", equalTo("not-for-tokens"));
        by("dohyo_unknown").get("/api/leaderboard").then().statusCode(200);
        by(token).accept("text/plain").get("/q/metrics").then().statusCode(200);
        given().header("Authorization", "bearer " + token).get("/api/admin/models").then().statusCode(200);
        given().header("Authorization", "Bearer someone-elses").get("/api/admin/models").then().statusCode(401)
                .body("code", equalTo("not-signed-in"));
    }

    @Test
    void wrongToken_isNotExcusedByACookie() {
        String session = given().contentType(ContentType.JSON)
                .body(Map.of("name", "admin", "password", PASSWORD)).post("/api/session").cookie("dohyo_session");
        by("dohyo_unknown").cookie("dohyo_session", session).get("/api/admin/models").then().statusCode(401)
                .body("detail", equalTo("This API token is unknown."));
    }

    @Test
    void unknownTokens_areSlowedDown_forTheirNetworkAlone() {
        String token = token("admin", Scope.MODELS_READ);
        for (int i = 0; i < 60; i++) {
            assertThat(status("dohyo_guess" + i, "192.0.2.1")).isEqualTo(401);
        }
        assertThat(status(token, "192.0.2.99")).isEqualTo(429);
        assertThat(status(token, "192.0.3.1")).isZero();
    }

    /** The status of the refusal; 0 if the token is admitted. */
    private int status(String token, String address) {
        try {
            tokens.admit(token, Optional.of(Scope.MODELS_READ), address);
            return 0;
        } catch (Refusal refusal) {
            return Refused.problem(refusal).getStatusCode();
        }
    }
}
