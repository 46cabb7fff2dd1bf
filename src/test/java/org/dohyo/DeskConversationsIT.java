package org.dohyo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

import org.dohyo.provider.OpenAiServer;
import org.dohyo.provider.OpenAiServer.Script;
import org.dohyo.support.PostgresResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** Flags and moderation from both ends in real Chromium: the voter's page and the desk. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskConversationsIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @TestHTTPResource
    URI server;

    private Page desk(String language, int width) {
        Page desk = Browsers.open(CHROMIUM.browser(), server.toString(), language, width, "/desk/sign-in");
        desk.locator("#name").fill("admin");
        desk.locator("#password").fill("a password for the tests");
        desk.locator("form[data-to='/api/session'] button").click();
        desk.waitForURL("**/desk");
        desk.onDialog(Dialog::accept);
        return desk;
    }

    private void go(Page page, String path) {
        page.navigate(server.resolve(path).toString());
    }

    /** Where pictures are wanted: {@code -Ddohyo.story.pictures=target/story}. */
    private static void picture(Page page, String name, String language, int width) {
        String folder = System.getProperty("dohyo.story.pictures");
        if (folder != null) {
            page.setViewportSize(width, 900);
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                    .setPath(Path.of(folder, name + "-" + language + "-" + width + ".png")));
        }
    }

    @ParameterizedTest
    @CsvSource({ "en, 1280, flagged for self-harm", "ja, 390, 自傷" })
    void promptIsRefusedAndKept_thenMarked_thenTheDeskErasesAndBans(String language, int width, String why) {
        try (Duel duel = Duel.of("Alpha One", "Beta Two"); OpenAiServer moderation = new OpenAiServer()) {
            duel.first.otherwise(Duel.answer("A first answer, marmalade."));
            duel.second.otherwise(Duel.answer("A second answer, marmalade."));
            Page desk = desk(language, width);
            moderate(desk, moderation, language, width);
            Page voter = Browsers.open(CHROMIUM.browser(), server.toString(), language, width, "/");
            refused(voter, moderation, why, language, width);

            Duel.admin().body(Map.of("whenFlagged", "mark")).patch("/api/admin/moderation").then().statusCode(200);
            moderation.next(ModerationIT.json(ModerationIT.FLAGGED)).otherwise(ModerationIT.json(ModerationIT.CLEAN));
            Browsers.fight(voter, "A doubtful prompt");
            assertThat(voter.locator(".prompt-bar .notice")).isVisible();
            Browsers.checkAccess(voter);
            picture(voter, "marked", language, width);
            flag(voter);
            act(desk, voter, language, width);
        } finally {
            Duel.admin().body(Map.of("enabled", false)).patch("/api/admin/moderation").then().statusCode(200);
        }
    }

    private void moderate(Page desk, OpenAiServer moderation, String language, int width) {
        moderation.otherwise(ModerationIT.json(ModerationIT.FLAGGED));
        go(desk, "/desk/moderation");
        desk.locator("#enabled").check();
        desk.locator("#baseUrl").fill(moderation.url().toString());
        desk.locator("#apiKey").fill("sk-moderation");
        desk.locator("#whenFlagged").selectOption("refuse");
        moderation.next(Script.status(500).send("down"));
        // Its question is answered yes.
        desk.locator("#moderation button[type=submit]").click();
        // It said off before, so this is the page that comes after saving.
        assertThat(desk.locator("main .tag")).hasText(language.equals("ja") ? "オン" : "on");
        desk.waitForLoadState();
        assertThat(desk.locator("#moderation .outcome")).hasText(language.equals("ja") ? "保存しました。" : "Saved.");
        assertThat(desk.locator("#try")).isVisible();
        desk.locator("#try button").click();
        assertThat(desk.locator("#try .outcome")).containsText("violence/graphic");
        assertThat(desk.locator("main")).not().containsText("sk-moderation");
        Looks.check(desk);
        picture(desk, "moderation", language, width);
    }

    private static void refused(Page voter, OpenAiServer moderation, String why, String language, int width) {
        voter.locator("#prompt").fill("Something bad");
        voter.locator("#prompt").press("Enter");
        assertThat(voter.locator("#status")).containsText(why);
        assertThat(voter.locator("#prompt")).hasValue("Something bad");
        assertThat(voter.locator("#turns > li")).hasCount(0);
        Browsers.checkAccess(voter);
        picture(voter, "refused", language, width);
    }

    private static void flag(Page voter) {
        voter.locator("[data-side=A] .flag").click();
        voter.locator("#flag-form input[value=harmful]").check();
        voter.locator("#flag-form button[value=send]").click();
        assertThat(voter.locator("#status")).not().isEmpty();
    }

    private void act(Page desk, Page voter, String language, int width) {
        go(desk, "/desk/conversations");
        assertThat(desk.locator(".cards li").first()).containsText("A doubtful prompt");
        assertThat(desk.locator(".cards li").first()).containsText("self-harm");
        Looks.check(desk);
        picture(desk, "conversations", language, width);
        desk.locator(".cards li a.button").first().click();
        assertThat(desk.locator("#turns .model-output")).hasCount(2);
        Looks.check(desk);
        picture(desk, "conversation", language, width);
        desk.locator("#erase button").click();
        assertThat(desk.locator("main .empty")).isVisible();
        assertThat(desk.locator("main")).not().containsText("marmalade");
        desk.locator("#ban-reason").fill("tests the patience");
        desk.locator("#excludeVotes").check();
        desk.locator("#ban button[type=submit]").click();
        assertThat(desk.locator("#unban")).isVisible();
        Looks.check(desk);
        picture(desk, "banned-desk", language, width);

        voter.reload();
        assertThat(voter.locator("#banned")).isVisible();
        assertThat(voter.locator("#ask")).isHidden();
        assertThat(voter.locator("#status")).not().isEmpty();
        go(voter, "/");
        assertThat(voter.locator("#ask")).isHidden();
        Looks.check(voter);
        picture(voter, "banned-voter", language, width);
        desk.locator("#unban button").click();
        assertThat(desk.locator("#ban")).isVisible();
        go(voter, "/");
        assertThat(voter.locator("#ask")).isVisible();
    }

    @Test
    void categoriesAreTriedAndMade_andTermsWrittenAndPublished() {
        Page desk = desk("en", Looks.DESKTOP);
        go(desk, "/desk/categories");
        desk.locator("#try-prompt").fill("Where does a haiku break its lines?");
        desk.locator("#try-pattern").fill("haik(u|ai)");
        desk.locator("#try button").click();
        assertThat(desk.locator("#try .outcome")).containsText("english");
        assertThat(desk.locator("#try .outcome")).containsText("The pattern matches");
        desk.locator("#slug").fill("haiku");
        desk.locator("#nameEn").fill("Haiku");
        desk.locator("#nameJa").fill("俳句");
        desk.locator("#pattern").fill("haik(");
        desk.locator("#add-category button").click();
        assertThat(desk.locator("#pattern")).hasAttribute("aria-invalid", "true");
        desk.locator("#pattern").fill("haik(u|ai)");
        desk.locator("#add-category button").click();
        assertThat(desk.locator("#own")).containsText("haiku");
        Looks.checkBoth(desk);
        picture(desk, "categories", "en", Looks.DESKTOP);
        desk.locator("#own button").click();
        assertThat(desk.locator("#own")).hasCount(0);

        go(desk, "/desk/terms");
        String english = desk.locator("#texts-en").inputValue();
        desk.locator("#texts-en").fill(english + "\n\n**A new sentence**, <script>alert(1)</script>.");
        desk.locator("#draft button").click();
        assertThat(desk.locator(".sheet[lang=en] strong").last()).hasText("A new sentence");
        assertThat(desk.locator(".sheet script")).hasCount(0);
        Looks.checkBoth(desk);
        picture(desk, "terms", "en", Looks.DESKTOP);
        picture(desk, "terms", "en", Looks.PHONE);
        Page voter = Browsers.open(CHROMIUM.browser(), server.toString(), "en", Looks.DESKTOP, "/");
        assertThat(voter.locator("#battle")).hasAttribute("data-agreed", "true");
        assertThat(voter.request().get(server.resolve("/terms").toString()).text()).doesNotContain("A new sentence");
        desk.locator("#publish button").click();
        assertThat(desk.locator("#publish")).hasCount(0);
        voter.reload();
        assertThat(voter.locator("#battle")).hasAttribute("data-agreed", "false");
        go(voter, "/terms");
        assertThat(voter.locator("main")).containsText("A new sentence");
    }
}
