package org.dohyo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.microsoft.playwright.Page;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Annotators judge blinded answers: each item as often as wanted, nobody twice, and strangers nothing. */
@Beside
class ProjectQueueIT {

    @RegisterExtension
    static final PackagedArena ARENA = PackagedArena.shared();

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private static final Logger LOG = Logger.getLogger(ProjectQueueIT.class);

    /** A project with prompts p0 … and the answers of models named model-zebra-0 …, all pairs planned. */
    private static void project(String slug, int prompts, int models, int votes, int pairsPerPrompt) {
        ARENA.admin().body(Map.of("slug", slug, "name", "Project " + slug, "votesPerItem", votes, "instructions",
                "Read **both** answers.", "criteria",
                List.of(Map.of("slug", "tone", "name", "Tone", "scale", "five-point", "required", false))))
                .post("/api/admin/projects").then().statusCode(201);
        file(slug + "/prompts", IntStream.range(0, prompts).mapToObj(
                prompt -> "{\"id\": \"secret-key-" + prompt + "\", \"prompt\": \"Question " + prompt + "\"}"));
        file(slug + "/answers", IntStream.range(0, prompts * models).mapToObj(i -> "{\"prompt_id\": \"secret-key-"
                + i / models + "\", \"model\": \"model-zebra-" + i % models + "\", \"answer\": \"Answer " + i + "\"}"));
        ARENA.admin().body(Map.of("pairsPerPrompt", pairsPerPrompt)).post("/api/admin/projects/" + slug + "/plan")
                .then().statusCode(200)
                .body("items", equalTo(prompts * Math.min(pairsPerPrompt, models * (models - 1) / 2)));
    }

    private static void file(String path, Stream<String> lines) {
        byte[] file = lines.collect(Collectors.joining("\n")).getBytes(StandardCharsets.UTF_8);
        ARENA.admin().contentType("application/octet-stream").body(file).post("/api/admin/projects/" + path).then()
                .statusCode(200);
    }

    private static String invitation(String slug, Map<String, Object> settings) {
        Map<String, Object> body = new HashMap<>(settings);
        body.put("label", "crowd");
        return ARENA.admin().body(body).post("/api/admin/projects/" + slug + "/invitations").then().statusCode(201)
                .extract().<String> path("path");
    }

    /** A new annotator, recognised by the cookie that is returned. */
    private static String joins(String path) {
        Response joined = join(path, null);
        joined.then().statusCode(200);
        return joined.cookie("dohyo_voter");
    }

    private static Response join(String path, String cookie) {
        String token = path.substring(path.lastIndexOf('/') + 1);
        RequestSpecification call = cookie == null ? ARENA.given() : as(cookie);
        return call.contentType("application/json").body(Map.of("token", token)).post("/api/projects/join");
    }

    private static RequestSpecification as(String cookie) {
        return ARENA.given().cookie("dohyo_voter", cookie).contentType("application/json");
    }

    private static Response next(String slug, String cookie) {
        return as(cookie).post("/api/projects/" + slug + "/next");
    }

    private static Response judge(String slug, String cookie, String id, Map<String, String> ratings) {
        return as(cookie).body(Map.of("id", id, "ratings", ratings)).post("/api/projects/" + slug + "/judgements");
    }

