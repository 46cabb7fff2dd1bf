package org.dohyo.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;

import java.util.List;
import java.util.Map;

import org.dohyo.support.PostgresResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

/**
 * The headers that are the same everywhere come with every answer, refusals and cached pages included. The files that
 * browsers and robots ask for by themselves are there.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class StaticHeadersIT {

    private static void hasThem(ValidatableResponse answer) {
        answer.headers(Map.of("X-Content-Type-Options", "nosniff", "Referrer-Policy", "same-origin",
                "Cross-Origin-Opener-Policy", "same-origin"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/", "/leaderboard", "/leaderboard", "/embed/leaderboard", "/api/leaderboard",
            "/favicon.svg", "/favicon.ico", "/robots.txt", "/manifest.webmanifest", "/q/health/ready", "/q/openapi" })
    void answers_haveThem(String path) {
        hasThem(given().get(path).then().statusCode(200));
    }

    @Test
    void iconManifestAndRulesForRobots_areServed() {
        given().get("/robots.txt").then().contentType(startsWith("text/plain"))
                .body(startsWith("User-agent: *\n"), containsString("Disallow: /desk\n"));
        byte[] icon = given().get("/favicon.ico").then().contentType(startsWith("image/")).extract().asByteArray();
        assertThat(icon).as("an icon's first bytes").startsWith(0, 0, 1, 0);
        JsonPath manifest = JsonPath.from(given().get("/manifest.webmanifest").asString());
        assertThat(manifest.getString("name")).isEqualTo("Dohyo");
        for (String page : List.of(manifest.getString("start_url"), manifest.getString("icons[0].src"))) {
            given().get(page).then().statusCode(200);
        }
        given().accept("text/html").get("/").then()
                .body(containsString("<link rel=\"manifest\" href=\"/manifest.webmanifest\">"));
    }

    @Test
    void errorsAndRefusals_haveThem() {
        hasThem(given().get("/nothing/here").then().statusCode(404));
        hasThem(given().get("/api/admin/users").then().statusCode(401));
        hasThem(given().header("Origin", "https://elsewhere.example").contentType(ContentType.JSON).body("{}")
                .post("/api/battles").then().statusCode(403));
        hasThem(given().contentType(ContentType.TEXT).body("x").post("/api/battles").then().statusCode(415));
    }
}
