package org.dohyo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import org.dohyo.ArenaProcess;
import org.dohyo.Beside;
import org.dohyo.Duel;
import org.dohyo.PackagedArena;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Strangers verify a running arena: 6,000 imported votes, one cast here, votes excluded and restored. */
@Beside
class VerifyCommandIT {

    @RegisterExtension
    static final PackagedArena ARENA = new PackagedArena();

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path temporary;

    private ArenaProcess.Ran verify(String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of("verify", "--state", temporary.resolve("seen.json").toString()));
        all.addAll(List.of(arguments));
        return ArenaProcess.command(temporary, Map.of(), all.toArray(String[]::new));
    }

    private static void importBattles() throws Exception {
        try (InputStream file = new GZIPInputStream(
                VerifyCommandIT.class.getResourceAsStream("/oracle/battles.json.gz"))) {
            ARENA.admin().contentType("application/octet-stream").body(file.readAllBytes())
                    .post("/api/admin/votes/import?format=fastchat").then().statusCode(200);
        }
    }

    /** Excludes some votes, one after another, and restores one of them, so that each leads to passes of its own. */
    private static void excludeSome() {
        List<String> votes = ARENA.admin().get("/api/admin/votes").jsonPath().getList("votes.id", String.class);
        for (String vote : votes.subList(0, 3)) {
            ARENA.admin().body("{\"reason\":\"A test.\"}").post("/api/admin/votes/" + vote + "/exclude").then()
                    .statusCode(204);
        }
        ARENA.admin().body("{\"reason\":\"It was one.\"}").post("/api/admin/votes/" + votes.get(1) + "/restore").then()
                .statusCode(204);
    }

    /** Until these votes are on all boards, with intervals. What follows is verified as it stands at the moment. */
    private static void awaitBoards(int votes) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode board = ARENA.json("/api/leaderboard");
            assertThat(board.path("votes").intValue()).isEqualTo(votes);
            assertThat(board.path("uncertaintyLogSize").isNumber()).isTrue();
        });
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(ARENA.json("/api/leaderboard?styleControl=true").path("models"))
                        .isNotEmpty());
    }

    private static String vote(Duel duel, Path promise) throws Exception {
        Duel.Fight fight = duel.open("Is this verifiable?");
        fight.awaitState("READY");
        Files.writeString(promise, fight.call().body("{\"outcome\":\"A\"}").post(fight.path("/vote")).then()
                .statusCode(201).extract().path("promise"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> ARENA.given().get(fight.path("/receipt")).then().statusCode(200));
        return ARENA.given().get(fight.path("/receipt")).asString();
    }

    private static void change(Path file, int place) throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        bytes[place] ^= 1;
        Files.write(file, bytes);
    }

    @Test
    void arenaIsVerified_andWhatIsChangedIsFound() throws Exception {
        importBattles();
        Path promise = temporary.resolve("promise.txt");
        Path receipt = temporary.resolve("vote.tlog-proof");
        try (Duel duel = ARENA.duel("Verified One", "Verified Two")) {
            duel.first.otherwise(Duel.answer("Yes, by anyone."));
            duel.second.otherwise(Duel.answer("Only by its owner."));
            Files.writeString(receipt, vote(duel, promise));
        }
        excludeSome();
        awaitBoards(5_999);

        Path copy = temporary.resolve("copy");
        ArenaProcess.Ran ran = verify(ARENA.uri().toString(), "--json", "--save", copy.toString(), "--receipt",
                promise.toString(), "--receipt", receipt.toString());
        JsonNode result = JSON.readTree(ran.output());
        assertThat(ran.code()).as(ran.output()).isZero();
        assertThat(result.path("outcome").asText()).isEqualTo("ok");
        assertThat(result.path("log").path("size").asInt()).isGreaterThanOrEqualTo(6_005);
        assertThat(result.findValuesAsText("text")).filteredOn(text -> text.contains("equal to the last bit"))
                .hasSizeGreaterThanOrEqualTo(12);
        assertThat(result.findValuesAsText("text"))
                .anyMatch(text -> text.contains("the promise was kept by entry"));

        ArenaProcess.Ran offline = verify("--receipt", receipt.toString());
        assertThat(offline.code()).as(offline.output()).isZero();

        change(copy.resolve("log/tile/entries/007"), 1_000);
        ArenaProcess.Ran changed = verify(copy.toString());
        assertThat(changed.code()).isEqualTo(1);
        assertThat(changed.output()).contains("FAILED  root");
        change(copy.resolve("log/tile/entries/007"), 1_000);
        assertThat(fork(copy)).contains("two signed checkpoints contradict each other");

        assertThat(verify("http://127.0.0.1:" + ArenaProcess.freePort()).code()).isEqualTo(3);
        assertThat(Stream.of(verify("--no-such-option"), verify("no such folder"), verify()))
                .allMatch(wrong -> wrong.code() == 3);
    }

    /** What is said when another root of this size was seen before. */
    private String fork(Path copy) throws Exception {
        Path seen = temporary.resolve("seen.json");
        String before = Files.readString(seen);
        String root = Files.readString(copy.resolve("log/checkpoint")).split("\n")[2];
        Files.writeString(seen, before.replace(root, (root.startsWith("A") ? "B" : "A") + root.substring(1)));
        ArenaProcess.Ran fork = verify(copy.toString(), "--log-only");
        assertThat(fork.code()).as(fork.output()).isEqualTo(2);
        return fork.output();
    }
}
