package org.dohyo.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import org.dohyo.provider.OpenAiServer.Script;
import org.dohyo.provider.ProviderError.Kind;
import org.dohyo.provider.http.AddressGuard;
import org.dohyo.provider.http.HttpProvider;
import org.dohyo.provider.http.Timeouts;
import org.dohyo.provider.stream.SseParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for an answer whatever the protocol, over a real connection to a scripted server that speaks it. */
class ContractTest extends ProviderSuite {

    /** Milliseconds; the first is enough unless the machine is busy. */
    private static final List<Integer> HANGS = List.of(200, 1_000, 4_000);

    @ParameterizedTest
    @EnumSource
    void bytewiseStream(Wire wire) {
        byte[] begin = Wire.join(wire.keepAlive(), wire.begins(), wire.says("Grüße "), wire.keepAlive());
        byte[] rest = Wire.join(wire.says("😀!"), wire.ends(wire.raw(FinishReason.STOP)), wire.closes());
        RecordedAnswer answer = ask(wire, wire.open().sendBytewise(Wire.join(begin, rest)));

        assertThat(answer.completion())
                .isEqualTo(new Completion(FinishReason.STOP, wire.raw(FinishReason.STOP), 3, 4));
        assertThat(answer.said()).isEqualTo("Grüße 😀!");
        assertThat(answer.thought()).isEmpty();
    }

    static Stream<Wire> sse() {
        return Arrays.stream(Wire.values()).filter(Wire::sse);
    }

    @ParameterizedTest
    @MethodSource("sse")
    void carriageReturns(Wire wire) {
        String text = new String(wire.whole("Grüße ", "😀!"), StandardCharsets.UTF_8);
        RecordedAnswer answer = ask(wire,
                wire.open().sendBytewise((": hello\n" + text.replace("data: ", "data:")).replace("\n", "\r\n")));

        assertThat(answer.completion().finishReason()).isEqualTo(FinishReason.STOP);
        assertThat(answer.said()).isEqualTo("Grüße 😀!");
    }

    @ParameterizedTest
    @EnumSource
    void textArrivesBeforeTheEnd(Wire wire) {
        RecordedAnswer answer = ask(wire, wire.open().send(wire.begins()).send(wire.says("Hi")).hang());

        await().until(answer::said, "Hi"::equals);
        assertThat(answer.endings()).isZero();
    }

