package org.dohyo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import org.dohyo.log.tree.Hash;
import org.dohyo.log.tree.LogProof;
import org.dohyo.log.tree.SignedNote;
import org.dohyo.log.tree.VerifierKey;
import org.dohyo.support.PostgresResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/** What a voter has in hand: a signed promise with the vote's answer, and soon the proof that it was kept. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReceiptIT {

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TestHTTPResource
    URI server;

    private static Duel quick() {
        Duel duel = Duel.of("Receipt One", "Receipt Two");
        duel.first.otherwise(Duel.answer("A receipt is a proof."));
        duel.second.otherwise(Duel.answer("So is a promise, if it is signed."));
        return duel;
    }

    private static List<VerifierKey> keys() {
        return given().get("/api/log/keys").jsonPath().getList("key", String.class).stream().map(VerifierKey::parse)
                .toList();
    }

    private static String vote(Duel.Fight fight, int status) {
        return fight.call().body("{\"outcome\":\"B\"}").post(fight.path("/vote")).then().statusCode(status)
                .extract().path("promise");
    }

    private static Duel.Fight ready(Duel duel, String prompt) {
        Duel.Fight fight = duel.open(prompt);
        fight.awaitState("READY");
        return fight;
    }

    private static LogProof receipt(Duel.Fight fight) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> given().get(fight.path("/receipt")).then().statusCode(200));
        String file = given().get(fight.path("/receipt")).then().header("Content-Type", "text/plain;charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"" + fight.id() + ".tlog-proof\"")
                .extract().asString();
        return LogProof.parse(file);
    }

    @Test
    void voteIsPromised_andTheReceiptKeepsThePromise() throws Exception {
        try (Duel duel = quick()) {
            Duel.Fight fight = ready(duel, "What is a receipt?");
            given().get(fight.path("/receipt")).then().statusCode(404).body("code", equalTo("unknown-battle"));
            String text = vote(fight, 201);
            assertThat(vote(fight, 200)).isEqualTo(text);
            fight.call().get(fight.path("")).then().body("reveal.promise", equalTo(text));

            SignedNote promise = SignedNote.parse(text);
            List<String> lines = promise.text().lines().toList();
            assertThat(promise.signers(keys())).hasSize(1);
            assertThat(lines.subList(0, 2)).containsExactly(keys().get(0).name(), "vote promise v1");
            assertThat(Long.parseLong(lines.get(3).replace("in the log by ", "")))
                    .isBetween(Instant.now().getEpochSecond() + 86_000, Instant.now().getEpochSecond() + 86_400);

            LogProof receipt = receipt(fight);
            assertThat(receipt.verifies(Hash.ofLeaf(receipt.extra()), keys())).isTrue();
            JsonNode entry = JSON.readTree(receipt.extra());
            JsonNode promised = JSON.readTree(lines.get(2));
            assertThat(promised.path("battle").textValue()).isEqualTo(fight.id());
            assertThat(promised.path("outcome").textValue()).isEqualTo("B");
            promised.fieldNames().forEachRemaining(
                    name -> assertThat(entry.get(name)).as(name).isEqualTo(promised.get(name)));
            assertThat(promised).hasSize(9);
        }
    }

    @Test
    void erasedTexts_leaveEntryAndProofAsTheyWere() {
        try (Duel duel = quick()) {
            Duel.Fight fight = ready(duel, "What remains of an erased text?");
            vote(fight, 201);
            LogProof before = receipt(fight);
            fight.call().delete("/api/me/battles/" + fight.id()).then().statusCode(204);
            fight.call().get(fight.path("")).then().statusCode(404);
            LogProof after = receipt(fight);
            assertThat(after.index()).isEqualTo(before.index());
            assertThat(after.extra()).isEqualTo(before.extra());
            assertThat(after.verifies(Hash.ofLeaf(before.extra()), keys())).isTrue();
            assertThat(before.verifies(Hash.ofLeaf(after.extra()), keys())).isTrue();
            fight.call().delete("/api/me").then().statusCode(204);
            LogProof last = receipt(fight);
            assertThat(last.verifies(Hash.ofLeaf(before.extra()), keys())).isTrue();
            assertThat(new String(last.extra(), StandardCharsets.UTF_8)).doesNotContain("erased text");
        }
    }

    @Test
    void unknownBattle_hasNoReceipt() {
        given().get("/api/battles/" + UUID.randomUUID() + "/receipt").then().statusCode(404).body("code",
                equalTo("unknown-battle"));
        given().get("/api/battles/nothing/receipt").then().statusCode(404).body("code", equalTo("unknown-battle"));
    }

    @Test
    void importedVote_hasNoPromise_butAReceiptAsAnyEntry() {
        given().auth().preemptive().basic("admin", "a password for the tests").contentType("application/octet-stream")
                .body("""
                        [{"question_id":"receipt-1","model_a":"receipt-a","model_b":"receipt-b","winner":"model_a","tstamp":1}]"""
                        .getBytes(StandardCharsets.UTF_8))
                .post("/api/admin/votes/import?format=fastchat").then().statusCode(200);
        await().atMost(PATIENCE).untilAsserted(() -> given().get("/api/log/entries?limit=1000").then().body(
                "entries.leaf.modelA.slug.flatten().contains('receipt-a')", equalTo(true)));
        String battle = given().get("/api/log/entries?limit=1000").path(
                "entries.leaf.find { it.kind == 'CAST' && it.modelA.slug == 'receipt-a' }.battle");
        LogProof receipt = receipt(new Duel.Fight(battle, Map.of()));
        assertThat(receipt.verifies(Hash.ofLeaf(receipt.extra()), keys())).isTrue();
    }

    private Page voted(Duel duel, String language) {
        Page page = Browsers.open(CHROMIUM.browser(), server.toString(), language, Looks.DESKTOP, "/");
        page.locator("#prompt").fill("What does a receipt prove?");
        page.locator("#prompt").press("Enter");
        assertThat(page.locator("#bar.ready")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
        return page;
    }

    private static void says(Page page, String words) {
        assertThat(page.locator("#receipt-state")).hasText(Pattern.compile(words),
                new LocatorAssertions.HasTextOptions().setTimeout(30_000));
    }

    @ParameterizedTest
    @CsvSource({ "en, Your vote is entry [0-9]+ of the public log. Your browser has checked the signed proof., Receipt",
            "ja, この投票は公開ログの [0-9]+ 件目です。署名付きの証明をブラウザーが検証しました。, 受領証" })
    void page_checksTheReceiptItself_andKeepsIt(String language, String checked, String receipt) {
        try (Duel duel = quick()) {
            Page page = voted(duel, language);
            Browsers.vote(page, "A");
            says(page, checked);
            assertThat(page.locator("#receipt-file")).isVisible();
            Looks.check(page);
            page.reload();
            says(page, checked);
            assertThat(page.locator("#receipt a").last()).hasAttribute("href", Pattern.compile(".*/method#log"));
            page.navigate(server.resolve("/me").toString());
            assertThat(page.locator("#own-list a[download]")).hasText(receipt);
            page.navigate(server.resolve("/method#log").toString());
            assertThat(page.locator("#log")).isVisible();
            Looks.check(page);
        }
    }

    @Test
    void page_saysSo_ifTheReceiptIsWrong() {
        try (Duel duel = quick()) {
            Page page = voted(duel, "en");
            page.route("**/receipt", route -> {
                String file = route.fetch().text();
                route.fulfill(new Route.FulfillOptions().setContentType("text/plain")
                        .setBody(file.replaceFirst("index (\\d+)", "index 1$1")));
            });
            Browsers.vote(page, "A");
            says(page, "The proof that your vote is in the public log is wrong.*");
            assertThat(page.locator("#receipt-file")).isVisible();
        }
    }

    @Test
    void page_offersThePromise_ifThereIsNoReceipt() {
        try (Duel duel = quick()) {
            Page page = voted(duel, "en");
            page.route("**/receipt", route -> route.fulfill(new Route.FulfillOptions().setStatus(404)
                    .setContentType("application/problem+json").setBody("{}")));
            Browsers.vote(page, "A");
            says(page, "There is no proof yet that your vote is in the public log.*");
            assertThat(page.locator("#receipt-file")).hasText("Download the signed promise");
            Path file = page.waitForDownload(() -> page.locator("#receipt-file").click()).path();
            assertThat(SignedNote.parse(Files.readAllBytes(file)).signers(keys())).hasSize(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void promise_isInTheExport() {
        try (Duel duel = quick()) {
            Duel.Fight fight = ready(duel, "Is a promise mine?");
            String promise = vote(fight, 201);
            assertThat(fight.call().get("/api/me/export").jsonPath().getString("battles[0].vote.promise"))
                    .isEqualTo(promise);
        }
    }
}
