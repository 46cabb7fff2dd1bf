package org.dohyo.vote.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.dohyo.Beside;
import org.dohyo.Duel;
import org.dohyo.Duel.Fight;
import org.dohyo.PackagedArena;
import org.dohyo.support.Hashes;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.restassured.common.mapper.TypeRef;

/** What the arena states in its log, in the order in which it must, and how a stranger checks a board's digest. */
@Beside
class StatementsIT {

    @RegisterExtension
    static final PackagedArena ARENA = new PackagedArena();

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static List<Map<String, Object>> leaves() {
        return ARENA.given().get("/api/log/entries?limit=1000").jsonPath().getList("entries.leaf");
    }

    private static Predicate<Map<String, Object>> about(String kind, String slug) {
        return leaf -> leaf.get("kind").equals(kind) && Stream.of("model", "modelA", "modelB").map(leaf::get)
                .anyMatch(model -> model instanceof Map<?, ?> named && slug.equals(named.get("slug")));
    }

    /** The position of the first such entry; -1 without one. */
    private static int position(String kind, String slug) {
        List<Map<String, Object>> leaves = leaves();
        return leaves.stream().filter(about(kind, slug)).findFirst().map(leaves::indexOf).orElse(-1);
    }

    private static List<Map<String, Object>> all(String kind, String slug) {
        return leaves().stream().filter(about(kind, slug)).toList();
    }

    private static void awaitAll(String kind, String slug, int count) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(all(kind, slug)).hasSize(count));
    }

    private static void change(String slug, Map<String, Object> change) {
        ARENA.admin().body(change).patch("/api/admin/models/" + slug).then().statusCode(200);
    }

    private static void vote(Duel duel) {
        duel.first.otherwise(Duel.answer("One."));
        duel.second.otherwise(Duel.answer("Two."));
        Fight fight = duel.open("Which of you is it?");
        fight.awaitState("READY");
        fight.call().body(Map.of("outcome", "A")).post(fight.path("/vote")).then().statusCode(201);
    }

    @Test
    void models_areStatedBeforeTheirFirstVote_andWithEachChange() {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(leaves()).extracting(leaf -> leaf.get("kind"))
                .contains("REGISTER", "ACTIVATE", "PLAN"));
        String slug;
        try (Duel duel = ARENA.duel("Stated", "Other")) {
            slug = duel.slugs.get(0);
            change(slug, Map.of("modelId", "not-yet-used"));
            change(slug, Map.of("organization", "Renamed"));
            vote(duel);
            awaitAll("CAST", slug, 1);
            assertThat(position("REGISTER", slug)).isNotNegative().isLessThan(position("ACTIVATE", slug));
            assertThat(position("REVISE", slug)).isPositive().isLessThan(position("CAST", slug));
            assertThat(position("ACTIVATE", slug)).isLessThan(position("CAST", slug));
            change(slug, Map.of("systemPrompt", "Be brief."));
            awaitAll("REVISE", slug, 2);
            assertThat(all("REVISE", slug)).extracting(leaf -> (Object) ((Map<?, ?>) leaf.get("model")).get("revision"))
                    .containsExactly(1, 2);
        }
        awaitAll("RETIRE", slug, 1);
        ARENA.admin().delete("/api/admin/models/" + slug).then().statusCode(204);
        awaitAll("RETIRE", slug, 2);
        assertThat(all("RETIRE", slug)).extracting(leaf -> leaf.get("forGood")).containsExactly(false, true);
        assertThat(all("REGISTER", slug).get(0).get("commitment").toString()).matches("[0-9a-f]{64}")
                .isNotEqualTo(all("REVISE", slug).get(0).get("commitment"));
        assertThat(JSON.valueToTree(leaves()).toString()).doesNotContain("Be brief.", "not-yet-used", "Renamed");
    }

    /** As a stranger does it, from the public interface alone. */
    @Test
    void publishedBoard_hasItsDigestInTheLog() {
        try (Duel duel = ARENA.duel("Digested", "Likewise")) {
            vote(duel);
        }
        for (String address : List.of("", "?weights=votes", "?method=elo")) {
            await().atMost(Duration.ofSeconds(100)).untilAsserted(() -> {
                Map<String, Object> board = ARENA.given().get("/api/leaderboard" + address).then().statusCode(200)
                        .extract().body().as(new TypeRef<>() {
                        });
                assertThat(((Number) board.get("votes")).intValue()).isPositive();
                assertThat(leaves().stream().filter(leaf -> leaf.get("kind").equals("PUBLISH"))
                        .flatMap(leaf -> ((List<?>) leaf.get("boards")).stream())
                        .map(stated -> (Object) ((Map<?, ?>) stated).get("digest"))).contains(digest(board));
            });
        }
        ARENA.given().get("/api/leaderboard").then().body("logSize", equalTo(
                ARENA.given().get("/api/leaderboard?weights=votes").path("logSize")));
    }

    private static String digest(Map<String, Object> board) throws IOException {
        Map<String, Object> members = only(board, "category", "logSize", "method", "methodVersion", "styleControl",
                "votes", "weights");
        members.put("models", ((List<?>) board.get("models")).stream().map(model -> only((Map<?, ?>) model, "rating",
                "slug", "votes")).sorted(Comparator.comparing(model -> model.get("slug").toString())).toList());
        return Hashes.sha256Hex(new JsonCanonicalizer(JSON.writeValueAsString(members)).getEncodedString());
    }

    private static Map<String, Object> only(Map<?, ?> members, String... names) {
        return Stream.of(names).collect(Collectors.toMap(name -> name, members::get, (a, b) -> a, HashMap::new));
    }
}
