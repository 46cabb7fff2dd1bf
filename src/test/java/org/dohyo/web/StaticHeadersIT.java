package org.dohyo.web;

import static io.restassured.RestAssured.given;

import java.util.Map;

import org.dohyo.support.PostgresResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** The headers that are the same everywhere come with every answer, refusals and cached pages included. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class StaticHeadersIT {

    private static void hasThem(ValidatableResponse answer) {
        answer.headers(Map.of("X-Content-Type-Options", "nosniff", "Referrer-Policy", "same-origin",
                "Cross-Origin-Opener-Policy", "same-origin"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/", "/leaderboard", "/leaderboard", "/embed/leaderboard", "/api/leaderboard",
            "/favicon.svg", "/q/health/ready", "/q/openapi" })
    void answers_haveThem(String path) {
        hasThem(given().get(path).then().statusCode(200));
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
