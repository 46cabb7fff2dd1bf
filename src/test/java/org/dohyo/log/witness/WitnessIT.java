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

import io.restassured.response.ValidatableResponse;

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

    private static ValidatableResponse decide(String witness, boolean ignored) {
        return ARENA.admin().body(Map.of("witness", witness, "ignored", ignored)).put("/api/admin/log/witnesses")
                .then();
    }

    private static String desk() {
        return ARENA.admin().header("Accept-Language", "en").get("/desk").then().statusCode(200).extract().asString();
    }

    /** Until the witness has said to have signed so many entries. */
    private static void awaitHold(long seen) {
        importVote();
        await().atMost(PATIENCE).untilAsserted(() -> ARENA.given().header("Accept-Language", "en").get("/log").then()
                .body(containsString("nothing new is signed")));
        assertThat(desk()).contains("The witness witness.example/test has signed " + seen + " entries",
                "Ignore witness.example/test");
        long signed = signedSize();
        int size = logSize();
        importVote();
        await().atMost(PATIENCE).until(() -> logSize() > size);
        assertThat(signedSize()).isEqualTo(signed);
    }

    @Test
    @Order(2)
    void witnessThatIsWrong_isIgnored_untilItIsAskedAgain() {
        WITNESS.hasSigned(1_000_000, Hash.EMPTY);
        awaitHold(1_000_000);
        long signed = signedSize();
        decide("memory", true).statusCode(404);
        decide("witness.example/other", true).statusCode(404);
        decide("", true).statusCode(400);

        decide("witness.example/test", true).statusCode(204);

        await().atMost(PATIENCE).until(() -> signedSize() > signed);
        assertThat(desk()).contains("Ignored witnesses", "Ask witness.example/test again").doesNotContain("has signed");
        WITNESS.hasSigned(2_000_000, Hash.EMPTY);
        for (int more = 0; more < 2; more++) {
            long before = signedSize();
            importVote();
            await().atMost(PATIENCE).until(() -> signedSize() > before);
        }
        WITNESS.hasSigned(3_000_000, Hash.EMPTY);
        decide("witness.example/test", false).statusCode(204);
        assertThat(desk()).doesNotContain("Ignored witnesses");
    }

    @Test
    @Order(3)
    void logBehindItsWitness_isNotSigned_untilAnAdminConfirmsIt() {
        awaitHold(3_000_000);
        long signed = signedSize();

        ARENA.admin().post("/api/admin/log/acknowledge").then().statusCode(204);

        await().atMost(PATIENCE).until(() -> signedSize() > signed);
        ARENA.given().header("Accept-Language", "en").get("/log").then()
                .body(not(containsString("nothing new is signed")));
    }
}
