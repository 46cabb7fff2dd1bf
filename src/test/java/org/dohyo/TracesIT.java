package org.dohyo;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.dohyo.provider.OpenAiServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import com.google.protobuf.ByteString;

import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** The spans that a collector gets from a battle, its vote and the board, and what it must not get. */
@Tag("long")
@Execution(ExecutionMode.CONCURRENT)
class TracesIT {

    private static final String PASSWORD = "a password for the tests";
    private static final String PROMPT = "A prompt about marmalade";
    private static final String STRANGERS = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path data;

    /** One arena with two models and one voter. */
    private record Stage(ArenaProcess arena, OpenAiServer east, OpenAiServer west) {

        RequestSpecification call() {
            return given().baseUri(arena.url()).contentType(ContentType.JSON);
        }

        void addModels() {
            Map.of("east", east, "west", west).forEach((slug, server) -> call().auth().preemptive()
                    .basic("admin", PASSWORD)
                    .body(Map.of("slug", slug, "name", "Model " + slug, "protocol", "openai", "baseUrl",
                            server.url().toString(), "modelId", slug + "-upstream", "apiKey", "sk-of-" + slug,
                            "enabled", true))
                    .post("/api/admin/models").then().statusCode(201));
        }

        /** As a caller who sends a trace of their own. */
        Response begin() {
            return call().header("traceparent", "00-" + STRANGERS + "-00f067aa0ba902b7-01")
                    .body(Map.of("prompt", PROMPT)).post("/api/battles");
        }

        void await(Response begun, String state) {
            Awaitility.await().atMost(PATIENCE).until(() -> state.equals(call().cookies(begun.cookies())
                    .get("/api/battles/" + begun.path("id")).path("state")));
        }

        Response vote(Response begun) {
            return call().cookies(begun.cookies()).body(Map.of("outcome", "A"))
                    .post("/api/battles/" + begun.path("id") + "/vote");
        }
    }

    private static OpenAiServer server() {
        return new OpenAiServer().otherwise(Duel.answer("An answer about ", "tangerines"));
    }

    private static Map<String, String> settings(String... more) {
        return Stream.concat(Stream.of("DOHYO_ADMIN_PASSWORD=" + PASSWORD, "QUARKUS_OTEL_BSP_SCHEDULE_DELAY=PT0.2S"),
                Stream.of(more)).map(setting -> setting.split("=", 2))
                .collect(Collectors.toMap(setting -> setting[0], setting -> setting[1]));
    }

    @Test
    void battleVoteAndBoard_areTracesThatBelongTogether() throws Exception {
        try (TraceReceiver collector = new TraceReceiver();
                OpenAiServer east = server();
                OpenAiServer west = server();
                ArenaProcess arena = ArenaProcess.start(data, settings("DOHYO_TRACES_ENDPOINT=" + collector.url()))) {
            Stage stage = new Stage(arena, east, west);
            stage.addModels();
            Response begun = stage.begin();
            begun.then().statusCode(201);
            stage.await(begun, "READY");
            Response voted = stage.vote(begun);
            voted.then().statusCode(201);

            await().atMost(PATIENCE).until(() -> collector.named("pass").size() == 1
                    && collector.named("counted").size() == 1 && collector.named("chat").size() == 2);
            assertTurn(collector, begun.path("id"));
            assertVote(collector);
            failingCall(stage, collector);
            assertNothingLeaks(collector, begun, voted, east, west);
            arena.stop();
            assertThat(arena.output() + arena.errors()).doesNotContain("WARN", "ERROR");
        }
    }

    private static void assertTurn(TraceReceiver collector, String battle) {
        Span prompt = single(collector, "prompt");
        assertThat(prompt.getParentSpanId()).isEqualTo(ByteString.EMPTY);
        assertThat(text(prompt, "dohyo.battle")).isEqualTo(battle);
        assertThat(single(collector, "battle start")).matches(childOf(prompt));
        assertThat(collector.named("chat")).hasSize(2).allMatch(childOf(prompt))
                .allMatch(call -> call.getKind() == Span.SpanKind.SPAN_KIND_CLIENT)
                .allMatch(call -> text(call, "dohyo.protocol").equals("openai"))
                .allMatch(call -> call.getEvents(0).getName().equals("first text")
                        && call.getEvents(0).getTimeUnixNano() >= call.getStartTimeUnixNano()
                        && call.getEvents(0).getTimeUnixNano() <= call.getEndTimeUnixNano())
                .extracting(call -> text(call, "gen_ai.request.model"))
                .containsExactlyInAnyOrder("east-upstream", "west-upstream");
    }

