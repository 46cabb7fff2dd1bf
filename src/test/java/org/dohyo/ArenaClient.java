package org.dohyo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

import io.restassured.path.json.JsonPath;

/** A voter of a packaged arena: keeps its cookie, also from one run of the arena to the next. */
final class ArenaClient {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = Http1.builder()
            .cookieHandler(new CookieManager()).build();
    private URI server;

    ArenaClient(ArenaProcess arena) {
        meets(arena);
    }

    ArenaClient(URI server) {
        this.server = server;
    }

    /** Talks to another run from now on. */
    void meets(ArenaProcess arena) {
        server = URI.create(arena.url());
    }

    /** Fights a battle until it can be voted on; returns its id. */
    String fight(String prompt) throws Exception {
        String id = begin(prompt);
        await().atMost(PATIENCE).until(() -> state(id).equals("READY"));
        return id;
    }

    /** Begins a battle; returns its id. */
    String begin(String prompt) throws Exception {
        HttpResponse<String> begun = post("/api/battles", "{\"prompt\":\"" + prompt + "\"}");
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
        return JsonPath.from(begun.body()).getString("id");
    }

    /** Votes; returns when the vote is acknowledged, with its signed promise, which may be null. */
    String vote(String battle, String outcome) throws Exception {
        HttpResponse<String> voted = post("/api/battles/" + battle + "/vote", "{\"outcome\":\"" + outcome + "\"}");
        assertThat(voted.statusCode()).as(voted.body()).isEqualTo(201);
        return JsonPath.from(voted.body()).getString("promise");
    }

    /** The battle's state; {@code null} where the arena knows no such battle of this voter. */
    String state(String battle) throws Exception {
        HttpResponse<String> answer = get("/api/battles/" + battle);
        return answer.statusCode() == 404 ? null : JsonPath.from(answer.body()).getString("state");
    }

    /** The counted votes that the leaderboard says it rests on. */
    int boardVotes() throws Exception {
        return JsonPath.from(get("/api/leaderboard").body()).getInt("votes");
    }

    /** The number of votes in the log, and of changes to them. */
    int loggedVotes() throws Exception {
        int votes = 0;
        List<Object> page;
        for (int from = 0;; from += page.size()) {
            page = JsonPath.from(get("/api/log/entries?limit=1000&from=" + from).body()).getList("entries.leaf.vote");
            if (page.isEmpty()) {
                return votes;
            }
            votes += page.stream().filter(Objects::nonNull).count();
        }
    }

    /** The number of entries in the log. */
    int logSize() throws Exception {
        return JsonPath.from(body("/api/log/entries?limit=1")).getInt("size");
    }

    /** The number of entries that the newest checkpoint is about. */
    int signedSize() throws Exception {
        return Integer.parseInt(body("/log/checkpoint").split("\n")[1]);
    }

    String body(String path) throws Exception {
        return get(path).body();
    }

    /** The status of a call that only an admin may make. */
    int statusAsAdmin(String path, String password) throws Exception {
        return send(asAdmin(path, password).build()).statusCode();
    }

    /** The body of an admin's GET. */
    String getAsAdmin(String path, String password) throws Exception {
        return send(asAdmin(path, password).header("Accept-Language", "en").build()).body();
    }

    /** The status of an admin's POST without a body. */
    int postAsAdmin(String path, String password) throws Exception {
        return send(asAdmin(path, password).POST(HttpRequest.BodyPublishers.noBody()).build()).statusCode();
    }

    /** The status of an admin's POST. */
    int postAsAdmin(String path, String password, String json) throws Exception {
        return send(asAdmin(path, password).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)).build()).statusCode();
    }

    private HttpRequest.Builder asAdmin(String path, String password) {
        String credentials = Base64.getEncoder().encodeToString(("admin:" + password).getBytes());
        return HttpRequest.newBuilder(server.resolve(path)).header("Authorization", "Basic " + credentials);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(server.resolve(path)).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(server.resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
