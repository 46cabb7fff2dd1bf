package org.dohyo.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.dohyo.provider.OpenAiServer.Script;
import org.dohyo.provider.ProviderError.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.vertx.core.Vertx;

/** The contract of a provider's answer, over a real connection to a scripted server. */
class OpenAiProviderTest {

    private static final Timeouts PATIENT = timeouts(10_000, 10_000, 20_000);
    private static final String KEY = "sk-a-long-secret";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Vertx vertx = Vertx.vertx();
    private final OpenAiServer server = new OpenAiServer();
    private final List<OpenAiProvider> providers = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();

    /** Every answer of every test: with the event loops gone nothing more can come. */
    @AfterEach
    void endsOnceAtMostAndLast() {
        server.close();
        providers.forEach(OpenAiProvider::close);
        vertx.close().toCompletionStage().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
        for (Answer answer : answers) {
            assertThat(answer.endings()).as("endings").isLessThanOrEqualTo(1);
            assertThat(answer.afterEnd).as("calls after the end").isEmpty();
        }
    }

    @Test
    void bytewiseStream() {
        Answer answer = ask(Script.stream().sendBytewise(": hello\r\n\r\n"
                + "data: {\"choices\":[{\"delta\":{\"role\":\"assistant\",\"content\":\"\"}}]}\r\n\r\n"
                + ": still here\r\n"
                + "data:{\"choices\":[{\"delta\":{\"content\":\"Grüße \"}}]}\r\n\r\n"
                + "data: {\"choices\":[{\"delta\":{\"content\":\"😀!\"}}]}\n\n"
                + "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\r\n\r\n"
                + "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":4}}\r\n\r\n"
                + "data: [DONE]\r\n\r\n"));

        assertThat(answer.completion()).isEqualTo(new Completion(FinishReason.STOP, "stop", 3, 4));
        assertThat(answer.said()).isEqualTo("Grüße 😀!");
        assertThat(answer.thought()).isEmpty();
    }

    @Test
    void request() throws Exception {
        server.next(Script.stream().says("Hi").finish("stop").doneMark());
        Endpoint endpoint = new Endpoint(Protocol.OPENAI, server.url(), "the-model", new Secret(KEY), "Be brief.",
                Map.of("temperature", 0.5));
        Answer answer = start(provider(PATIENT, true), endpoint, nothing -> {
        });
        answer.completion();

        OpenAiServer.Received received = server.requests().get(0);
        assertThat(received.path()).isEqualTo("/v1/chat/completions");
        assertThat(received.headers()).containsEntry("authorization", "Bearer " + KEY)
                .containsEntry("content-type", "application/json");
        JsonNode body = JSON.readTree(received.body());
        assertThat(body).isEqualTo(JSON.readTree("""
                {"model": "the-model", "stream": true, "stream_options": {"include_usage": true}, "temperature": 0.5,
                 "messages": [{"role": "system", "content": "Be brief."}, {"role": "user", "content": "Hello"}]}
                """));
    }

    @Test
    void noKeyNoHeader() {
        server.next(Script.stream().says("Hi").finish("stop").doneMark());
        start(provider(PATIENT, true), endpoint(server.url(), ""), nothing -> {
        }).completion();

        assertThat(server.requests().get(0).headers()).doesNotContainKey("authorization");
    }

    @Test
    void textArrivesBeforeTheEnd() {
        Answer answer = ask(Script.stream().says("Hi").hang());

        await().until(answer::said, "Hi"::equals);
        assertThat(answer.endings()).isZero();
    }

    @ParameterizedTest
    @CsvSource({ "stop, STOP", "length, LENGTH", "max_tokens, LENGTH", "content_filter, FILTERED", "eos, STOP" })
    void finishReason(String raw, FinishReason reason) {
        Answer answer = ask(Script.stream().says("Hi").finish(raw).doneMark());

        assertThat(answer.completion()).isEqualTo(new Completion(reason, raw, null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = { "reasoning_content", "reasoning" })
    void reasoningField(String field) {
        Answer answer = ask(Script.stream()
                .event("{\"choices\":[{\"delta\":{\"" + field + "\":\"Hm, \",\"content\":null}}]}")
                .event("{\"choices\":[{\"delta\":{\"" + field + "\":\"so.\"}}]}")
                .says("Yes").finish("stop").doneMark());

        answer.completion();
        assertThat(answer.thought()).isEqualTo("Hm, so.");
        assertThat(answer.said()).isEqualTo("Yes");
    }

    @Test
    void splitThinkTags() {
        Answer answer = ask(Script.stream().says("<th").says("ink>Is 1 </").says(" 2? <").says("/thi").says("nk>\\n")
                .says("\\nYes, ").says("<think>").finish("stop").doneMark());

        answer.completion();
        assertThat(answer.thought()).isEqualTo("Is 1 </ 2? ");
        assertThat(answer.said()).isEqualTo("Yes, <think>");
    }

    @Test
    void cleanCloseWithoutFinishReason() {
        Answer answer = ask(Script.stream().says("Hi"));

        assertThat(answer.failure().kind()).isEqualTo(Kind.CUT_OFF);
        assertThat(answer.said()).isEqualTo("Hi");
    }

    @Test
    void doneMarkWithoutFinishReason() {
        assertThat(ask(Script.stream().says("Hi").doneMark()).failure().kind()).isEqualTo(Kind.CUT_OFF);
    }

    @Test
    void lostConnection() {
        Answer answer = ask(Script.stream().says("Hi").cut());

        assertThat(answer.failure().kind()).isEqualTo(Kind.CUT_OFF);
        assertThat(answer.said()).isEqualTo("Hi");
    }

    @Test
    void connectionLostAfterFinishReasonLosesNothing() {
        assertThat(ask(Script.stream().says("Hi").finish("stop").cut()).completion().finishReason())
                .isEqualTo(FinishReason.STOP);
    }

    @Test
    void empty() {
        assertThat(ask(Script.stream().says(" \\n").finish("stop").doneMark()).failure().kind()).isEqualTo(Kind.EMPTY);
    }

    @Test
    void thoughtAloneIsEmpty() {
        assertThat(ask(Script.stream().says("<think>Hm</think>").finish("length").doneMark()).failure().kind())
                .isEqualTo(Kind.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(strings = { "{oops", "[]", "hello" })
    void malformedChunk(String data) {
        Answer answer = ask(Script.stream().says("Hi").event(data).hang());

        assertThat(answer.failure().kind()).isEqualTo(Kind.PROTOCOL);
        await().until(() -> server.hangUps() == 1);
    }

    @Test
    void jsonInsteadOfAStream() {
        Answer answer = ask(Script.status(200).header("Content-Type", "application/json").send("{\"choices\":[]}"));

        assertThat(answer.failure().kind()).isEqualTo(Kind.PROTOCOL);
    }

    @Test
    void redirectIsNotFollowed() {
        Answer answer = ask(Script.status(307).header("Location", server.url() + "/elsewhere"));

        assertThat(answer.failure().kind()).isEqualTo(Kind.PROTOCOL);
        assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"error":{"message":"boom","code":500}}      | UPSTREAM_ERROR
            {"error":"boom"}                             | UPSTREAM_ERROR
            {"object":"error","message":"boom"}          | UPSTREAM_ERROR
            {"error":{"message":"boom","code":429}}      | RATE_LIMITED
            {"error":{"message":"boom, overloaded"}}     | OVERLOADED
            """)
    void errorInStream(String data, Kind kind) {
        ProviderError error = ask(Script.stream().says("Hi").event(data)).failure();

        assertThat(error.kind()).isEqualTo(kind);
        assertThat(error.detail()).contains("boom");
    }

    @Test
    void errorEvent() {
        assertThat(ask(Script.stream().send("event: error\ndata: boom\n\n")).failure())
                .isEqualTo(new ProviderError(Kind.UPSTREAM_ERROR, "boom", null));
    }

    @Test
    void rateLimit() {
        assertThat(ask(Script.status(429).header("Retry-After", "17").send("slower")).failure())
                .isEqualTo(new ProviderError(Kind.RATE_LIMITED, "HTTP 429 slower", 17));
    }

    @ParameterizedTest
    @CsvSource({ "401, AUTH", "403, AUTH", "404, MODEL_NOT_FOUND", "400, BAD_REQUEST", "418, BAD_REQUEST",
            "500, UPSTREAM_ERROR", "502, UPSTREAM_ERROR", "503, OVERLOADED", "529, OVERLOADED" })
    void status(int status, Kind kind) {
        assertThat(ask(Script.status(status).send("{}")).failure())
                .isEqualTo(new ProviderError(kind, "HTTP " + status + " {}", null));
    }

    @Test
    void contextTooLong() {
        assertThat(ask(Script.status(400).send("{\"error\":{\"code\":\"context_length_exceeded\"}}")).failure().kind())
                .isEqualTo(Kind.CONTEXT_TOO_LONG);
    }

    @Test
    void lostErrorBody() {
        assertThat(ask(Script.status(500).send("bo").cut()).failure())
                .isEqualTo(new ProviderError(Kind.UPSTREAM_ERROR, "HTTP 500 bo", null));
    }

    @Test
    void keyIsMasked() {
        assertThat(ask(Script.status(401).send("bad key " + KEY + ".")).failure().detail())
                .isEqualTo("HTTP 401 bad key ••••.");
    }

    @Test
    void shortKeyLeavesTheWordsWhole() {
        server.next(Script.status(401).send("a bad key"));
        Answer answer = start(provider(PATIENT, true), endpoint(server.url(), "a"), nothing -> {
        });

        assertThat(answer.failure().detail()).isEqualTo("HTTP 401 a bad key");
    }

    @Test
    void refusedConnection() {
        URI url = server.url();
        server.close();
        Answer answer = start(provider(PATIENT, true), endpoint(url, KEY), nothing -> {
        });

        assertThat(answer.failure().kind()).isEqualTo(Kind.UNREACHABLE);
    }

    @Test
    void connectionClosedBeforeHeaders() {
        assertThat(ask(Script.stream().cut()).failure().kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void idleConnectionThatWasClosedIsTriedAgain() {
        OpenAiProvider provider = provider(PATIENT, true);
        Script good = Script.stream().says("Hi").finish("stop").doneMark();
        server.next(good, Script.stream().cut(), good);
        start(provider, endpoint(server.url(), KEY), nothing -> {
        }).completion();

        Answer second = start(provider, endpoint(server.url(), KEY), nothing -> {
        });
        assertThat(second.completion().finishReason()).isEqualTo(FinishReason.STOP);
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void hangBeforeHeaders() {
        Answer answer = ask(timeouts(200, 10_000, 20_000), Script.stream().hang());

        assertThat(answer.failure().kind()).isEqualTo(Kind.TIMEOUT_FIRST);
        await().until(() -> server.hangUps() == 1);
    }

    @Test
    void hangMidStream() {
        Answer answer = ask(timeouts(10_000, 200, 20_000), Script.stream().says("Hi").hang());

        assertThat(answer.failure().kind()).isEqualTo(Kind.TIMEOUT_IDLE);
        assertThat(answer.said()).isEqualTo("Hi");
        await().until(() -> server.hangUps() == 1);
    }

    @Test
    void hangAfterFinishReasonLosesNothing() {
        assertThat(ask(timeouts(10_000, 200, 20_000), Script.stream().says("Hi").finish("stop").hang())
                .completion().finishReason()).isEqualTo(FinishReason.STOP);
    }

    @Test
    void neverEnding() {
        Script script = Script.stream();
        for (int i = 0; i < 200; i++) {
            script.send(": wait\n\n").pause(Duration.ofMillis(50));
        }
        Answer answer = ask(timeouts(5_000, 5_000, 600), script);

        assertThat(answer.failure().kind()).isEqualTo(Kind.TIMEOUT_TOTAL);
        await().until(() -> server.hangUps() == 1);
    }

    @Test
    void doneMarkEndsAtOnceAndForGood() {
        Answer answer = ask(timeouts(500, 300, 600), Script.stream().says("Hi").finish("stop").doneMark().hang());

        answer.completion();
        await().until(() -> server.hangUps() == 1);
        assertThat(answer.endings()).isEqualTo(1);
    }

    @Test
    void cancelAtOnce() {
        server.otherwise(Script.stream().says("Hi").finish("stop").doneMark());
        OpenAiProvider provider = provider(PATIENT, true);
        for (int i = 0; i < 100; i++) {
            start(provider, endpoint(server.url(), KEY), AnswerStream::cancel);
        }

        // What was sent in spite of it is over before this answer is.
        start(provider, endpoint(server.url(), KEY), nothing -> {
        }).completion();
        assertThat(answers.subList(0, 100)).allSatisfy(answer -> assertThat(answer.endings()).isZero());
    }

    @Test
    void cancelBeforeHeaders() {
        Answer answer = ask(Script.stream().hang());
        await().until(() -> server.requests().size() == 1);
        answer.stream.cancel();
        answer.stream.cancel();

        await().until(() -> server.hangUps() == 1);
        staysSilent(answer);
        assertThat(answer.said()).isEmpty();
    }

    @Test
    void cancelMidStream() {
        Answer answer = ask(Script.stream().says("Hi").hang());
        await().until(answer::said, "Hi"::equals);
        answer.stream.cancel();

        await().until(() -> server.hangUps() == 1);
        staysSilent(answer);
        assertThat(answer.said()).isEqualTo("Hi");
    }

    @Test
    void cancelFromWithinTheSink() {
        String event = "data: {\"choices\":[{\"delta\":{\"content\":\"Hi\"}}]}\n\n";
        server.next(Script.stream().pause(Duration.ofMillis(100)).send(event.repeat(10)).hang());
        Answer answer = new Answer();
        answer.onText = () -> answer.stream.cancel();
        answers.add(answer);
        answer.stream = provider(PATIENT, true).stream(endpoint(server.url(), KEY), hello(), answer);

        await().until(() -> server.hangUps() == 1);
        staysSilent(answer);
        assertThat(answer.said()).isEqualTo("Hi");
    }

    @Test
    void cancelAfterTheEnd() {
        Answer answer = ask(Script.stream().says("Hi").finish("stop").doneMark());
        answer.completion();
        answer.stream.cancel();

        assertThat(answer.endings()).isEqualTo(1);
    }

    @Test
    void refusedAddress() {
        Answer metadata = start(provider(PATIENT, true), endpoint(URI.create("http://169.254.169.254/v1"), KEY),
                nothing -> {
                });
        Answer loopback = start(provider(PATIENT, false), endpoint(server.url(), KEY), nothing -> {
        });
        Answer named = start(provider(PATIENT, false),
                endpoint(URI.create(server.url().toString().replace("127.0.0.1", "localhost")), KEY), nothing -> {
                });

        assertThat(List.of(metadata, loopback, named))
                .allSatisfy(answer -> assertThat(answer.failure().kind()).isEqualTo(Kind.ADDRESS_REFUSED));
        assertThat(server.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://169.254.169.254/", "http://169.254.0.1/", "http://[::ffff:169.254.169.254]/",
            "http://[::a9fe:a9fe]/", "http://[64:ff9b::a9fe:a9fe]/", "http://2852039166/",
            "http://[fe80::1]/", "http://[fd00:ec2::254]/", "http://100.100.100.200/",
            "http://0.0.0.0/", "http://[::]/", "http://224.0.0.1/", "http://255.255.255.255/", "http://[ff02::1]/",
            "http://user:word@127.0.0.1/", "ftp://127.0.0.1/", "file:///etc/hosts", "http:///v1", "v1" })
    void guardAlwaysRefuses(String url) {
        assertThat(new AddressGuard(true).refusal(URI.create(url))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://127.0.0.1:8080/", "http://10.1.2.3/", "http://172.16.0.1/", "http://172.31.255.1/",
            "http://192.168.1.1/", "http://100.64.0.1/", "http://[::1]/", "http://[fd12::1]/",
            "http://[::ffff:10.1.2.3]/", "http://[64:ff9b::a01:203]/" })
    void guardRefusesPrivateOnesIfToldTo(String url) {
        assertThat(new AddressGuard(true).refusal(URI.create(url))).isEmpty();
        assertThat(new AddressGuard(false).refusal(URI.create(url))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = { "https://192.0.2.1/v1", "http://172.32.0.1/", "http://100.128.0.1/", "http://[2001:db8::1]/" })
    void guardLetsPublicOnesThrough(String url) {
        assertThat(new AddressGuard(false).refusal(URI.create(url))).isEmpty();
    }

    /** Whether such a spelling is an address or no name at all is the platform's to say: no connection either way. */
    @ParameterizedTest
    @ValueSource(strings = { "0xa9fea9fe", "0251.0376.0251.0376", "2852039166", "169.254.43518" })
    void guardGivesNoWayToOddSpellings(String host) {
        assertThatThrownBy(() -> new AddressGuard(true).resolve(host))
                .isInstanceOfAny(StreamFailure.class, UnknownHostException.class);
    }

    @Test
    void guardSeesMappedBytes() throws Exception {
        byte[] mapped = new byte[16];
        mapped[10] = mapped[11] = (byte) 0xff;
        System.arraycopy(InetAddress.getByName("169.254.169.254").getAddress(), 0, mapped, 12, 4);

        assertThat(new AddressGuard(true).refused(mapped)).isTrue();
    }

    private static void staysSilent(Answer answer) {
        String said = answer.said();
        await().during(Duration.ofMillis(200)).atMost(Duration.ofSeconds(5))
                .until(() -> answer.endings() == 0 && answer.said().equals(said));
    }

    private Answer ask(Script script) {
        return ask(PATIENT, script);
    }

    private Answer ask(Timeouts timeouts, Script script) {
        server.next(script);
        return start(provider(timeouts, true), endpoint(server.url(), KEY), nothing -> {
        });
    }

    private Answer start(OpenAiProvider provider, Endpoint endpoint, Consumer<AnswerStream> then) {
        Answer answer = new Answer();
        answers.add(answer);
        answer.stream = provider.stream(endpoint, hello(), answer);
        then.accept(answer.stream);
        return answer;
    }

    private OpenAiProvider provider(Timeouts timeouts, boolean allowPrivate) {
        OpenAiProvider provider = new OpenAiProvider(vertx, JSON, new AddressGuard(allowPrivate), Clock.systemUTC(), timeouts);
        providers.add(provider);
        return provider;
    }

    private static Endpoint endpoint(URI url, String key) {
        return new Endpoint(Protocol.OPENAI, url, "m", new Secret(key), null, Map.of());
    }

    private static List<Message> hello() {
        return List.of(new Message(Message.Role.USER, "Hello"));
    }

    private static Timeouts timeouts(int firstByte, int idle, int total) {
        return new Timeouts(Duration.ofSeconds(5), Duration.ofMillis(firstByte), Duration.ofMillis(idle),
                Duration.ofMillis(total));
    }

    /** Records all that an answer's sink is told. */
    private static final class Answer implements AnswerSink {

        private final StringBuffer said = new StringBuffer();
        private final StringBuffer thought = new StringBuffer();
        private final List<Object> endings = new CopyOnWriteArrayList<>();
        private final List<String> afterEnd = new CopyOnWriteArrayList<>();
        private volatile AnswerStream stream;
        private Runnable onText = () -> {
        };

        @Override
        public void text(String text) {
            add(said, text);
            onText.run();
        }

        @Override
        public void reasoning(String text) {
            add(thought, text);
        }

        @Override
        public void done(Completion completion) {
            endings.add(completion);
        }

        @Override
        public void failed(ProviderError error) {
            endings.add(error);
        }

        private void add(StringBuffer to, String text) {
            to.append(text);
            if (!endings.isEmpty()) {
                afterEnd.add(text);
            }
        }

        String said() {
            return said.toString();
        }

        String thought() {
            return thought.toString();
        }

        int endings() {
            return endings.size();
        }

        Completion completion() {
            return end(Completion.class);
        }

        ProviderError failure() {
            return end(ProviderError.class);
        }

        private <T> T end(Class<T> type) {
            await().until(() -> !endings.isEmpty());
            assertThat(endings).hasSize(1).first().isInstanceOf(type);
            return type.cast(endings.get(0));
        }
    }
}