    /** Judges until nothing is left; returns the texts that were shown, A and B. */
    private static List<List<String>> work(String slug, String cookie, int most) {
        List<List<String>> shown = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            Response next = next(slug, cookie);
            assertThat(next.statusCode()).as(next.asString()).isEqualTo(200);
            if (!next.path("state").equals("ITEM")) {
                return shown;
            }
            shown.add(List.of(next.path("turns[0].a"), next.path("turns[0].b")));
            judge(slug, cookie, next.path("id"), Map.of("overall", i % 3 == 0 ? "A" : "TIE")).then().statusCode(200);
        }
        return shown;
    }

    @Test
    void annotatorsAtOnce_neverExceedWhatIsWanted_andNobodySeesAPairTwice() throws Exception {
        project("many", 10, 3, 2, 9);
        String link = invitation("many", Map.of("places", 6));
        List<String> cookies = IntStream.range(0, 6).mapToObj(i -> joins(link)).toList();
        ExecutorService people = Executors.newFixedThreadPool(6);
        Map<String, Integer> judged = new HashMap<>();
        try {
            List<Future<List<List<String>>>> all = cookies.stream()
                    .map(cookie -> people.submit(() -> work("many", cookie, 100))).toList();
            for (Future<List<List<String>>> one : all) {
                List<List<String>> shown = one.get(120, TimeUnit.SECONDS);
                List<String> pairs = shown.stream()
                        .map(pair -> pair.stream().sorted().collect(Collectors.joining("|"))).toList();
                assertThat(pairs).doesNotHaveDuplicates();
                pairs.forEach(pair -> judged.merge(pair, 1, Integer::sum));
                assertSidesBalanced(shown);
            }
        } finally {
            people.shutdownNow();
        }
        assertThat(judged).hasSize(30);
        assertThat(judged.values()).containsOnly(2);
        ARENA.admin().get("/api/admin/projects/many/progress").then().body("items", equalTo(30))
                .body("wanted", equalTo(60)).body("judged", equalTo(60)).body("reserved", equalTo(0));
    }

    /** Answer i is of model i mod 3. */
    private static void assertSidesBalanced(List<List<String>> shown) {
        int[] lead = new int[3];
        shown.forEach(pair -> {
            lead[Integer.parseInt(pair.get(0).substring(7)) % 3]++;
            lead[Integer.parseInt(pair.get(1).substring(7)) % 3]--;
        });
        assertThat(Arrays.stream(lead).map(Math::abs).max().orElse(0)).as("sides of %s", shown)
                .isLessThanOrEqualTo(2);
    }

    @Test
    void reservation_isKept_judgedOnce_orSkippedForOthers() {
        project("once", 2, 2, 1, 1);
        String link = invitation("once", Map.of("places", 2));
        String first = joins(link);
        String second = joins(link);
        String id = next("once", first).path("id");
        assertThat(next("once", first).<String> path("id")).isEqualTo(id);
        String other = next("once", second).path("id");
        assertThat(other).isNotEqualTo(id);
        judge("once", second, id, Map.of("overall", "A")).then().statusCode(404).body("code",
                equalTo("no-reservation"));
        judge("once", first, id, Map.of()).then().statusCode(400).body("violations.field",
                hasItem("ratings.overall"));
        judge("once", first, id, Map.of("overall", "A_MUCH")).then().statusCode(400).body("violations.field",
                hasItem("ratings.overall"));
        judge("once", first, id, Map.of("overall", "A", "style", "A")).then().statusCode(400).body("violations.field",
                hasItem("ratings.style"));
        Map<String, String> ratings = Map.of("overall", "BOTH_BAD", "tone", "B_MUCH");
        judge("once", first, id, ratings).then().statusCode(200).body("judged", equalTo(1));
        judge("once", first, id, ratings).then().statusCode(200).body("judged", equalTo(1));
        judge("once", first, id, Map.of("overall", "A")).then().statusCode(409).body("code",
                equalTo("already-decided"));
        next("once", first).then().body("state", equalTo("DONE"));

        as(second).body(Map.of("id", other, "reason", "unclear")).post("/api/projects/once/skips").then()
                .statusCode(204);
        next("once", second).then().body("state", equalTo("DONE"));
        next("once", first).then().body("state", equalTo("ITEM"));
        ARENA.admin().get("/api/admin/projects/once/progress").then().body("skipped", equalTo(1)).body("judged",
                equalTo(1));
    }

    @Test
    void quota_deadline_andArchive_endTheWork() {
        project("ends", 3, 2, 1, 1);
        String link = invitation("ends", Map.of("places", 1, "quota", 1));
        String cookie = joins(link);
        assertThat(work("ends", cookie, 9)).hasSize(1);
        next("ends", cookie).then().body("state", equalTo("QUOTA")).body("judged", equalTo(1));
        assertThat(join(link, cookie).statusCode()).as("again").isEqualTo(200);
        join(link, null).then().statusCode(409).body("code", equalTo("invitation-used-up"));
        ARENA.admin().body(Map.of("deadline", "2026-01-01T00:00:00Z")).patch("/api/admin/projects/ends").then()
                .statusCode(200);
        next("ends", cookie).then().body("state", equalTo("CLOSED"));
        int invitation = ARENA.admin().get("/api/admin/projects/ends/invitations").then()
                .body("invitations[0].used", equalTo(1)).body("invitations[0].tokenHash", nullValue()).extract()
                .path("invitations[0].id");
        ARENA.admin().delete("/api/admin/projects/ends/invitations/" + invitation).then().statusCode(204);
        join(link, null).then().statusCode(404).body("code", equalTo("invitation-invalid"));
        ARENA.given().get(link).then().statusCode(404);
    }

    @Test
    void strangers_getNotFound_andAnnotatorsSeeNoNameBeforeOrAfter() {
        project("blind", 4, 3, 1, 1);
        String cookie = joins(invitation("blind", Map.of("places", 1)));
        String stranger = joins(otherProject());
        for (String who : List.of(stranger, "nobody")) {
            next("blind", who).then().statusCode(404).body("code", equalTo("unknown-project"));
            judge("blind", who, "00000000-0000-0000-0000-000000000000", Map.of()).then().statusCode(404);
            as(who).get("/projects/blind").then().statusCode(404);
            as(who).get("/projects/blind/judge").then().statusCode(404);
        }
        Response next = next("blind", cookie);
        next.then().body("keySet()", hasSize(6))
                .body("turns[0].keySet()", equalTo(Set.of("prompt", "a", "b")));
        for (Response seen : List.of(next, as(cookie).get("/projects/blind"), as(cookie).get("/projects/blind/judge"),
                judge("blind", cookie, next.path("id"), Map.of("overall", "B")), next("blind", cookie))) {
            assertThat(seen.statusCode()).isEqualTo(200);
            assertThat(seen.asString() + seen.headers()).doesNotContain("zebra", "secret-key");
        }
        ARENA.given().get("/api/models").then().body(not(containsString("zebra")));
        ARENA.given().get("/api/leaderboard").then().body(not(containsString("zebra")));
        as(cookie).get("/api/me/export").then().statusCode(200).body("projects[0].judgements", hasSize(2));
        as(cookie).delete("/api/me").then().statusCode(204);
        next("blind", cookie).then().statusCode(404);
        ARENA.admin().get("/api/admin/projects/blind/progress").then().body("judged", equalTo(1)).body("reserved",
                equalTo(0));
    }

    private static String otherProject() {
        project("other", 1, 2, 1, 1);
        return invitation("other", Map.of("places", 1));
    }

    @ParameterizedTest
    @CsvSource({ "en, 1280", "ja, 390" })
    void annotator_joinsAndJudges_byKeyboardAlone(String language, int width) {
        String slug = "page-" + language;
        project(slug, 2, 2, 1, 1);
        String link = invitation(slug, Map.of("places", 1));
        Page page = Browsers.newcomer(CHROMIUM.browser(), ARENA.uri().toString(), language, width, link);
        Looks.check(page);
        page.locator("#join button").focus();
        page.keyboard().press("Enter");
        page.waitForURL("**/projects/" + slug);
        assertThat(page.locator("#instructions strong")).hasText("both");
        Looks.check(page);
        page.locator("a.button.primary").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#judgement")).isVisible();
        assertThat(page.locator("#turns .answer .text")).containsText(new String[] { "Answer", "Answer" });
        Looks.check(page);
        page.keyboard().press("Enter");
        assertThat(page.locator("#judgement .outcome")).not().isEmpty();
        page.keyboard().press("1");
        page.keyboard().press("5");
        assertThat(page.locator("#judgement input[value=A][name=overall]")).isChecked();
        assertThat(page.locator("#judgement input[value=B_MUCH]")).isChecked();
        page.keyboard().press("Enter");
        assertThat(page.locator("#own-judged")).containsText("1");
        assertThat(page.locator("#judgement input:checked")).hasCount(0);
        page.keyboard().press("s");
        assertThat(page.locator("#skipping")).isVisible();
        Browsers.checkAccess(page);
        page.locator("#skip-form input[value=broken]").check();
        page.locator("#skip-form button[type=submit]").click();
        assertThat(page.locator("#judgement")).isHidden();
        assertThat(page.locator("#state")).not().isEmpty();
        Looks.check(page);
    }

    /** 10,000 items of 20 models: everyone has a next item after each judgement. The log has the times. */
    @Tag("long")
    @Test
    void everyoneHasANextItem_withManyItemsAndAnnotators() throws Exception {
        long begin = System.nanoTime();
        project("large", 500, 20, 3, 20);
        LOG.info("500 × 20 answers uploaded and 10,000 items planned in "
                + (System.nanoTime() - begin) / 1_000_000 + " ms");
        String link = invitation("large", Map.of("places", 100));
        List<String> cookies = IntStream.range(0, 100).mapToObj(i -> joins(link)).toList();
        ExecutorService people = Executors.newFixedThreadPool(4);
        List<Long> micros = new ArrayList<>();
        try {
            List<Future<List<Long>>> all = cookies.stream().map(cookie -> people.submit(() -> times(cookie))).toList();
            for (Future<List<Long>> one : all) {
                micros.addAll(one.get(10, TimeUnit.MINUTES));
            }
        } finally {
            people.shutdownNow();
        }
        micros.sort(null);
        LOG.info("next item of " + micros.size() + ": median " + micros.get(micros.size() / 2)
                + " µs, 99% " + micros.get(micros.size() * 99 / 100) + " µs, most " + micros.get(micros.size() - 1));
        assertThat(micros).hasSize(100 * 30);
    }

    private static List<Long> times(String cookie) {
        List<Long> micros = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            long begin = System.nanoTime();
            Response next = next("large", cookie);
            micros.add((System.nanoTime() - begin) / 1000);
            judge("large", cookie, next.path("id"), Map.of("overall", "A")).then().statusCode(200);
        }
        return micros;
    }
}
