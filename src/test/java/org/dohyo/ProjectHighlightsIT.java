package org.dohyo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** Annotators mark passages of the answers: each is of the text that was selected, and leaves the project as that. */
@Beside
class ProjectHighlightsIT {

    @RegisterExtension
    static final PackagedArena ARENA = PackagedArena.shared();

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    /** Two models that answer so many prompts by these texts and the prompt's number. */
    private static Crowd crowd(String slug, boolean highlights, int prompts, String first, String second) {
        Crowd crowd = Crowd.project(ARENA, slug, Map.of("highlights", highlights));
        crowd.upload("prompts", IntStream.range(0, prompts)
                .mapToObj(i -> "{\"id\": \"key-" + i + "\", \"prompt\": \"Question " + i + "\"}")
                .collect(Collectors.joining("\n"))).statusCode(200);
        crowd.upload("answers", IntStream.range(0, prompts).mapToObj(i -> answer(i, "first", first) + "\n"
                + answer(i, "second", second)).collect(Collectors.joining("\n"))).statusCode(200);
        return crowd.planned(Map.of());
    }

    private static String answer(int prompt, String model, String text) {
        return "{\"prompt_id\": \"key-" + prompt + "\", \"model\": \"" + model + "\", \"answer\": \""
                + text.replace("\n", "\\n") + prompt + "\"}";
    }

    private static Map<String, Object> passage(String side, int start, int end, String kind) {
        return Map.of("side", side, "turn", 1, "start", start, "end", end, "kind", kind);
    }

    private static Map<String, Object> with(Map<String, Object> passage, String member, Object value) {
        Map<String, Object> changed = new HashMap<>(passage);
        changed.put(member, value);
        return changed;
    }

    private static Response judge(Crowd crowd, String slug, String cookie, String id, List<?> highlights) {
        return crowd.as(cookie).body(Map.of("id", id, "ratings", Map.of("overall", "A"), "highlights", highlights))
                .post("/api/projects/" + slug + "/judgements");
    }

