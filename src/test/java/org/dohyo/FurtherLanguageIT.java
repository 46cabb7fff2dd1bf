package org.dohyo;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.util.Map;

import org.dohyo.support.PostgresResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/** German is an entry in quarkus.locales and two small message bundles here, and nothing else. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestProfile(SecondArena.class)
class FurtherLanguageIT {

    private static RequestSpecification reader() {
        return given().header("Accept-Language", "de-AT,de;q=0.9,en;q=0.5").accept("text/html");
    }

    private static RequestSpecification admin() {
        return given().auth().preemptive().basic("admin", "a password for the tests");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/", "/leaderboard", "/leaderboard/charts", "/leaderboard/value", "/leaderboard/exposure",
            "/method", "/me",
            "/benchmarks",
            "/benchmarks/table", "/terms", "/desk/sign-in" })
    void page_isInTheFurtherLanguage(String path) {
        reader().get(path).then().statusCode(200).body(allOf(containsString("<html lang=\"de\">"),
                containsString("Nutzungsbedingungen"), containsString("lang=\"ja\">日本語</button>"),
                not(containsString("lang=\"de\">Deutsch</button>"))));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/desk", "/desk/models", "/desk/votes", "/desk/users", "/desk/tokens", "/desk/audit",
            "/desk/conversations", "/desk/moderation", "/desk/categories", "/desk/terms", "/desk/runs",
            "/desk/benchmarks" })
    void deskPage_isInTheFurtherLanguage(String path) {
        admin().header("Accept-Language", "de").accept("text/html").get(path).then().statusCode(200)
                .body(allOf(containsString("<html lang=\"de\">"), containsString("Nutzungsbedingungen")));
    }

    @Test
    void unknownPage_isInTheFurtherLanguage() {
        reader().get("/nothing/here").then().statusCode(404).body(containsString("<html lang=\"de\">"));
    }

    @Test
    void everyPage_offersTheLanguage_andTheSwitchRemembersIt() {
        given().header("Accept-Language", "ja").accept("text/html").get("/leaderboard").then()
                .body(containsString("lang=\"de\">Deutsch</button>"));
        given().redirects().follow(false).queryParam("to", "de").queryParam("back", "/leaderboard").get("/language")
                .then().statusCode(303).cookie("dohyo_lang", "de");
        given().cookie("dohyo_lang", "de").header("Accept-Language", "ja").accept("text/html").get("/leaderboard")
                .then().body(containsString("<html lang=\"de\">"));
    }

    @Test
    void textThatIsNotTranslatedYet_isEnglish() {
        reader().get("/me").then().body(allOf(containsString("Meine Duelle"), containsString("Benchmarks")));
        reader().get("/leaderboard").then()
                .body(allOf(containsString("Rangliste der Modelle"), containsString("Benchmarks")));
    }

    @Test
    void runs_offerQuestionsInTheLanguage_andRefuseOthers() {
        admin().header("Accept-Language", "de").accept("text/html").get("/desk/runs").then()
                .body(containsString("<option value=\"de\" lang=\"de\">Deutsch</option>"));
        admin().contentType(ContentType.JSON).body("""
                {"slug":"asked","name":"Asked","protocol":"openai","baseUrl":"http://127.0.0.1:9/v1","modelId":"m",
                 "enabled":false}""").post("/api/admin/models").then().statusCode(201);
        String run = "{\"models\":[\"asked\"],\"language\":\"%s\"}";
        admin().contentType(ContentType.JSON).body(run.formatted("fr")).post("/api/admin/benchmarks/mmlu/runs").then()
                .statusCode(400).body("violations[0].message", containsString("en or ja or de"));
        // The arena's own questions are English and Japanese.
        admin().contentType(ContentType.JSON).body(run.formatted("de")).post("/api/admin/benchmarks/mmlu/runs").then()
                .statusCode(400).body("violations[0].message", containsString("no question of this set"));
    }

    @Test
    void terms_areShownInEnglishAndSaySo_untilTheyArePublishedInTheLanguage() {
        reader().get("/terms").then().statusCode(200)
                .body(allOf(containsString("They are shown in Englisch."), containsString("<div lang=\"en\">")));
        given().queryParam("language", "de").get("/api/terms").then().statusCode(200).body("language", is("en"));
        admin().contentType(ContentType.JSON).body(Map.of("texts", Map.of("en", "Be kind.", "ja", "親切に。")))
                .post("/api/admin/terms").then().statusCode(400).body("violations[0].field", is("texts.de"));
        admin().contentType(ContentType.JSON)
                .body(Map.of("texts", Map.of("en", "Be kind.", "ja", "親切に。", "de", "Seid *freundlich*.")))
                .post("/api/admin/terms").then().statusCode(201);
        reader().get("/terms").then().statusCode(200)
                .body(allOf(containsString("<div lang=\"de\"><p>Seid <em>freundlich</em>.</p>"),
                        not(containsString("They are shown in"))));
        given().queryParam("language", "de").queryParam("version", 1).get("/api/terms").then().statusCode(200)
                .body("language", is("en"));
    }
}