    /** A proxy may compress what nobody asked it to. */
    @ParameterizedTest
    @EnumSource
    void gzip(Wire wire) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(compressed, true)) {
            out.write(Wire.join(wire.begins(), wire.says("Hi")));
            out.flush();
            int flushed = compressed.size();
            out.write(Wire.join(wire.says(" you"), wire.ends(wire.raw(FinishReason.STOP)), wire.closes()));
            out.finish();
            byte[] all = compressed.toByteArray();
            server.next(wire.open().header("Content-Encoding", "gzip").send(Arrays.copyOf(all, flushed)).hang(),
                    wire.open().header("Content-Encoding", "gzip").sendBytewise(all));
        }
        RecordedAnswer hanging = start(provider(PATIENT), wire.endpoint(server));
        await().until(hanging::said, "Hi"::equals);
        RecordedAnswer whole = start(provider(PATIENT), wire.endpoint(server));

        assertThat(whole.completion().finishReason()).isEqualTo(FinishReason.STOP);
        assertThat(whole.said()).isEqualTo("Hi you");
        assertThat(server.requests())
                .allSatisfy(request -> assertThat(request.headers()).doesNotContainKey("accept-encoding"));
    }

    static Stream<Arguments> endings() {
        return Arrays.stream(Wire.values()).flatMap(wire -> Arrays.stream(FinishReason.values())
                // The servers of the older payload know no filter.
                .filter(reason -> reason != FinishReason.FILTERED || !wire.name().matches("SAGEMAKER_.*|TGI"))
                .map(reason -> arguments(wire, reason)));
    }

    @ParameterizedTest
    @MethodSource("endings")
    void finishReason(Wire wire, FinishReason reason) {
        String raw = wire.raw(reason);
        RecordedAnswer answer = ask(wire, wire.open().send(wire.begins()).send(wire.says("Hi")).send(wire.ends(raw)));

        assertThat(answer.completion().finishReason()).isEqualTo(reason);
        assertThat(answer.completion().rawFinishReason()).isEqualTo(raw);
    }

    @ParameterizedTest
    @EnumSource
    void unknownFinishReasonIsAStop(Wire wire) {
        RecordedAnswer answer = ask(wire, wire.open().send(wire.says("Hi")).send(wire.ends("something_new")));

        assertThat(answer.completion().finishReason()).isEqualTo(FinishReason.STOP);
        assertThat(answer.completion().rawFinishReason()).isEqualTo("something_new");
    }

    static Stream<Wire> reasoning() {
        return Arrays.stream(Wire.values()).filter(wire -> wire.thinks("") != null);
    }

    @ParameterizedTest
    @MethodSource("reasoning")
    void reasoningIsKeptApart(Wire wire) {
        RecordedAnswer answer = ask(wire,
                wire.open().send(Wire.join(wire.begins(), wire.thinks("Hm, "), wire.thinks("so.")))
                        .send(wire.says("Yes"))
                        .send(wire.ends(wire.raw(FinishReason.STOP))));

        answer.completion();
        assertThat(answer.thought()).isEqualTo("Hm, so.");
        assertThat(answer.said()).isEqualTo("Yes");
    }

    @ParameterizedTest
    @EnumSource
    void thinkTagsAreReasoning(Wire wire) {
        RecordedAnswer answer = ask(wire, wire.open().send(wire.says("<th")).send(wire.says("ink>Hm</thi"))
                .send(wire.says("nk>Yes")).send(wire.ends(wire.raw(FinishReason.STOP))));

        answer.completion();
        assertThat(answer.thought()).isEqualTo("Hm");
        assertThat(answer.said()).isEqualTo("Yes");
    }

    @ParameterizedTest
    @EnumSource
    void cleanCloseWithoutEndMarker(Wire wire) {
        RecordedAnswer answer = ask(wire, wire.open().send(wire.says("Hi")));

        assertThat(answer.failure().kind()).isEqualTo(Kind.CUT_OFF);
        assertThat(answer.said()).isEqualTo("Hi");
    }

    @ParameterizedTest
    @EnumSource
    void halfAMessageIsCutOff(Wire wire) {
        byte[] second = wire.says("lost");
        RecordedAnswer answer = ask(wire,
                wire.open().send(wire.says("Hi")).send(Arrays.copyOf(second, second.length - 9)));

        assertThat(answer.failure().kind()).isIn(Kind.CUT_OFF, Kind.PROTOCOL);
        assertThat(answer.said()).isEqualTo("Hi");
    }

    @ParameterizedTest
    @EnumSource
    void lostConnection(Wire wire) {
        RecordedAnswer answer = ask(wire, wire.open().send(wire.says("Hi")).cut());

        assertThat(answer.failure().kind()).isEqualTo(Kind.CUT_OFF);
        assertThat(answer.said()).isEqualTo("Hi");
    }

    @ParameterizedTest
    @EnumSource
    void connectionLostAfterTheEndMarkerLosesNothing(Wire wire) {
        RecordedAnswer answer = ask(wire,
                wire.open().send(wire.says("Hi")).send(wire.ends(wire.raw(FinishReason.STOP))).cut());

        assertThat(answer.completion().finishReason()).isEqualTo(FinishReason.STOP);
    }

    @ParameterizedTest
    @EnumSource
    void empty(Wire wire) {
        assertThat(ask(wire, wire.open().send(wire.whole(" "))).failure().kind()).isEqualTo(Kind.EMPTY);
    }

    @ParameterizedTest
    @EnumSource
    void malformedChunk(Wire wire) {
        RecordedAnswer answer = ask(wire, wire.open().send(wire.says("Hi")).send(wire.malformed()).hang());

        assertThat(answer.failure().kind()).isEqualTo(Kind.PROTOCOL);
        await().until(() -> server.hangUps() == 1);
    }

    @ParameterizedTest
    @EnumSource
    void endlessMessage(Wire wire) {
        byte[] much = new byte[SseParser.MAX_LINE + 100];
        Arrays.fill(much, (byte) 'x');
        RecordedAnswer answer = ask(wire, wire.open().send(much).hang());

        assertThat(answer.failure().kind()).isEqualTo(Kind.PROTOCOL);
        await().until(() -> server.hangUps() == 1);
    }

    @ParameterizedTest
    @EnumSource
    void jsonInsteadOfAStream(Wire wire) {
        RecordedAnswer answer = ask(wire, Script.status(200).header("Content-Type", "application/json").send("{}"));

        assertThat(answer.failure().kind()).isEqualTo(Kind.PROTOCOL);
    }

    @ParameterizedTest
    @EnumSource
    void redirectIsNotFollowed(Wire wire) {
        RecordedAnswer answer = ask(wire, Script.status(307).header("Location", server.url() + "/elsewhere"));

        assertThat(answer.failure().kind()).isEqualTo(Kind.PROTOCOL);
        assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void errorInStream(Wire wire) {
        RecordedAnswer answer = ask(wire, wire.open().send(wire.says("Hi")).send(wire.breaks()).hang());

        assertThat(answer.failure().kind()).isEqualTo(Kind.OVERLOADED);
        assertThat(answer.failure().detail()).contains("boom");
        assertThat(answer.said()).isEqualTo("Hi");
        await().until(() -> server.hangUps() == 1);
    }

    static Stream<Arguments> refusals() {
        return Arrays.stream(Wire.values())
                .flatMap(wire -> Stream.of(arguments(wire, 401, "no such key", Kind.AUTH),
                        arguments(wire, 403, "not allowed", Kind.AUTH),
                        arguments(wire, 404, "no such model", Kind.MODEL_NOT_FOUND),
                        arguments(wire, 400, "a wrong field", Kind.BAD_REQUEST),
                        arguments(wire, 400, "This model's maximum context length is 9 tokens", Kind.CONTEXT_TOO_LONG),
                        arguments(wire, 400, "prompt is too long: 9 tokens > 8 maximum", Kind.CONTEXT_TOO_LONG),
                        arguments(wire, 418, "a teapot", Kind.BAD_REQUEST),
                        arguments(wire, 500, "boom", Kind.UPSTREAM_ERROR),
                        arguments(wire, 502, "boom", Kind.UPSTREAM_ERROR),
                        arguments(wire, 503, "busy", Kind.OVERLOADED), arguments(wire, 529, "busy", Kind.OVERLOADED)));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusal(Wire wire, int status, String words, Kind kind) {
        String body = wire.complaint(words);

        assertThat(ask(wire, Script.status(status).send(body)).failure())
                .isEqualTo(new ProviderError(kind, "HTTP " + status + " " + body, null));
    }

    @ParameterizedTest
    @EnumSource
    void rateLimit(Wire wire) {
        ProviderError error = ask(wire, Script.status(429).header("Retry-After", "17").send(wire.complaint("slower")))
                .failure();

        assertThat(error.kind()).isEqualTo(Kind.RATE_LIMITED);
        assertThat(error.retryAfterSeconds()).isEqualTo(17);
    }

    @ParameterizedTest
    @EnumSource
    void lostErrorBody(Wire wire) {
        assertThat(ask(wire, Script.status(500).send("bo").cut()).failure())
                .isEqualTo(new ProviderError(Kind.UPSTREAM_ERROR, "HTTP 500 bo", null));
    }

    @ParameterizedTest
    @EnumSource
    void keyIsMasked(Wire wire) {
        assertThat(ask(wire, Script.status(401).send("bad key " + Wire.KEY + ".")).failure().detail())
                .isEqualTo("HTTP 401 bad key ••••.");
    }

    @ParameterizedTest
    @EnumSource
    void refusedConnection(Wire wire) {
        URI root = server.url().resolve("/");
        server.close();

        assertThat(start(provider(PATIENT), wire.endpoint(root)).failure().kind()).isEqualTo(Kind.UNREACHABLE);
    }

    @ParameterizedTest
    @EnumSource
    void connectionClosedBeforeHeaders(Wire wire) {
        assertThat(ask(wire, wire.open().cut()).failure().kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void idleConnectionThatWasClosedIsTriedAgain(Wire wire) {
        HttpProvider provider = provider(PATIENT);
        Script good = wire.open().send(wire.whole("Hi"));
        server.next(good, wire.open().cut(), good);
        start(provider, wire.endpoint(server)).completion();
        endTheTurn();

        assertThat(start(provider, wire.endpoint(server)).completion().finishReason()).isEqualTo(FinishReason.STOP);
        assertThat(server.requests()).hasSize(3);
    }

    /** A connection goes back to its pool in the turn of the event loop that told the answer's end. */
    @SuppressWarnings("deprecation")
    private void endTheTurn() {
        vertx.nettyEventLoopGroup().forEach(loop -> loop.submit(() -> {
        }).syncUninterruptibly());
    }

    /**
     * Asks for an answer that hangs until a timeout. On a busy machine the timeout may come before what the server
     * sent: then, and only then, the answer is asked for again with more time.
     *
     * @param arrived whether the answer shows that the server's part came in time
     */
    private RecordedAnswer askForAHang(Wire wire, IntFunction<Timeouts> timeouts, Supplier<Script> script,
            Predicate<RecordedAnswer> arrived) {
        RecordedAnswer last = null;
        for (int millis : HANGS) {
            RecordedAnswer answer = ask(timeouts.apply(millis), wire, script.get());
            await().until(() -> answer.endings() > 0);
            last = answer;
            if (arrived.test(answer)) {
                break;
            }
        }
        return last;
    }

    /** The server has the request of every answer asked for so far. */
    private boolean allAsked() {
        return server.requests().size() == answers.size();
    }

    private void awaitHangUps() {
        await().until(() -> server.hangUps() > 0 && server.hangUps() >= server.requests().size());
    }

    @ParameterizedTest
    @EnumSource
    void hangBeforeHeaders(Wire wire) {
        RecordedAnswer answer = askForAHang(wire, millis -> timeouts(millis, 10_000, 20_000), () -> wire.open().hang(),
                unused -> allAsked());

        assertThat(answer.failure().kind()).isEqualTo(Kind.TIMEOUT_FIRST);
        awaitHangUps();
    }

    @ParameterizedTest
    @EnumSource
    void hangMidStream(Wire wire) {
        RecordedAnswer answer = askForAHang(wire, millis -> timeouts(10_000, millis, 20_000),
                () -> wire.open().send(wire.says("Hi")).hang(), hanging -> hanging.said().equals("Hi"));

        assertThat(answer.failure().kind()).isEqualTo(Kind.TIMEOUT_IDLE);
        assertThat(answer.said()).isEqualTo("Hi");
        awaitHangUps();
    }

    @ParameterizedTest
    @EnumSource
    void hangAfterTheEndMarkerLosesNothing(Wire wire) {
        RecordedAnswer answer = askForAHang(wire, millis -> timeouts(10_000, millis, 20_000),
                () -> wire.open().send(wire.says("Hi")).send(wire.ends(wire.raw(FinishReason.STOP))).hang(),
                RecordedAnswer::completed);

        assertThat(answer.completion().finishReason()).isEqualTo(FinishReason.STOP);
    }

    @ParameterizedTest
    @EnumSource
    void neverEnding(Wire wire) {
        RecordedAnswer answer = askForAHang(wire, millis -> timeouts(5_000, 5_000, millis), () -> {
            Script script = wire.open();
            for (int i = 0; i < 100; i++) {
                script.send(wire.keepAlive()).pause(Duration.ofMillis(20));
            }
            return script.hang();
        }, unused -> allAsked());

        assertThat(answer.failure().kind()).isEqualTo(Kind.TIMEOUT_TOTAL);
        awaitHangUps();
    }

    @ParameterizedTest
    @EnumSource
    void cancelAtOnce(Wire wire) {
        server.otherwise(wire.open().hang());
        HttpProvider provider = provider(PATIENT);
        for (int i = 0; i < 30; i++) {
            start(provider, wire.endpoint(server)).stream.cancel();
        }
        server.otherwise(wire.open().send(wire.whole("Hi")));

        // What was sent in spite of it is over before this answer is.
        start(provider, wire.endpoint(server)).completion();
        assertThat(answers.subList(0, 30)).allSatisfy(answer -> assertThat(answer.endings()).isZero());
    }

    /** A cancelled call closes its connection, which the pool may hand to the next call at that moment. */
    @Test
    void cancelledCallsBreakNoOther() {
        Wire wire = Wire.OPENAI;
        server.otherwise(wire.open().send(wire.whole("Hi")));
        HttpProvider provider = provider(PATIENT);
        for (int round = 0; round < 300; round++) {
            for (int i = 0; i < 30; i++) {
                start(provider, wire.endpoint(server)).stream.cancel();
            }
            assertThat(start(provider, wire.endpoint(server)).completion().finishReason()).isNotNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void cancelBeforeHeaders(Wire wire) {
        RecordedAnswer answer = ask(wire, wire.open().hang());
        await().until(() -> server.requests().size() == 1);
        answer.stream.cancel();
        answer.stream.cancel();

        await().until(() -> server.hangUps() == 1);
        staysSilent(answer);
        assertThat(answer.said()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void cancelMidStream(Wire wire) {
        RecordedAnswer answer = ask(wire, wire.open().send(wire.says("Hi")).hang());
        await().until(answer::said, "Hi"::equals);
        answer.stream.cancel();

        await().until(() -> server.hangUps() == 1);
        staysSilent(answer);
        assertThat(answer.said()).isEqualTo("Hi");
    }

    @ParameterizedTest
    @EnumSource
    void cancelFromWithinTheSink(Wire wire) {
        byte[] says = wire.says("Hi");
        server.next(wire.open().pause(Duration.ofMillis(100)).send(Wire.join(says, says, says)).hang());
        RecordedAnswer answer = new RecordedAnswer();
        answer.onText = () -> answer.stream.cancel();
        answers.add(answer);
        answer.stream = provider(PATIENT).stream(wire.endpoint(server), hello(), answer);

        await().until(() -> server.hangUps() == 1);
        staysSilent(answer);
        assertThat(answer.said()).isEqualTo("Hi");
    }

    @ParameterizedTest
    @EnumSource
    void cancelAfterTheEnd(Wire wire) {
        RecordedAnswer answer = ask(wire, wire.open().send(wire.whole("Hi")));
        answer.completion();
        answer.stream.cancel();

        assertThat(answer.endings()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void refusedAddress(Wire wire) {
        RecordedAnswer metadata = start(provider(PATIENT), wire.endpoint(URI.create("http://169.254.169.254/")));
        RecordedAnswer loopback = start(provider(PATIENT, new AddressGuard(false)), wire.endpoint(server));

        assertThat(metadata.failure().kind()).isEqualTo(Kind.ADDRESS_REFUSED);
        assertThat(loopback.failure().kind()).isEqualTo(Kind.ADDRESS_REFUSED);
        assertThat(server.requests()).isEmpty();
    }

    private static void staysSilent(RecordedAnswer answer) {
        String said = answer.said();
        await().during(Duration.ofMillis(100)).atMost(Duration.ofSeconds(5))
                .until(() -> answer.endings() == 0 && answer.said().equals(said));
    }
}
