package org.dohyo.account;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import jakarta.inject.Inject;

import org.dohyo.support.PostgresResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/** What the desk's calls refuse is said in the reader's language. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class RefusalLanguageIT {

    private static final String PASSWORD = "a password for the tests";

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

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            POST | users | {"name":"admin","role":"reader","password":"twelve chars"} | 409 | その名前はほかのユーザーが使っています。
            POST | users | {"name":"lin","role":"king"} | 400 | role admin, moderator または reader にしてください
            POST | users | {"name":"l","role":"reader","password":"x"} | 400 | password 12 文字以上にしてください（ヌル文字は使えません）
            POST | users | {"name":"a b","role":"reader"} | 400 | name 文字、数字、. _ @ - だけで 1～64 文字にしてください
            POST | users | {"role":"reader"} | 400 | name 必須です
            POST | users | { | 400 | body JSON として正しくありません（1 行目、2 文字目）
            PATCH | users/nobody | {"disabled":true} | 404 | その名前のユーザーはいません。
            POST | tokens | {"name":"n","scopes":["x"],"days":367} | 400 | days 366 以下にしてください
            POST | tokens | {"name":" ","scopes":["x"]} | 400 | name 入力してください
            DELETE | tokens/987654 | | 404 | その番号のトークンはあなたのトークンにありません。
            PATCH | models/nowhere | {"weight":1} | 404 | このスラッグのモデルはありません。
            POST | models | {"slug":"x","wait":1} | 400 | wait 使用できない項目です
            POST | models | {"slug":"x","name":"X","protocol":"tgi","modelId":"m"} | 400 | baseUrl 必須です
            POST | categories | {"slug":"A"} | 400 | slug a～z、0～9 と途中のハイフンだけで 1～50 文字にしてください
            POST | votes/987/exclude | {"reason":"x"} | 404 | その投票はありません。
            GET | votes?limit=x | | 400 | limit 整数にしてください
            GET | votes?limit=0 | | 400 | limit 1 から 500 までの整数にしてください
            GET | conversations?state=x | | 400 | state open または handled にしてください
            POST | conversations/987/dismiss | {} | 404 | その ID の会話は、確認対象にありません。
            POST | integrity/987/clear | {"reason":"x"} | 404 | その不審な投票はありません。
            DELETE | yardsticks/987654 | | 404 | その比較対象のリーダーボードはありません。
            POST | benchmarks/mmlu/runs | {"models":[]} | 400 | models 1～50 個のスラッグのリストにしてください
            GET | nothing | | 404 | このアドレスには何もありません。
            """)
    void refusal_isInTheReadersLanguage(String method, String path, String body, int status, String detail) {
        RequestSpecification call = admin().header("Accept-Language", "ja");
        (body == null ? call : call.body(body)).request(method, "/api/admin/" + path).then().statusCode(status)
                .body("detail", equalTo(detail));
    }

    @Test
    void refusal_ofAnEndpointsSettings_isInTheReadersLanguage() {
        admin().header("Accept-Language", "ja").body("""
                {"slug":"x","name":"X","protocol":"completions","baseUrl":"http://127.0.0.1:9/","modelId":"m",
                 "parameters":{"template":{"turn":"{a}"}}}""").post("/api/admin/models").then().statusCode(400)
                .body("detail", equalTo("parameters template の turn に {a} は使えません"
                        + "（使えるのは {answer} と {prompt} だけです）"));
    }

    @Test
    void refusal_ofStrangers_isInTheReadersLanguage() {
        given().header("Accept-Language", "ja").get("/api/admin/users").then().statusCode(401)
                .body("detail", equalTo("この操作にはログインが必要です。"));
        given().header("Accept-Language", "ja").auth().preemptive().basic("admin", "wrong").body("{}")
                .contentType("text/plain").post("/api/admin/users").then().statusCode(415)
                .body("detail", equalTo("Content-Type を application/json にして送信してください。"));
    }

    /** The choice made in the menu goes before the browser's language, also for the validator's own messages. */
    @ParameterizedTest
    @CsvSource({ "ja, en, days 1 以上にしてください", "en, ja, days must be 1 or greater" })
    void refusal_isInTheLanguageChosen(String chosen, String accepted, String detail) {
        admin().cookie("dohyo_lang", chosen).header("Accept-Language", accepted)
                .body("{\"name\":\"n\",\"scopes\":[\"x\"],\"days\":0}").post("/api/admin/tokens").then()
                .statusCode(400).body("detail", equalTo(detail));
    }
}
