package org.dohyo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.altcha.altcha.Altcha;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** What a flood of prompts and votes costs, and that a quiet arena asks nobody. */
@Beside
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FloodIT {

    private static final int QUIET = 12;
    private static final int VOTES = 4;

    @RegisterExtension
    static final PackagedArena ARENA = new PackagedArena(Map.of("DOHYO_FLOOD_PROOF_NUMBERS", "3000",
            "DOHYO_FLOOD_NETWORK_PER_MINUTE", Integer.toString(QUIET), "DOHYO_FLOOD_ARENA_PER_MINUTE", "0",
            "DOHYO_FLOOD_VOTES_PER_NETWORK_AND_HOUR", Integer.toString(VOTES),
            "DOHYO_BATTLE_READING_CHARACTERS_PER_SECOND", "1", "DOHYO_BATTLE_READING_AT_MOST", "PT1H", "DOHYO_BATTLE_PER_NETWORK_AND_HOUR", "1000"));

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final ObjectMapper JSON = new ObjectMapper();

    private Duel duel;

    @BeforeAll
    void enableModels() {
        duel = ARENA.duel("Alpha One", "Beta Two");
        duel.first.otherwise(Duel.answer("Two hundred characters would take minutes. ".repeat(5)));
        duel.second.otherwise(Duel.answer("Two hundred characters would take minutes. ".repeat(5)));
    }

    private static RequestSpecification json(Map<String, String> voter) {
        return ARENA.given().cookies(voter).contentType(ContentType.JSON);
    }

    private static Response prompt(Map<String, String> voter, String proof) {
        RequestSpecification call = json(voter).body(Map.of("prompt", "Which city is larger?"));
        return (proof == null ? call : call.header("Altcha", proof)).post("/api/battles");
    }

    private static Response vote(Duel.Fight fight, String proof) {
        RequestSpecification call = fight.call().body(Map.of("outcome", "A"));
        return (proof == null ? call : call.header("Altcha", proof)).post(fight.path("/vote"));
    }

    private Duel.Fight ready() {
        Duel.Fight fight = duel.open("Which city is larger?");
        fight.awaitState("READY");
        return fight;
    }

    /** Sends prompts until the arena asks for a proof; returns that refusal. The window may have ended meanwhile. */
    private static Response flood() {
        for (int i = 0; i <= QUIET; i++) {
            Response sent = prompt(Map.of(), null);
            if (sent.statusCode() != 201) {
                return sent;
            }
        }
        throw new AssertionError("no proof was asked for");
    }

    private static String solution(Response refused) throws Exception {
        String challenge = refused.path("challenge.challenge");
        String salt = refused.path("challenge.salt");
        int most = refused.path("challenge.maxnumber");
        long number = Altcha.solveChallenge(challenge, salt, Altcha.Algorithm.SHA256, most, 0).number;
        return payload(refused, number);
    }

    private static String payload(Response refused, long number) throws Exception {
        return Base64.getEncoder().encodeToString(JSON.writeValueAsString(Map.of("algorithm", "SHA-256", "challenge",
                refused.path("challenge.challenge"), "number", number, "salt", refused.path("challenge.salt"),
                "signature", refused.path("challenge.signature"), "took", 12)).getBytes(StandardCharsets.UTF_8));
    }

    private static void refused(Response response, int status, String code) {
        response.then().statusCode(status).contentType("application/problem+json").body("code", equalTo(code))
                .body("challenge.algorithm", equalTo("SHA-256")).body("challenge.maxnumber", equalTo(3000))
                .body("$", not(hasKey("stack")));
    }

    @Test
    @Order(1)
    void aQuietArena_asksNobody_andANetworkHasItsVotes() throws Exception {
        List<Duel.Fight> fights = new ArrayList<>();
        for (int i = 0; i < VOTES + 1; i++) {
            fights.add(ready());
        }
        for (Duel.Fight fight : fights.subList(0, VOTES)) {
            // It comes at once: the log says why it doesn't count.
            vote(fight, "nobody asked for this").then().statusCode(201).body("counted", equalTo(false))
                    .body("notCountedReason", equalTo("too-fast"))
                    .body("promise", containsString("\"counted\":false"));
            vote(fight, null).then().statusCode(200);
        }
        Duel.Fight more = fights.get(VOTES);
        Response refused = vote(more, null);
        refused.then().statusCode(429).body("code", equalTo("too-many-votes"));
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(3_000, 3_600);
        more.call().get(more.path("")).then().body("state", equalTo("READY"));
    }

    @Test
    @Order(2)
    void aFlood_costsAProofEach_ofWhomItWasAskedFrom_onceOnly() throws Exception {
        Response asked = flood();
        refused(asked, 428, "proof-required");
        String solution = solution(asked);
        refused(prompt(Map.of(), payload(asked, 3001)), 403, "proof-wrong");
        refused(prompt(Map.of(), "no proof"), 403, "proof-wrong");
        Response admitted = prompt(Map.of(), solution);
        admitted.then().statusCode(201);
        flood();
        refused(prompt(Map.of(), solution), 403, "proof-used");

        Map<String, String> known = admitted.cookies();
        String ofNobody = solution(flood());
        refused(prompt(known, ofNobody), 403, "proof-foreign");
        Duel.Fight fight = new Duel.Fight(admitted.path("id"), known, ARENA::given);
        fight.awaitState("READY");
        flood();
        Response forVote = vote(fight, null);
        refused(forVote, 428, "proof-required");
        // The hour's votes are used up, which a proof doesn't change; it stays good, as nothing was stored.
        String own = solution(forVote);
        vote(fight, own).then().statusCode(429);
        json(known).header("Altcha", own).body(Map.of("prompt", "And the smaller one?")).post(fight.path("/turns"))
                .then().statusCode(201);
        json(known).header("Altcha", own).body(Map.of("prompt", "And the smaller one?")).post(fight.path("/turns"))
                .then().statusCode(409);
    }

    @Test
    @Order(3)
    void theBrowser_doesTheProofByItself() {
        Page page = Browsers.open(CHROMIUM.browser(), ARENA.uri().toString(), "en", Looks.DESKTOP, "/");
        List<String> errors = new ArrayList<>();
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy") || message.text().contains("TrustedScriptURL")) {
                errors.add(message.text());
            }
        });
        List<String> sent = new ArrayList<>();
        page.onRequest(request -> {
            if (request.url().endsWith("/api/battles") && request.headers().containsKey("altcha")) {
                sent.add(request.headers().get("altcha"));
            }
        });
        flood();
        Browsers.fight(page, "Which city is larger?");
        assertThat(sent).hasSize(1);
        assertThat(errors).isEmpty();
        assertThat(page.locator("#effort")).isHidden();
    }

    @Test
    @Order(4)
    void whileItWorks_thePageSaysSo_toEverybody() {
        Page page = Browsers.open(CHROMIUM.browser(), ARENA.uri().toString(), "ja", Looks.PHONE, "/");
        page.route("**/proof-worker.js", route -> route.fulfill(new Route.FulfillOptions()
                .setContentType("text/javascript").setBody("postMessage({ share: 0.4 });")));
        flood();
        page.locator("#prompt").fill("どちらの都市が大きい？");
        page.locator("#send").click();
        assertThat(page.locator("#effort")).isVisible();
        assertThat(page.locator("#effort")).hasJSProperty("value", 0.4);
        assertThat(page.locator("#status")).hasText("送信が非常に集中しています。お使いの端末で短い計算をしてから送信します。");
        Browsers.checkAccess(page);
    }
}
