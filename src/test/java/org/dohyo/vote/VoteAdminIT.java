package org.dohyo.vote;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import java.util.List;

import org.dohyo.Beside;
import org.dohyo.PackagedArena;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An admin's judgement on a vote, followed into the log and onto the board. */
@Beside
class VoteAdminIT {

    @RegisterExtension
    static final PackagedArena ARENA = PackagedArena.shared();

    private static void judge(String vote, String what, String body, int status) {
        ARENA.admin().body(body).post("/api/admin/votes/" + vote + "/" + what).then().statusCode(status);
    }

    private static void boardShows(int votes) {
        await().until(() -> ARENA.json("/api/leaderboard").path("votes").intValue() == votes);
    }

    @Test
    void excludedVote_leavesTheBoard_andComesBack() {
        String file = """
                [{"question_id":"q1","model_a":"east","model_b":"west","winner":"model_a","judge":"j","turn":1,"anony":true,
                  "language":"English","tstamp":1700000000},
                 {"question_id":"q2","model_a":"east","model_b":"west","winner":"model_b","judge":"k","turn":1,"anony":true,
                  "language":"English","tstamp":1700000001}]""";
        ARENA.admin().contentType("application/octet-stream").body(file.getBytes())
                .post("/api/admin/votes/import?format=fastchat")
                .then().statusCode(200).body("imported", equalTo(2));
        boardShows(2);
        String vote = ARENA.admin().get("/api/admin/votes?limit=1").then().statusCode(200)
                .body("votes.modelA", hasItem("east"))
                .extract().path("votes[0].id");
        judge(vote, "restore", "{\"reason\":\"nothing to restore\"}", 409);
        judge(vote, "exclude", "{}", 400);
        judge(vote, "exclude", "{\"code\":\"QUARANTINED\",\"reason\":\"x\"}", 400);
        judge(vote, "exclude", "{\"code\":\"sent by a script\",\"reason\":\"x\"}", 400);
        judge(vote, "exclude", "{\"code\":\"AUTOMATED\",\"reason\":\"sent by a script\"}", 204);
        judge(vote, "exclude", "{\"reason\":\"again\"}", 409);
        boardShows(1);
        ARENA.admin().get("/api/admin/votes?excluded=true").then().body("votes.id", equalTo(List.of(vote)))
                .body("votes[0].excludedReason", equalTo("sent by a script"));
        ARENA.admin().header("Accept-Language", "ja").get("/desk/votes").then().body(containsString("除外済み"));
        judge(vote, "restore", "{\"reason\":\"it was no script\"}", 204);
        boardShows(2);
        ARENA.given().get("/api/log/entries").then().body("entries.leaf.kind", hasItems("EXCLUDE", "RESTORE"))
                .body("entries.leaf.reason", hasItems("AUTOMATED", "OTHER"))
                .body(not(containsString("script")));
        ARENA.admin().get("/api/admin/audit").then().body("entries.subject", hasItem("vote:" + vote));
        judge("00000000-0000-0000-0000-000000000000", "exclude", "{\"reason\":\"x\"}", 404);
        judge("nonsense", "exclude", "{\"reason\":\"x\"}", 404);
        ARENA.admin().get("/api/admin/votes?before=yesterday").then().statusCode(400).body("violations.field",
                hasItem("before"));
    }
}
