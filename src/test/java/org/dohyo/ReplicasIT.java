package org.dohyo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.dohyo.provider.OpenAiServer;
import org.dohyo.provider.OpenAiServer.Script;
import org.dohyo.support.embedded.EmbeddedDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import io.restassured.path.json.JsonPath;

/** Several processes over one database are one arena: whichever of them a call reaches, it is served. */
@Tag("long")
@Execution(ExecutionMode.CONCURRENT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReplicasIT {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String PASSWORD = "a password for the desk";

    private static final int BATTLES = 4;

    @TempDir
    static Path work;

    private final OpenAiServer east = new OpenAiServer();
    private final OpenAiServer west = new OpenAiServer();
    private EmbeddedDatabase database;
    private final List<ArenaProcess> arenas = new ArrayList<>();
    /** One browser, from another network; its cookie is the same for all ports of this host. */
    private final HttpClient browser = HttpClient.newBuilder().version(Version.HTTP_1_1)
            .cookieHandler(new CookieManager()).build();

    @BeforeAll
    void startThree() throws Exception {
        database = EmbeddedDatabase.start(work.resolve("database"));
        arenas.add(start(0));
        CompletableFuture<ArenaProcess> second = CompletableFuture.supplyAsync(() -> start(1));
        ArenaProcess third = start(2);
        arenas.addAll(List.of(second.join(), third));
        for (OpenAiServer server : List.of(east, west)) {
            server.otherwise(Script.stream().says("Whole.").finish("stop").doneMark());
        }
        add("east", east);
        add("west", west);
        for (ArenaProcess arena : arenas) {
            await().atMost(PATIENCE).until(() -> get(arena, "/api/models").body().contains("\"west\""));
            assertThat(new ArenaClient(arena).getAsAdmin("/api/admin/models/west", PASSWORD))
                    .contains("\"hasApiKey\":true");
        }
    }

    private ArenaProcess start(int number) {
        Map<String, String> settings = new HashMap<>(Map.of("QUARKUS_DATASOURCE_JDBC_URL", database.url(),
                "QUARKUS_DATASOURCE_USERNAME", EmbeddedDatabase.USER, "QUARKUS_DATASOURCE_PASSWORD",
                database.password(), "DOHYO_ADMIN_PASSWORD", PASSWORD, "DOHYO_SECRET_KEY",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "DOHYO_BATTLE_PER_NETWORK_AND_HOUR",
                Integer.toString(BATTLES), "DOHYO_PROXY_TRUSTED", "127.0.0.1"));
        return ArenaProcess.start(work.resolve("arena-" + number), settings);
    }

    private void add(String slug, OpenAiServer server) throws Exception {
        assertThat(new ArenaClient(arenas.get(0)).postAsAdmin("/api/admin/models", PASSWORD, """
                {"slug":"%1$s","name":"%1$s","protocol":"openai","baseUrl":"%2$s","modelId":"m","apiKey":"sk-secret"}"""
                .formatted(slug, server.url()))).isEqualTo(201);
    }

    @AfterAll
    void stop() throws IOException {
        arenas.forEach(ArenaProcess::close);
        database.close();
        east.close();
        west.close();
    }

    /** The next answers begin and never end by themselves. */
    private void hang() {
        east.next(Script.stream().says("The history of sumo begins").hang());
        west.next(Script.stream().says("Sumo began with a match of gods").hang());
    }

    @Test
    @Order(1)
    @Execution(ExecutionMode.SAME_THREAD)
    void battle_isWatchedStoppedRetriedAndVotedOn_throughAnyOfThem() throws Exception {
        hang();
        String battle = begin(arenas.get(0));
        List<Events> watchers = arenas.stream().map(arena -> new Events(arena, battle, null)).toList();
        for (Events watcher : watchers) {
            await().atMost(PATIENCE).until(watcher::bothAnswer);
        }
        assertThat(post(arenas.get(1), "/api/battles/" + battle + "/stop", "").statusCode()).isEqualTo(204);
        for (Events watcher : watchers) {
            await().atMost(PATIENCE).until(() -> watcher.count("stopped") == 2);
        }
        assertThat(watchers.stream().map(Events::texts).distinct()).as("all have seen the same").hasSize(1);
        retry(arenas.get(1), battle, "A");
        await().atMost(PATIENCE).until(() -> state(arenas.get(0), battle).equals("STOPPED"));
        retry(arenas.get(2), battle, "B");
        Events resumed = new Events(arenas.get(0), battle, null);
        await().atMost(PATIENCE).until(() -> resumed.count("ready") == 1);
        assertThat(resumed.texts()).isEqualTo("Whole.Whole.");
        vote(arenas.get(0), battle);
        for (ArenaProcess arena : arenas) {
            await().atMost(PATIENCE).until(() -> new ArenaClient(arena).boardVotes() == 1);
        }
    }

    @Test
    @Order(2)
    @Execution(ExecutionMode.SAME_THREAD)
    void networksBattles_countOnAllOfThem() throws Exception {
        for (int i = 0; i < BATTLES; i++) {
            new ArenaClient(arenas.get(i % arenas.size())).begin("Count to one");
        }
        for (ArenaProcess arena : arenas) {
            HttpResponse<String> refused = new ArenaClient(arena).post("/api/battles", "{\"prompt\":\"One more\"}");
            assertThat(refused.statusCode()).as("the network's share is used up on all: " + refused.body())
                    .isEqualTo(429);
        }
    }

    /** One is killed in the middle of an answer, the next is ended as an orchestrator does it. */
    @Test
    @Order(3)
    @Execution(ExecutionMode.SAME_THREAD)
    void whatALeavingReplicaStreamed_isRetriedElsewhere_andItsVotesCount() throws Exception {
        String voted = begin(arenas.get(0));
        await().atMost(PATIENCE).until(() -> state(arenas.get(0), voted).equals("READY"));
        hang();
        String killed = begin(arenas.get(0));
        Events watcher = new Events(arenas.get(1), killed, null);
        await().atMost(PATIENCE).until(watcher::bothAnswer);
        vote(arenas.get(0), voted);
        arenas.get(0).kill9();
        long from = System.nanoTime();
        await().atMost(PATIENCE).until(watcher::isOver);
        Events resumed = new Events(arenas.get(2), killed, watcher.lastId());
        // Under four seconds on a machine that does nothing else; every delay of a heartbeat is added to that.
        await().atMost(PATIENCE).until(() -> resumed.count("failed") == 2);
        System.out.printf("A killed replica's answers could be retried after %d ms%n",
                Duration.ofNanos(System.nanoTime() - from).toMillis());
        retry(arenas.get(1), killed, "A");
        await().atMost(PATIENCE).until(() -> !state(arenas.get(2), killed).equals("STREAMING"));
        await().atMost(PATIENCE).until(() -> new ArenaClient(arenas.get(2)).boardVotes() == 2);

        int before = calls();
        hang();
        String drained = begin(arenas.get(1));
        await().atMost(PATIENCE).until(() -> calls() == before + 2);
        long asked = System.nanoTime();
        arenas.get(1).stop();
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(30));
        // Failed where another replica has missed its heartbeats before it could store their ends.
        assertThat(state(arenas.get(2), drained)).isIn("STOPPED", "NEEDS_RETRY");
        retry(arenas.get(2), drained, "A");
        await().atMost(PATIENCE).until(() -> !state(arenas.get(2), drained).equals("STREAMING"));
        retry(arenas.get(2), drained, "B");
        await().atMost(PATIENCE).until(() -> state(arenas.get(2), drained).equals("READY"));
        vote(arenas.get(2), drained);
        await().atMost(PATIENCE).until(() -> new ArenaClient(arenas.get(2)).boardVotes() == 3);
    }

    private int calls() {
        return east.requests().size() + west.requests().size();
    }

    private void retry(ArenaProcess arena, String battle, String side) throws Exception {
        HttpResponse<String> retried = post(arena, "/api/battles/" + battle + "/retry",
                "{\"side\":\"" + side + "\"}");
        assertThat(retried.statusCode()).as(retried.body()).isEqualTo(202);
    }

    private void vote(ArenaProcess arena, String battle) throws Exception {
        HttpResponse<String> voted = post(arena, "/api/battles/" + battle + "/vote", "{\"outcome\":\"A\"}");
        assertThat(voted.statusCode()).as(voted.body()).isEqualTo(201);
    }

    private String begin(ArenaProcess arena) throws Exception {
        HttpResponse<String> begun = post(arena, "/api/battles", "{\"prompt\":\"What is sumo?\"}");
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
        return JsonPath.from(begun.body()).getString("id");
    }

    private String state(ArenaProcess arena, String battle) throws Exception {
        return JsonPath.from(get(arena, "/api/battles/" + battle).body()).getString("state");
    }

    private HttpResponse<String> get(ArenaProcess arena, String path) throws Exception {
        return browser.send(HttpRequest.newBuilder(URI.create(arena.url() + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(ArenaProcess arena, String path, String json) throws Exception {
        return browser.send(HttpRequest.newBuilder(URI.create(arena.url() + path))
                .header("Content-Type", "application/json").header("X-Forwarded-For", "198.51.100.7")
                .POST(HttpRequest.BodyPublishers.ofString(json)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** A battle's events as a browser receives them. */
    private final class Events {

        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final CompletableFuture<Void> end;

        Events(ArenaProcess arena, String battle, String lastId) {
            HttpRequest.Builder request = HttpRequest
                    .newBuilder(URI.create(arena.url() + "/api/battles/" + battle + "/events"))
                    .header("Accept", "text/event-stream");
            if (lastId != null) {
                request.header("Last-Event-ID", lastId);
            }
            end = browser.sendAsync(request.build(), HttpResponse.BodyHandlers.ofLines())
                    .thenAcceptAsync(answer -> answer.body().forEach(lines::add));
        }

        private Stream<String> fields(String name) {
            return lines.stream().filter(line -> line.startsWith(name + ":"))
                    .map(line -> line.substring(name.length() + 1).strip());
        }

        long count(String name) {
            return fields("event").filter(name::equals).count();
        }

        String lastId() {
            return fields("id").reduce((first, second) -> second).orElse(null);
        }

        /** The text of side A and that of side B. */
        String texts() {
            return text("A") + text("B");
        }

        boolean bothAnswer() {
            return !text("A").isEmpty() && !text("B").isEmpty();
        }

        private String text(String side) {
            return fields("data").map(JsonPath::from).filter(data -> side.equals(data.getString("side")))
                    .map(data -> data.getString("text")).filter(Objects::nonNull).collect(Collectors.joining());
        }

        boolean isOver() {
            return end.isDone();
        }
    }
}
