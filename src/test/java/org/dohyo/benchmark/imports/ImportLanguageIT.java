package org.dohyo.benchmark.imports;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import java.nio.charset.StandardCharsets;

import org.dohyo.support.PostgresResource;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** Files of results and of questions are refused in the caller's language. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ImportLanguageIT {

    private static ValidatableResponse send(String call, String file) {
        return given().auth().preemptive().basic("admin", "a password for the tests").header("Accept-Language", "ja")
                .contentType("application/octet-stream").body(file.getBytes(StandardCharsets.UTF_8))
                .post("/api/admin/benchmarks/" + call).then();
    }

    @Test
    void results_inJapanese() {
        String csv = "model,scenario,metric,value\nnobody-ja,s,m,much\n";
        send("import?format=csv", csv).statusCode(422)
                .body("detail", equalTo("何も保存していません：line 2 value が数値ではありません：much"))
                .body("errors[0].place", equalTo("line 2"))
                .body("errors[0].reason", equalTo("value が数値ではありません：much"));
        send("import?format=csv", csv.replace("much", "1")).statusCode(422)
                .body("errors[0].reason", equalTo("登録されていないモデル名です：nobody-ja。"
                        + "名前をモデルに対応付けるか、すべての結果のモデルを指定してください（パラメーター model）"));
        send("import?format=lm-eval", "{\"results\":{\"t\":{\"acc\":45}}}").statusCode(422)
                .body("errors[0].reason", equalTo("値は 45.0 ですが、acc の範囲は 0.0～1.0（fraction）です"));
        send("import?format=mt-bench", "{\"model\":\"m\",\"model\":\"n\"}").statusCode(422)
                .body("errors[0].reason", equalTo("フィールド model が2つあります"));
        send("import?format=xml", csv).statusCode(400).body("violations[0].message",
                equalTo("次のいずれかにしてください：lm-eval, helm, mt-bench, arena-hard, alpaca-eval, csv"));
    }

    @Test
    void questions_inJapanese() {
        send("questions?benchmark=mt-bench&version=ja-1", "\nx").statusCode(422)
                .body("detail", equalTo("何も保存していません（2 行目：JSON オブジェクトではありません）。"))
                .body("errors[0].place", equalTo("2 行目"))
                .body("errors[0].reason", equalTo("JSON オブジェクトではありません"));
        send("questions?version=ja-1", "x").statusCode(400).body("violations[0].message",
                equalTo("mt-bench または mmlu にしてください"));
    }
}
