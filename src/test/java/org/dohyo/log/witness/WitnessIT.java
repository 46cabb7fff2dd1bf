package org.dohyo.log.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.dohyo.Beside;
import org.dohyo.PackagedArena;
import org.dohyo.log.tree.Checkpoint;
import org.dohyo.log.tree.Hash;
import org.dohyo.log.tree.SignedNote;
import org.dohyo.log.tree.VerifierKey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A witness signs the log of an arena, and holds it to what it has signed. */
@Beside
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WitnessIT {

    private static final TestWitness WITNESS = new TestWitness();

    @RegisterExtension
    static final PackagedArena ARENA = new PackagedArena(Map.of("DOHYO_LOG_WITNESSES", WITNESS.setting()));

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static int votes;

    @AfterAll
    static void close() {
        WITNESS.close();
    }

    private static SignedNote note() {
        return SignedNote.parse(ARENA.given().get("/log/checkpoint").then().statusCode(200).extract().asString());
    }

    private static boolean cosigned(SignedNote note) {
        return note.signatures().stream()
                .anyMatch(signature -> WITNESS.key().signedAt(note.text(), signature).isPresent());
    }

    private static long signedSize() {
        return Checkpoint.parse(note().text()).size();
    }

    private static int logSize() {
        return ARENA.given().get("/api/log/entries?limit=1").jsonPath().getInt("size");
    }

    private static void importVote() {
        ARENA.admin().contentType("application/octet-stream").body("""
                [{"question_id":"w-%d","model_a":"w-a","model_b":"w-b","winner":"tie","tstamp":1700000000}]"""
                .formatted(votes++).getBytes(StandardCharsets.UTF_8))
                .post("/api/admin/votes/import?format=fastchat").then().statusCode(200);
    }

    private static List<VerifierKey> keys() {
        return ARENA.given().get("/api/log/keys").jsonPath().getList("key", String.class).stream()
                .map(VerifierKey::parse).toList();
    }

    @Test
    @Order(1)
    void checkpoints_areCosigned_eachFromTheOneBefore() {
        WITNESS.trusts(WitnessIT::keys);
        await().atMost(PATIENCE).until(() -> cosigned(note()));
        assertThat(note().signers(keys())).isNotEmpty();
        for (int growth = 0; growth < 3; growth++) {
            long before = signedSize();
            importVote();
            await().atMost(PATIENCE).until(() -> signedSize() > before && cosigned(note()));
        }
        assertThat(WITNESS.extended()).hasSizeGreaterThanOrEqualTo(4).startsWith(0L).isSorted();
        ARENA.given().header("Accept-Language", "en").get("/log").then().statusCode(200)
                .body(containsString("witness.example/test"));
    }

    @Test
    @Order(2)
    void logBehindItsWitness_isNotSigned_untilAnAdminConfirmsIt() {
        WITNESS.hasSigned(1_000_000, Hash.EMPTY);
        importVote();
        await().atMost(PATIENCE).untilAsserted(() -> ARENA.given().header("Accept-Language", "en").get("/log").then()
                .body(containsString("nothing new is signed")));
        long signed = signedSize();
        importVote();
        await().atMost(PATIENCE).until(() -> logSize() > signed);
        ARENA.admin().header("Accept-Language", "en").get("/desk").then().statusCode(200)
                .body(containsString("The witness witness.example/test has signed 1000000 entries"));
        assertThat(signedSize()).isEqualTo(signed);

        ARENA.admin().post("/api/admin/log/acknowledge").then().statusCode(204);

        await().atMost(PATIENCE).until(() -> signedSize() > signed);
        ARENA.given().header("Accept-Language", "en").get("/log").then()
                .body(not(containsString("nothing new is signed")));
    }
}