    private static String exported(String slug, String parameters, String file) throws IOException {
        Response zip = ARENA.admin().get("/api/admin/projects/" + slug + "/export?" + parameters);
        zip.then().statusCode(200);
        try (ZipInputStream archive = new ZipInputStream(new ByteArrayInputStream(zip.asByteArray()))) {
            while (!archive.getNextEntry().getName().equals(file)) {
                archive.closeEntry();
            }
            return new String(archive.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<JsonPath> records(String slug, String parameters) throws IOException {
        return exported(slug, parameters, "judgements.jsonl").lines().map(JsonPath::new).toList();
    }

    private static List<String> rows(String query) throws Exception {
        try (Connection database = ARENA.database();
                Statement call = database.createStatement();
                ResultSet rows = call.executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    private static String stored(String slug, String columns) {
        return "select distinct " + columns + " from project_highlight h join project_assignment a "
                + "on a.id = h.assignment_id join project p on p.id = a.project_id where p.slug = '" + slug
                + "' order by 1";
    }

    @Test
    void passages_areOfTheText_whateverSideItWasOn_andLeaveWithTheirWords() throws Exception {
        Crowd crowd = crowd("marked", true, 2, "**First** 😀 良い文 ", "Second 😀 wrong ");
        String cookie = crowd.join(1).get(0);
        for (int i = 0; i < 2; i++) {
            Response next = crowd.next(cookie);
            String id = next.path("id");
            boolean swapped = next.<String> path("turns[0].b").startsWith("**First**");
            Map<String, Object> good = passage(swapped ? "B" : "A", 13, 16, "good");
            Map<String, Object> bad = with(passage(swapped ? "A" : "B", 7, 9, "bad"), "note", " a smile ");
            judge(crowd, "marked", cookie, id, List.of(bad, good)).then().statusCode(200);
            judge(crowd, "marked", cookie, id, List.of(good, bad)).then().statusCode(200).body("judged",
                    equalTo(i + 1));
            for (List<?> others : List.of(List.of(), List.of(good), List.of(good, with(bad, "kind", "good")),
                    List.of(good, with(bad, "note", "another")))) {
                judge(crowd, "marked", cookie, id, others).then().statusCode(409).body("code",
                        equalTo("already-decided"));
            }
        }
        assertThat(rows(stored("marked", "h.of_first || ' ' || h.kind || ' ' || h.begins || ' ' || h.ends")))
                .containsExactly("false bad 7 9", "true good 13 16");
        List<JsonPath> records = records("marked", "highlights=true");
        assertThat(records).extracting(one -> one.getString("model_a")).containsExactlyInAnyOrder("first", "second");
        assertThat(records).allSatisfy(one -> {
            boolean first = one.getString("model_a").equals("first");
            assertThat(one.<Object> getList("highlights")).containsExactlyInAnyOrder(
                    Map.of("side", first ? "A" : "B", "turn", 1, "start", 13, "end", 16, "kind", "good", "text",
                            "良い文"),
                    Map.of("side", first ? "B" : "A", "turn", 1, "start", 7, "end", 9, "kind", "bad", "text", "😀",
                            "note", "a smile"));
        });
        assertThat(records("marked", "texts=true"))
                .allSatisfy(one -> assertThat(one.getMap("$")).doesNotContainKey("highlights"));
        assertThat(exported("marked", "file=csv&highlights=true", "judgements.csv")).contains("a smile", "良い文");

        ARENA.admin().body(Map.of("highlights", false)).patch(crowd.path()).then().statusCode(200);
        assertThat(records("marked", "highlights=true")).allSatisfy(
                one -> assertThat(one.getList("highlights")).hasSize(2));
        crowd.as(cookie).get("/api/me/export").then().statusCode(200)
                .body("projects[0].judgements.highlights.flatten().findAll { it.note == 'a smile' }", hasSize(2));
        crowd.as(cookie).delete("/api/me").then().statusCode(204);
        assertThat(rows(stored("marked", "h.kind"))).isEmpty();
        assertThat(records("marked", "highlights=true")).hasSize(2)
                .allSatisfy(one -> assertThat(one.getMap("$")).doesNotContainKey("highlights"));
    }

    @Test
    void wrongPassage_isRefusedByItsField_andNothingIsStored() throws Exception {
        Crowd crowd = crowd("mismarked", true, 1, "Hi 😀!", "Ho 😀!");
        String cookie = crowd.join(1).get(0);
        String id = crowd.next(cookie).path("id");
        Map<String, Object> right = passage("A", 0, 2, "good");
        Map<Map<String, Object>, String> wrong = new HashMap<>();
        wrong.put(with(right, "side", "C"), "side");
        wrong.put(with(right, "side", null), "side");
        wrong.put(with(right, "turn", 0), "turn");
        wrong.put(with(right, "turn", 2), "turn");
        wrong.put(with(right, "start", null), "start");
        wrong.put(with(right, "start", -1), "start");
        wrong.put(with(right, "start", 2), "end");
        wrong.put(with(right, "end", 8), "end");
        wrong.put(with(right, "end", 4), "end");
        wrong.put(passage("A", 4, 5, "good"), "start");
        wrong.put(with(right, "kind", "nice"), "kind");
        wrong.put(with(right, "note", "x".repeat(501)), "note");
        wrong.put(with(right, "note", "x\0"), "note");
        wrong.forEach((passage, field) -> judge(crowd, "mismarked", cookie, id, List.of(passage)).then()
                .statusCode(400).body("violations.field", equalTo(List.of("highlights[0]." + field))));
        refused(crowd, cookie, id, List.of(right, passage("A", 1, 3, "bad")), "highlights[1]");
        refused(crowd, cookie, id, IntStream.range(0, 51).mapToObj(i -> right).toList(), "highlights");
        List<Map<String, Object>> none = new ArrayList<>();
        none.add(null);
        refused(crowd, cookie, id, none, "highlights[0]");
        crowd.as(cookie).header("Accept-Language", "ja")
                .body(Map.of("id", id, "ratings", Map.of("overall", "A"), "highlights",
                        List.of(with(right, "end", 8))))
                .post("/api/projects/mismarked/judgements").then().statusCode(400)
                .body("violations[0].message", containsString("UTF-16"), "detail", containsString("回答の範囲内"));
        assertThat(rows(stored("mismarked", "h.kind"))).isEmpty();
        crowd.next(cookie).then().body("id", equalTo(id)).body("judged", equalTo(0));
        List<Map<String, Object>> marked = List.of(right, passage("A", 2, 5, "bad"), passage("B", 0, 7, "bad"));
        judge(crowd, "mismarked", cookie, id, marked).then().statusCode(200);
        ARENA.admin().body(Map.of("highlights", false)).patch(crowd.path()).then().statusCode(200);
        judge(crowd, "mismarked", cookie, id, marked).then().statusCode(200);
    }

    private static void refused(Crowd crowd, String cookie, String id, List<?> highlights, String field) {
        judge(crowd, "mismarked", cookie, id, highlights).then().statusCode(400).body("violations.field",
                equalTo(List.of(field)));
    }

    @Test
    void passage_isOfItsTurn() throws Exception {
        Crowd crowd = Crowd.project(ARENA, "turns-marked", Map.of("highlights", true));
        crowd.upload("prompts", "{\"id\": \"two\", \"turns\": [\"One?\", \"Two?\"]}").statusCode(200);
        crowd.upload("answers", Stream.of("x", "y").map(model -> "{\"question_id\": \"two\", \"model_id\": \"" + model
                + "\", \"choices\": [{\"turns\": [\"Yes\", \"Rather not\"]}]}").collect(Collectors.joining("\n")))
                .statusCode(200);
        String cookie = crowd.planned(Map.of()).join(1).get(0);
        String id = crowd.next(cookie).path("id");
        List<Map<String, Object>> marked = List.of(with(passage("A", 0, 6, "good"), "turn", 2),
                passage("A", 0, 3, "bad"), with(passage("B", 7, 10, "bad"), "turn", 2));
        judge(crowd, "turns-marked", cookie, id,
                List.of(passage("A", 0, 6, "good"))).then().statusCode(400).body("violations.field",
                        equalTo(List.of("highlights[0].end")));
        judge(crowd, "turns-marked", cookie, id, marked).then().statusCode(200);
        assertThat(records("turns-marked", "highlights=true").get(0).<String> getList("highlights.text"))
                .containsExactlyInAnyOrder("Rather", "Yes", "not");
    }

    @Test
    void projectWithoutHighlights_refusesThem_andACopyHasTheSetting() {
        Crowd crowd = crowd("unmarked", false, 1, "Hi ", "Ho ");
        String cookie = crowd.join(1).get(0);
        String id = crowd.next(cookie).path("id");
        judge(crowd, "unmarked", cookie, id, List.of(passage("A", 0, 2, "good"))).then().statusCode(400)
                .body("violations.field", equalTo(List.of("highlights")));
        assertThat(crowd.as(cookie).get("/projects/unmarked/judge").asString()).doesNotContain("id=\"mark\"");
        judge(crowd, "unmarked", cookie, id, List.of()).then().statusCode(200);
        ARENA.admin().body(Map.of("highlights", "yes")).patch(crowd.path()).then().statusCode(400)
                .body("violations.field", equalTo(List.of("highlights")));
        ARENA.admin().get(crowd.path()).then().body("highlights", equalTo(false));
        ARENA.admin().body(Map.of("highlights", true)).patch(crowd.path()).then().statusCode(200)
                .body("highlights", equalTo(true));
        ARENA.admin().body(Map.of("slug", "unmarked-copy", "name", "Copy")).post(crowd.path() + "/copies").then()
                .statusCode(201).body("highlights", equalTo(true));
    }

    @ParameterizedTest
    @CsvSource({ "en, 1280, The moon is bright. It is a wrong sentence. , middle",
            "ja, 390, 月は明るいです。これは誤った文です。, 途中" })
    void annotator_marksBySelection_andByKeyboardAlone(String language, int width, String sentences, String word)
            throws IOException {
        String slug = "marking-" + language;
        String text = "**Bold** 😀 " + word + " <b>raw</b>\n\n" + sentences;
        Crowd crowd = crowd(slug, false, 1, text, text);
        Page desk = Browsers.desk(CHROMIUM.browser(), ARENA.uri().toString(), language, width,
                "/desk/projects/" + slug);
        desk.locator("#highlights").check();
        desk.locator("#settings button[type=submit]").click();
        assertThat(desk.locator("#settings .outcome")).not().isEmpty();
        assertThat(desk.locator("#highlights")).isChecked();
        String link = ARENA.admin().body(Map.of("label", "crowd", "places", 1)).post(crowd.path() + "/invitations")
                .then().statusCode(201).extract().path("path");
        Page page = Browsers.newcomer(CHROMIUM.browser(), ARENA.uri().toString(), language, width, link);
        page.locator("#join button").click();
        page.waitForURL("**/projects/" + slug);
        page.locator("a.button.primary").click();
        Locator a = page.locator(".side-a");
        Locator b = page.locator(".side-b");
        assertThat(a.locator(".text strong")).hasText("Bold");

        page.locator("#mark").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#mark")).hasAttribute("aria-pressed", "true");
        assertThat(a.locator(".text")).containsText("**Bold** 😀");
        a.locator("[data-kind=good]").click();
        assertThat(a.locator(".picked")).not().isEmpty();
        select(page, word);
        assertThat(a.locator(".picked")).containsText(word);
        a.locator("[data-kind=good]").click();
        assertThat(a.locator("mark.good")).hasText(word);
        assertThat(a.locator(".marks li")).hasCount(1);
        assertThat(a.locator(".picked")).not().containsText(word);
        // The letters and digits are keys elsewhere on the page.
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        assertThat(a.locator(".marks .note input")).isFocused();
        page.keyboard().type("s1 " + word + " <i>x</i>");
        page.keyboard().press("Enter");
        assertThat(page.locator("#judgement input:checked")).hasCount(0);
        assertThat(page.locator("#skipping")).isHidden();
        assertThat(page.locator("#judgement .outcome")).isEmpty();

        chooseSentence(page, b);
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        String sentence = b.locator("mark.bad").textContent();
        assertThat(sentences).contains(sentence);
        page.keyboard().press("Enter");
        chooseSentence(page, b);
        b.locator("[data-kind=bad]").click();
        assertThat(b.locator(".marks li")).hasCount(1);
        Looks.check(page);
        b.locator(".marks button").focus();
        page.keyboard().press("Enter");
        assertThat(b.locator("mark")).hasCount(0);
        assertThat(page.locator("#mark")).isFocused();
        chooseSentence(page, b);
        b.locator("[data-kind=bad]").click();

        page.locator("#mark").click();
        assertThat(a.locator(".text strong")).hasText("Bold");
        assertThat(b.locator(".marks li")).hasCount(1);
        Looks.check(page);
        page.locator("#judgement input[value=TIE][name=overall]").check();
        page.keyboard().press("Enter");
        assertThat(page.locator("#judgement")).isHidden();
        assertThat(page.locator("#mark-bar")).isHidden();
        JsonPath record = records(slug, "highlights=true").get(0);
        assertThat(record.getList("highlights.side")).containsExactlyInAnyOrder("A", "B");
        assertThat(record.getList("highlights.text")).containsExactlyInAnyOrder(word, sentence);
        assertThat(record.getInt("highlights.find { it.kind == 'good' }.start")).isEqualTo(text.indexOf(word));
        String note = "s1 " + word + " <i>x</i>";
        assertThat(record.getString("highlights.find { it.kind == 'good' }.note")).isEqualTo(note);
        assertThat(record.getString("highlights.find { it.kind == 'bad' }.note")).isNull();
        desk.navigate(ARENA.uri() + "desk/projects/" + slug + "/prompt?key=" + record.getString("prompt"));
        assertThat(desk.locator(".marked .good .note")).hasText(note);
        assertThat(desk.locator(".marked .bad q")).hasText(sentence);
        Looks.check(desk);
    }

    /** Drags the mouse over the word in the text on the side A. */
    private static void select(Page page, String word) {
        page.locator(".side-a .text").scrollIntoViewIfNeeded();
        @SuppressWarnings("unchecked")
        List<Number> places = (List<Number>) page.evaluate("""
                word => {
                  const node = document.querySelector('.side-a .text').firstChild;
                  const range = document.createRange();
                  range.setStart(node, node.data.indexOf(word));
                  range.setEnd(node, node.data.indexOf(word) + word.length);
                  const { left, right, top, bottom } = range.getBoundingClientRect();
                  return [left + 1, right - 1, (top + bottom) / 2];
                }""", word);
        page.mouse().move(places.get(0).doubleValue(), places.get(2).doubleValue());
        page.mouse().down();
        page.mouse().move(places.get(1).doubleValue(), places.get(2).doubleValue());
        page.mouse().up();
    }

    /** By the keyboard: the one after the first line. */
    private static void chooseSentence(Page page, Locator answer) {
        answer.locator("select").focus();
        page.keyboard().press("Home");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        assertThat(answer.locator(".picked")).not().isEmpty();
    }
}