    private static void assertVote(TraceReceiver collector) {
        Span vote = single(collector, "vote");
        assertThat(vote.getParentSpanId()).isEqualTo(ByteString.EMPTY);
        assertThat(vote.getLinksList()).singleElement().matches(linkTo(single(collector, "prompt")));
        Span pass = single(collector, "pass");
        assertThat(pass.getLinksList()).singleElement().matches(linkTo(vote));
        assertThat(Stream.of("log", "count", "snapshot").map(step -> single(collector, step)))
                .allMatch(childOf(pass));
        assertThat(single(collector, "counted")).matches(childOf(vote));
        assertThat(single(collector, "counted").getLinksList()).singleElement().matches(linkTo(pass));
    }

    /** An endpoint that repeats what it was sent. */
    private static void failingCall(Stage stage, TraceReceiver collector) {
        OpenAiServer.Script refusal = OpenAiServer.Script.status(500).send("no: " + PROMPT + " by sk-of-east");
        stage.east().otherwise(refusal);
        stage.west().otherwise(refusal);
        Response begun = stage.begin();
        stage.await(begun, "NEEDS_RETRY");
        await().atMost(PATIENCE).until(() -> collector.named("chat").size() >= 4);
        assertThat(collector.named("chat").stream().skip(2)).allMatch(
                call -> call.getStatus().getCode() == Status.StatusCode.STATUS_CODE_ERROR
                        && call.getStatus().getMessage().equals("upstream_error"));
    }

    private static void assertNothingLeaks(TraceReceiver collector, Response begun, Response voted, OpenAiServer east,
            OpenAiServer west) {
        String everything = collector.spans().toString();
        assertThat(everything).contains("east-upstream").doesNotContain("marmalade").doesNotContain("tangerines")
                .doesNotContain("sk-of-").doesNotContain(begun.cookies().values());
        assertThat(collector.spans()).noneMatch(span -> hex(span.getTraceId()).equals(STRANGERS));
        List<String> traces = collector.spans().stream().map(span -> hex(span.getTraceId())).distinct().toList();
        assertThat(begun.headers().toString() + voted.headers() + begun.asString() + voted.asString())
                .doesNotContainIgnoringCase("traceparent").doesNotContain(traces);
        assertThat(Stream.concat(east.requests().stream(), west.requests().stream()).toList()).hasSizeGreaterThan(3)
                .allSatisfy(request -> {
                    assertThat(request.headers().keySet().stream().map(String::toLowerCase))
                            .doesNotContain("traceparent", "tracestate", "baggage", "b3");
                    assertThat(request.toString()).doesNotContain(traces);
                });
    }

    /** The negative control: the same without the setting, although the exporter knows where the collector is. */
    @Test
    void withoutTheSetting_nothingIsSent() throws Exception {
        try (TraceReceiver collector = new TraceReceiver();
                OpenAiServer east = server();
                OpenAiServer west = server();
                ArenaProcess arena = ArenaProcess.start(data,
                        settings("QUARKUS_OTEL_EXPORTER_OTLP_TRACES_ENDPOINT=" + collector.url()))) {
            Stage stage = new Stage(arena, east, west);
            stage.addModels();
            Response begun = stage.begin();
            stage.await(begun, "READY");
            stage.vote(begun).then().statusCode(201);
            await().atMost(PATIENCE)
                    .until(() -> Integer.valueOf(1).equals(stage.call().get("/api/leaderboard").path("votes")));
            arena.stop();
            assertThat(collector.spans()).isEmpty();
            assertThat(arena.output() + arena.errors()).doesNotContain("WARN", "ERROR");
        }
    }

    @Test
    void wrongAddress_isRefused() throws Exception {
        ArenaProcess arena = ArenaProcess.launch(data, Map.of("DOHYO_TRACES_ENDPOINT", "collector:4318"));
        assertThat(arena.exitCode()).isEqualTo(1);
        assertThat(arena.errors().strip()).isEqualTo(
                "DOHYO_TRACES_ENDPOINT must be the address of a collector such as http://collector:4318,"
                        + " not \"collector:4318\".");
    }

    private static Span single(TraceReceiver collector, String name) {
        List<Span> named = collector.named(name);
        assertThat(named).as(name).hasSize(1);
        return named.get(0);
    }

    private static Predicate<Span> childOf(Span parent) {
        return span -> span.getParentSpanId().equals(parent.getSpanId())
                && span.getTraceId().equals(parent.getTraceId());
    }

    private static Predicate<Span.Link> linkTo(Span span) {
        return link -> link.getSpanId().equals(span.getSpanId()) && link.getTraceId().equals(span.getTraceId());
    }

    private static String text(Span span, String attribute) {
        return span.getAttributesList().stream().filter(one -> one.getKey().equals(attribute))
                .map((KeyValue one) -> one.getValue().getStringValue()).findFirst().orElse("");
    }

    private static String hex(ByteString id) {
        return HexFormat.of().formatHex(id.toByteArray());
    }
}
