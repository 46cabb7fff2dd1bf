package org.dohyo.project.log;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.dohyo.ProjectCalls;
import org.dohyo.account.Accounts;
import org.dohyo.account.Role;
import org.dohyo.log.tree.Checkpoint;
import org.dohyo.log.tree.EntryBundle;
import org.dohyo.log.tree.Frontier;
import org.dohyo.log.tree.Hash;
import org.dohyo.log.tree.LogProof;
import org.dohyo.log.tree.SignedNote;
import org.dohyo.log.tree.VerifierKey;
import org.dohyo.project.people.Member;
import org.dohyo.support.Hashes;
import org.dohyo.support.PostgresResource;
import org.dohyo.vote.LogLeaf;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/** A project's log can be verified by its owners and viewers, says nothing to others, and grows whatever happens. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ProjectLogIT {

    private static final String PASSWORD = "a password for the tests";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ProjectCalls CALLS = new ProjectCalls(RestAssured::given,
            () -> as("admin"));

    @Inject
    Accounts accounts;

    @Inject
    Member.Repository members;

    private static RequestSpecification as(String name) {
        return given().auth().preemptive().basic(name, PASSWORD).contentType(ContentType.JSON);
    }

    private static String log(String slug) {
        return "/api/admin/projects/" + slug + "/log";
    }

    /** The log once it has so many signed entries. */
    private static JsonNode awaited(String slug, int size) throws Exception {
        await().atMost(PATIENCE).untilAsserted(
                () -> assertThat(as("admin").get(log(slug)).as(JsonNode.class).path("size").intValue())
                        .isEqualTo(size));
        return JSON.readTree(as("admin").get(log(slug)).asString());
    }

    @Test
    void judgements_areLeavesOfASignedTree_withoutTexts() throws Exception {
        long before = given().get("/api/log/entries").then().extract().jsonPath().getLong("size");
        CALLS.create("logged", 2, 1, "logged-one", "logged-two");
        String judgement = CALLS.judges("logged", CALLS.joins("logged"), 9, (a, b) -> "logged-one");
        JsonNode page = awaited("logged", 2);

        SignedNote note = SignedNote.parse(as("admin").get(log("logged") + "/checkpoint").asString());
        VerifierKey key = VerifierKey.parse(page.path("key").asText());
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        assertThat(note.signers(List.of(key))).containsExactly(key);
        assertThat(checkpoint.origin()).isEqualTo(page.path("origin").asText()).contains("/projects/logged/");

        Frontier tree = new Frontier();
        EntryBundle.decode(as("admin").get(log("logged") + "/tile/entries/000.p/2").asByteArray())
                .forEach(entry -> tree.append(Hash.ofLeaf(entry)));
        assertThat(tree.root()).isEqualTo(checkpoint.root());
        assertThat(as("admin").get(log("logged") + "/tile/0/000.p/2").asByteArray()).hasSize(2 * Hash.BYTES);

        LogProof receipt = LogProof.parse(as("admin").get(log("logged") + "/receipts/" + judgement).asString());
        assertThat(receipt.verifies(Hash.ofLeaf(receipt.extra()), List.of(key))).isTrue();
        JsonNode entry = JSON.readTree(receipt.extra());
        assertThat(entry.path("judgement").asText()).isEqualTo(judgement);
        assertThat(entry.path("annotator").asInt()).isEqualTo(1);
        assertThat(entry.toString()).doesNotContain("Question");
        assertThat(commitment(page.path("entries").get((int) receipt.index()).path("salt").asText(), entry))
                .isEqualTo(entry.path("commitment").asText());
        // The arena's own statements may have been added meanwhile.
        given().queryParam("from", before).queryParam("limit", 1000).get("/api/log/entries").then().statusCode(200)
                .body(not(containsString("logged-one"))).body(not(containsString(judgement)));
    }

    private static String commitment(String salt, JsonNode entry) {
        // Items are at prompts in an order of their own; both texts are tried.
        for (int prompt = 0; prompt < 2; prompt++) {
            String texts = LogLeaf.canonical(Map.of("prompt", new Object[] { "Question " + prompt }, "answerA",
                    new Object[] { ProjectCalls.backwards(entry.path("modelA").asText()) }, "answerB",
                    new Object[] { ProjectCalls.backwards(entry.path("modelB").asText()) }));
            String hash = LogLeaf
                    .hex(Hashes.sha256(HexFormat.of().parseHex(salt), texts.getBytes(StandardCharsets.UTF_8)));
            if (hash.equals(entry.path("commitment").asText())) {
                return hash;
            }
        }
        return "neither prompt";
    }

    @Test
    void leftOutAnnotators_areStated_andChangeNoLeaf() throws Exception {
        CALLS.create("stated", 3, 1, "stated-one", "stated-two");
        CALLS.judges("stated", CALLS.joins("stated"), 2, (a, b) -> "stated-one");
        JsonNode before = awaited("stated", 2);
        Checkpoint older = checkpoint("stated");
        leaveOut("stated", Instant.now());
        JsonNode leftOut = awaited("stated", 3);
        assertThat(JSON.readTree(leftOut.at("/entries/2/entry").asText()).path("kind").asText())
                .isEqualTo("LEAVE_OUT");
        leaveOut("stated", null);
        JsonNode restored = awaited("stated", 4);
        assertThat(JSON.readTree(restored.at("/entries/3/entry").asText()).path("kind").asText()).isEqualTo("RESTORE");
        Frontier tree = new Frontier();
        for (int i = 0; i < 2; i++) {
            assertThat(restored.path("entries").get(i)).isEqualTo(before.path("entries").get(i));
            tree.append(Hash.ofLeaf(
                    restored.path("entries").get(i).path("entry").asText().getBytes(StandardCharsets.UTF_8)));
        }
        assertThat(tree.root()).as("the older tree is the beginning of the newer").isEqualTo(older.root());
        for (int i = 2; i < 4; i++) {
            tree.append(Hash.ofLeaf(
                    restored.path("entries").get(i).path("entry").asText().getBytes(StandardCharsets.UTF_8)));
        }
        assertThat(tree.root()).isEqualTo(checkpoint("stated").root());
    }

    private static Checkpoint checkpoint(String slug) {
        return Checkpoint.parse(SignedNote.parse(as("admin").get(log(slug) + "/checkpoint").asString()).text());
    }

    private void leaveOut(String slug, Instant at) {
        QuarkusTransaction.requiringNew().run(() -> members.update("""
                leftOutAt = ?1 where role = org.dohyo.project.people.MemberRole.ANNOTATOR
                and projectId = (select p.id from Project p where p.slug = ?2)""", at, slug));
    }

    @Test
    void strangers_getNotFound_andBadAddressesAreNamed() throws Exception {
        CALLS.create("closed", 1, 1, "closed-one", "closed-two");
        accounts.create("log-stranger", PASSWORD, Role.READER);
        as("admin").get(log("closed") + "/checkpoint").then().statusCode(404).body("code", equalTo("no-checkpoint"));
        as("admin").get(log("closed")).then().statusCode(200).body("size", equalTo(0));
        String annotator = CALLS.joins("closed");
        String judgement = CALLS.judges("closed", annotator, 1, (a, b) -> "tie");
        awaited("closed", 1);
        for (String path : List.of("", "/checkpoint", "/tile/0/000.p/1", "/tile/entries/000.p/1",
                "/receipts/" + judgement)) {
            as("log-stranger").get(log("closed") + path).then().statusCode(404).body("code",
                    equalTo("unknown-project"));
            CALLS.as(annotator).get(log("closed") + path).then().statusCode(401);
        }
        as("admin").get(log("closed") + "/tile/0/000").then().statusCode(404).body("code", equalTo("unknown-tile"));
        as("admin").get(log("closed") + "/tile/x/000").then().statusCode(400).body("violations.field",
                hasItem("level"));
        as("admin").get(log("closed") + "/tile/0/0").then().statusCode(400).body("violations.field",
                hasItem("place"));
        as("admin").get(log("closed") + "?from=-1").then().statusCode(400).body("violations.field", hasItem("from"));
        as("admin").get(log("closed") + "?limit=0").then().statusCode(400).body("violations.field", hasItem("limit"));
        as("admin").get(log("closed") + "/receipts/00000000-0000-0000-0000-000000000000").then().statusCode(404)
                .body("code", equalTo("unknown-judgement"));
        as("admin").delete("/api/admin/projects/closed?confirm=closed").then().statusCode(204);
        as("admin").get(log("closed")).then().statusCode(404);
    }
}
