package org.dohyo.account;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import org.dohyo.support.PostgresResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class DeskPagesIT {

    private static RequestSpecification admin() {
        return given().auth().preemptive().basic("admin", "a password for the tests");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/setup", "/desk/sign-in", "/desk", "/desk/models", "/desk/votes", "/desk/users",
            "/desk/tokens", "/desk/audit",
            "/desk/conversations", "/desk/integrity", "/desk/moderation", "/desk/categories", "/desk/terms",
            "/desk/runs" })
    void page_isShownInBothLanguages_withItsScript(String path) {
        admin().header("Accept-Language", "en").get(path).then().statusCode(200)
                .body(containsString("lang=\"en\"")).body(containsString("<script"))
                .header("Content-Security-Policy", containsString("default-src 'none'"));
        admin().header("Accept-Language", "ja").get(path).then().statusCode(200).body(containsString("lang=\"ja\""));
    }

    @Test
    void model_hasItsPage_withoutItsKey() {
        admin().contentType(ContentType.JSON).body("""
                {"slug":"paged","name":"<b>Paged","protocol":"openai","baseUrl":"http://127.0.0.1:9/v1","modelId":"m",
                 "apiKey":"sk-hidden","enabled":false}""").post("/api/admin/models").then().statusCode(201);
        admin().header("Accept-Language", "ja").get("/desk/models/paged").then().statusCode(200)
                .body(containsString("一時停止中")).body(containsString("&lt;b&gt;Paged"))
                .body(not(containsString("sk-hidden")));
    }
}
