package org.dohyo.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.dohyo.provider.OpenAiServer.Script;
import org.dohyo.provider.anthropic.AnthropicCodec;
import org.dohyo.provider.aws.BedrockCodec;
import org.dohyo.provider.aws.SageMakerCodec;
import org.dohyo.provider.gemini.GeminiCodec;
import org.dohyo.provider.http.AddressGuard;
import org.dohyo.provider.http.Codec;
import org.dohyo.provider.http.HttpProvider;
import org.dohyo.provider.http.Timeouts;
import org.dohyo.provider.openai.OpenAiCodec;
import org.dohyo.provider.openai.ResponsesCodec;
import org.dohyo.provider.text.CompletionsCodec;
import org.dohyo.provider.text.GenerateCodec;
import org.junit.jupiter.api.AfterEach;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;

/** A scripted server, providers that call it, and the rule that holds for every answer of every test. */
abstract class ProviderSuite {

    static final Timeouts PATIENT = timeouts(10_000, 10_000, 20_000);
    static final ObjectMapper JSON = new ObjectMapper();

    static {
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(Duration.ofMillis(5));
    }

    final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
    final OpenAiServer server = new OpenAiServer();
    final List<RecordedAnswer> answers = new ArrayList<>();
    private final List<HttpProvider> providers = new ArrayList<>();

    /** With the event loops gone nothing more can come. */
    @AfterEach
    void endsOnceAtMostAndLast() {
        server.close();
        providers.forEach(HttpProvider::close);
        vertx.close().toCompletionStage().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
        for (RecordedAnswer answer : answers) {
            assertThat(answer.endings()).as("endings").isLessThanOrEqualTo(1);
            assertThat(answer.afterEnd()).as("calls after the end").isEmpty();
        }
    }

    RecordedAnswer ask(Wire wire, Script script) {
        return ask(PATIENT, wire, script);
    }

    RecordedAnswer ask(Timeouts timeouts, Wire wire, Script script) {
        server.next(script);
        return start(provider(timeouts), wire.endpoint(server));
    }

    RecordedAnswer start(HttpProvider provider, Endpoint endpoint) {
        RecordedAnswer answer = new RecordedAnswer();
        answers.add(answer);
        answer.stream = provider.stream(endpoint, hello(), answer);
        return answer;
    }

    HttpProvider provider(Timeouts timeouts) {
        return provider(timeouts, new AddressGuard(true));
    }

    HttpProvider provider(Timeouts timeouts, AddressGuard guard) {
        HttpProvider provider = new HttpProvider(vertx, codecs(), guard, Clock.systemUTC(), timeouts, 4096);
        providers.add(provider);
        return provider;
    }

    static List<Codec> codecs() {
        return List.of(new OpenAiCodec(JSON), new ResponsesCodec(JSON), new CompletionsCodec(JSON),
                new GenerateCodec(JSON), new AnthropicCodec(JSON), new GeminiCodec(JSON),
                new BedrockCodec(JSON, Clock.systemUTC()), new SageMakerCodec(JSON, Clock.systemUTC()));
    }

    static List<Message> hello() {
        return List.of(new Message(Message.Role.USER, "Hello"));
    }

    static Timeouts timeouts(int firstByte, int idle, int total) {
        return new Timeouts(Duration.ofSeconds(5), Duration.ofMillis(firstByte), Duration.ofMillis(idle),
                Duration.ofMillis(total));
    }
}
