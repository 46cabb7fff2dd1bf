package org.dohyo.load;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.during;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.exitHereIfFailed;
import static io.gatling.javaapi.core.CoreDsl.forAll;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.core.CoreDsl.repeat;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.sse;
import static io.gatling.javaapi.http.HttpDsl.status;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;

/**
 * Voters with time to think, readers, and readers who follow the leaderboard live, on the packaged arena, which is
 * started for it, or on one that runs already ({@link LoadSettings}). Ends with an error if any request failed.
 */
public class ArenaSimulation extends Simulation {

    private static final String[] OUTCOMES = { "A", "B", "TIE", "BOTH_BAD" };
    private static final Duration THINK_LEAST = Duration.ofSeconds(2);
    private static final Duration THINK_MOST = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int TIMEOUT_MILLIS = 60_000;

    private final LoadSettings settings = LoadSettings.ofSystemProperties();
    private final PackagedArena arena = settings.url().isBlank() ? new PackagedArena(settings.jvm()) : null;
    private final ProcessFigures figures = arena == null ? null : new ProcessFigures(arena);

    {
        setUp(voters().injectOpen(constantUsersPerSec(settings.voters()).during(settings.duration())),
                readers().injectOpen(constantUsersPerSec(settings.readers()).during(settings.duration())),
                watchers().injectOpen(rampUsers(settings.watchers()).during(Duration.ofSeconds(10))))
                .protocols(protocol()).assertions(global().failedRequests().count().is(0L),
                        // So that they are printed: what is slower has failed anyway.
                        forAll().responseTime().percentile(50).lt(TIMEOUT_MILLIS),
                        forAll().responseTime().percentile(99).lt(TIMEOUT_MILLIS));
    }

    private HttpProtocolBuilder protocol() {
        // The warm-up would call a foreign site.
        return http.baseUrl(arena == null ? settings.url() : arena.url()).disableWarmUp()
                .acceptHeader("text/html,application/json").acceptEncodingHeader("gzip").userAgentHeader("dohyo-load")
                .sseUnmatchedInboundMessageBufferSize(10);
    }

    @Override
    public void before() {
        if (arena != null) {
            arena.start();
            figures.start();
        }
    }

    @Override
    public void after() {
        if (arena != null) {
            figures.stop();
            arena.stop();
            figures.print(System.out, arena.complaints());
        }
    }

    // A prompt, both answers, a while to think, the vote, and a look at the board. Whoever leaves closes the connection,
    // which Gatling itself would keep for ever.
    private ScenarioBuilder voters() {
        return scenario("voters").exec(repeat(settings.battles()).on(battle(), pause(THINK_LEAST, THINK_MOST)));
    }

    private static ChainBuilder battle() {
        return exec(session -> session.set("outcome", outcome())).exec(
                http("prompt").post("/api/battles").header("Content-Type", "application/json")
                        .body(StringBody("{\"prompt\":\"Explain the tides to somebody who has never seen the sea\"}"))
                        .check(status().is(201), jsonPath("$.id").saveAs("battle")),
                exitHereIfFailed(),
                sse("answers").get("/api/battles/#{battle}/events").await(60).on(sse.checkMessage("both answers")
                        .matching(jsonPath("$.event").is("ready")).check(jsonPath("$.data").saveAs("ready"))),
                sse("close answers").close(), exitHereIfFailed(), pause(THINK_LEAST, THINK_MOST),
                http("vote").post("/api/battles/#{battle}/vote").header("Content-Type", "application/json")
                        .body(StringBody("{\"outcome\":\"#{outcome}\"}")).check(status().is(201)),
                http("board after the vote").get("/leaderboard").header("Connection", "close").check(status().is(200)));
    }

    private static String outcome() {
        return OUTCOMES[ThreadLocalRandom.current().nextInt(OUTCOMES.length)];
    }

    private static ScenarioBuilder readers() {
        return scenario("readers").exec(http("board").get("/leaderboard").check(status().is(200)),
                pause(THINK_LEAST, THINK_MOST), http("charts").get("/leaderboard/charts").check(status().is(200)),
                pause(THINK_LEAST, THINK_MOST),
                http("board as JSON").get("/api/leaderboard").check(status().is(200)), pause(LOOK),
                http("history as JSON").get("/api/leaderboard/history").header("Connection", "close")
                        .check(status().is(200)));
    }

    // As the page does: the table is fetched again for each new snapshot, here at most once a second.
    private ScenarioBuilder watchers() {
        return scenario("watchers").exec(sse("watch").get("/api/leaderboard/events"), during(settings.duration())
                .on(pause(LOOK),
                        sse.processUnmatchedMessages((messages, session) -> session.set("news", !messages.isEmpty())),
                        doIf(ArenaSimulation::hasNews)
                                .then(http("table").get("/leaderboard").check(status().in(200, 304)))),
                sse("stop watching").close());
    }

    private static boolean hasNews(Session session) {
        return session.getBoolean("news");
    }
}
