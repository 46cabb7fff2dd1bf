package org.dohyo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.dohyo.provider.OpenAiServer;
import org.dohyo.provider.OpenAiServer.Script;
import org.dohyo.support.PostgresResource;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** Models at the desk, in real Chromium: added, with or without a chat template, tested, changed and searched. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskModelsIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    /** Rows of the list of models. */
    private static final String SHOWN = "tr[data-model]:visible";

    @TestHTTPResource
    URI server;

    @Inject
    DataSource database;

    private Page models(String language, int width) {
        Page desk = Browsers.open(CHROMIUM.browser(), server.toString(), language, width, "/desk/sign-in");
        desk.locator("#name").fill("admin");
        desk.locator("#password").fill("a password for the tests");
        desk.locator("form[data-to='/api/session'] button").click();
        desk.waitForURL("**/desk");
        desk.navigate(server.resolve("/desk/models").toString());
        return desk;
    }

    private static Script completion(String text) {
        return Script.stream().event("{\"choices\":[{\"index\":0,\"text\":\"" + text + "\"}]}").finish("stop")
                .doneMark();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | 1280 | First text after \\d+ ms, whole answer after \\d+ ms: Hi          | Saved.
            ja | 390  | 最初の文字まで \\d+ ミリ秒、回答全体まで \\d+ ミリ秒：Hi | 保存しました。""")
    void templateAndStops_haveFieldsOfTheirOwn(String language, int width, String tested, String saved) {
        try (OpenAiServer endpoint = new OpenAiServer().otherwise(completion("Hi###"))) {
            String slug = "templated-" + language;
            Page desk = models(language, width);
            desk.locator("#protocol").selectOption("completions");
            desk.locator("#baseUrl").fill(endpoint.url().toString());
            desk.locator("#modelId").fill("base-model");
            desk.locator("#slug").fill(slug);
            desk.locator("#template-preset").selectOption("rinna");
            assertThat(desk.locator("#template")).hasValue("rinna");
            desk.locator("#preview-prompt").click();
            assertThat(desk.locator("#previewed")).containsText("<NL>ユーザー: 日本の首都はどこですか。<NL>システム:");
            desk.locator("#stops").fill("###\n\\n\\n");
            desk.locator("#test-model").click();
            assertThat(desk.locator("#tested")).hasText(Pattern.compile("✓ " + tested));
            Looks.check(desk);
            desk.locator("#add-model button[type=submit]").click();

            desk.locator("a[href='/desk/models/" + slug + "']").click();
            assertThat(desk.locator("#template")).hasValue("rinna");
            assertThat(desk.locator("#stops")).hasValue("###\n\\n\\n");
            assertThat(desk.locator("#parameters")).hasValue(Pattern.compile("\\{\\s*}"));
            Looks.check(desk);
            desk.locator("#template").fill("\nQ: {prompt}\nA:{answer}");
            desk.locator("#preview-prompt").click();
            assertThat(desk.locator("#previewed")).containsText("Q: 日本の首都はどこですか。\nA:");
            desk.locator("#fold-system").check();
            desk.locator("#change-model button[type=submit]").click();
            assertThat(desk.locator("#change-model .outcome")).hasText(saved);
            stored(slug, Map.of("template", "\nQ: {prompt}\nA:{answer}", "stop", List.of("###", "\n\n"), "fold_system",
                    true));
            desk.reload();
            assertThat(desk.locator("#template")).hasValue("\nQ: {prompt}\nA:{answer}");
            desk.locator("#template").fill("");
            desk.locator("#stops").fill("");
            desk.locator("#fold-system").uncheck();
            desk.locator("#parameters").fill("{\"max_tokens\": 9}");
            desk.locator("#change-model button[type=submit]").click();
            assertThat(desk.locator("#change-model .outcome")).hasText(saved);
            stored(slug, Map.of("max_tokens", 9));
            Duel.admin().delete("/api/admin/models/" + slug);
        }
    }

    /** The sentence above the list counts the models with an endpoint, which battles draw once there are two. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | 1280 | Saved. | real models are enabled. The demo models rest. | 1 of 2 real models are enabled.
            ja | 390 | 保存しました。 | 件有効です。デモモデルは休んでいます。 | 実在のモデルは2件中1件が有効です。""")
    void presetsFillTheForm_theSlugFollowsTheName_andTheListIsSearched(String language, int width, String saved,
            String ready, String alone) {
        try (OpenAiServer endpoint = new OpenAiServer().otherwise(Duel.answer("Hi"))) {
            String slug = "chosen-" + language;
            String further = "further-" + language;
            Page desk = models(language, width);
            assertThat(desk.locator("#baseUrl")).hasValue("https://api.openai.com/v1");
            preset(desk, "AWS Bedrock");
            assertThat(desk.locator("#protocol")).hasValue("bedrock");
            assertThat(desk.locator("#baseUrl")).hasValue("");
            assertThat(desk.locator("#region")).isVisible();
            preset(desk, "Ollama");
            assertThat(desk.locator("#protocol")).hasValue("openai");
            assertThat(desk.locator("#baseUrl")).hasValue("http://127.0.0.1:11434/v1");
            assertThat(desk.locator("#region")).isHidden();

            desk.locator("#baseUrl").fill(endpoint.url().toString());
            desk.locator("#modelId").fill("a-maker/Big Model_1.5 (chat)");
            assertThat(desk.locator("#name")).hasValue("Big Model_1.5 (chat)");
            assertThat(desk.locator("#slug")).hasValue("big-model_1.5-chat");
            desk.locator("#name").fill("Chosen Name");
            assertThat(desk.locator("#slug")).hasValue("chosen-name");
            desk.locator("#slug").fill(slug);
            desk.locator("#name").fill("Chosen Name of " + language);
            assertThat(desk.locator("#slug")).hasValue(slug);
            desk.locator("#add-model button[type=submit]").click();
            assertThat(desk.locator("#saved")).hasText(saved);
            assertThat(desk.locator("main")).containsText(enabled() == 1 ? alone
                    : enabled() + (language.equals("en")
                            ? " "
                            : "") + ready);
            Duel.add(further, "Further of " + language, endpoint, Map.of());
            desk.reload();
            assertThat(desk.locator("#saved")).isEmpty();
            assertThat(desk.locator("main")).containsText(ready);

            int all = Duel.admin().get("/api/admin/models").path("models.size()");
            desk.locator("#find-model").fill("NAME OF " + language);
            desk.locator("#find-model").press("Enter");
            assertThat(desk.locator("#shown-models")).hasText("1 / " + all);
            assertThat(desk.locator(SHOWN)).hasCount(1);
            assertThat(desk.locator(SHOWN)).containsText(slug);
            Duel.admin().delete("/api/admin/models/" + further);
            desk.locator(".search a").click();
            String retired = "tr[data-model$=' " + further + "']";
            assertThat(desk.locator("tr[data-model$=' " + slug + "']")).isVisible();
            assertThat(desk.locator(retired)).hasCount(0);
            desk.locator("#all-models").check();
            desk.locator(".search button").click();
            assertThat(desk.locator("#shown-models")).hasText(all + " / " + all);
            desk.navigate(server.resolve("/desk/models?q=" + further).toString());
            assertThat(desk.locator(retired)).isVisible();
            Duel.admin().delete("/api/admin/models/" + slug);

            desk.navigate(server.resolve("/leaderboard").toString());
            desk.locator("footer a[href='/desk']").click();
            desk.waitForURL("**/desk");
        }
    }

    @ParameterizedTest
    @CsvSource({ "en, 1280", "ja, 390" })
    void manyModels_areListedPageByPage(String language, int width) throws SQLException {
        execute("insert into model (slug, name, created_at) "
                + "select 'many-' || n, 'One of many ' || n, now() from generate_series(1, 230) n");
        try {
            Page desk = models(language, width);
            desk.locator("#find-model").fill("of MANY");
            desk.locator("#find-model").press("Enter");
            Locator next = desk.locator("main a[href*='after=']");
            for (int shown : new int[] { 100, 100 }) {
                assertThat(desk.locator(SHOWN)).hasCount(shown);
                assertThat(desk.locator("#shown-models")).hasText(Pattern.compile("230 / \\d+"));
                next.click();
            }
            assertThat(desk.locator(SHOWN)).hasCount(30);
            assertThat(next).hasCount(0);
            Looks.check(desk);
        } finally {
            execute("delete from model where slug like 'many-%'");
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void preset(Page desk, String name) {
        desk.locator("#preset").selectOption(new SelectOption().setLabel(name));
    }

    private static int enabled() {
        return Duel.admin().get("/api/admin/models")
                .path("models.findAll { it.enabled && !it.retiredAt && it.protocol && it.protocol != 'demo' }.size()");
    }

    private static void stored(String slug, Map<String, Object> parameters) {
        Duel.admin().get("/api/admin/models/" + slug).then().statusCode(200).body("parameters", equalTo(parameters));
    }

    @ParameterizedTest
    @CsvSource({ "en, 1280, Cancelled.", "ja, 390, 中止しました。" })
    void testOfAHangingEndpoint_canBeCancelled(String language, int width, String cancelled) {
        try (OpenAiServer endpoint = new OpenAiServer().otherwise(Script.stream().says("Hm").hang())) {
            String slug = "hanging-" + language;
            Page desk = models(language, width);
            desk.locator("#baseUrl").fill(endpoint.url().toString());
            desk.locator("#modelId").fill("slow");
            desk.locator("#slug").fill(slug);
            desk.locator("#test-model").click();
            await().until(() -> endpoint.requests().size() == 1);
            desk.locator("#cancel-test").click();
            assertThat(desk.locator("#tested")).hasText(cancelled);
            assertThat(desk.locator("#cancel-test")).isHidden();
            await().untilAsserted(() -> assertThat(endpoint.hangUps()).isEqualTo(1));

            endpoint.next(Script.stream().says("Hi").finish("stop").doneMark());
            desk.locator("#add-model button[type=submit]").click();
            desk.locator("a[href='/desk/models/" + slug + "']").click();
            desk.locator("form[data-show=test] button[type=submit]").click();
            await().until(() -> endpoint.requests().size() == 3);
            desk.locator("form[data-show=test] [data-cancel]").click();
            assertThat(desk.locator("form[data-show=test] .outcome")).hasText(cancelled);
            await().untilAsserted(() -> assertThat(endpoint.hangUps()).isEqualTo(2));
            Duel.admin().delete("/api/admin/models/" + slug);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            en | 1280 | The server doesn't know this model, or the base URL is wrong. Check both. Did you mean | paused
            ja | 390  | サーバーにそのモデルがないか、ベース URL が違います。両方を確認してください。 | 一時停止中""")
    void modelWhoseTestFails_isAddedPausedOrNotAtAll(String language, int width, String failure, String paused) {
        try (OpenAiServer endpoint = new OpenAiServer().otherwise(Script.status(404).send("nothing here"))) {
            String slug = "missing-" + language;
            Page desk = models(language, width);
            desk.locator("#baseUrl").fill("http://127.0.0.1:" + endpoint.url().getPort());
            desk.locator("#modelId").fill("missing");
            desk.locator("#slug").fill(slug);
            desk.onceDialog(Dialog::dismiss);
            desk.locator("#add-model button[type=submit]").click();
            assertThat(desk.locator("#tested")).containsText(failure);
            assertThat(desk.locator("#tested")).containsText("http://127.0.0.1:" + endpoint.url().getPort() + "/v1");
            Looks.check(desk);
            Duel.admin().get("/api/admin/models/" + slug).then().statusCode(404);

            desk.onceDialog(Dialog::accept);
            desk.locator("#add-model button[type=submit]").click();
            assertThat(desk.locator("tr", new Page.LocatorOptions().setHasText(slug))).containsText(paused);
            assertThat(endpoint.requests()).hasSize(2);
            Duel.admin().get("/api/admin/models/" + slug).then().statusCode(200).body("enabled", equalTo(false));
            Duel.admin().delete("/api/admin/models/" + slug);
        }
    }
}
