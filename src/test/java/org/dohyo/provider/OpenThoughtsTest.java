package org.dohyo.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;

import org.dohyo.provider.OpenAiServer.Script;
import org.dohyo.provider.http.HttpProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Thoughts that no tag opens must not be seen: text is withheld where they are expected. */
class OpenThoughtsTest extends ProviderSuite {

    private final Script thinking = Script.stream().says("secret ").says("thought</th").says("ink>\\n\\nHello").hang();

    private Endpoint endpoint(String model, Map<String, Object> parameters) {
        return new Endpoint(Protocol.OPENAI, server.url(), model, Secret.NONE, null, parameters);
    }

    @Test
    void anEndpointIsKnownFromItsFirstSuchAnswer() {
        server.otherwise(thinking);
        HttpProvider provider = provider(PATIENT);
        RecordedAnswer first = start(provider, endpoint("m", Map.of()));
        await().until(first::said, "Hello"::equals);
        assertThat(first.takenBack()).isTrue();

        RecordedAnswer second = start(provider, endpoint("m", Map.of()));
        await().until(second::said, "Hello"::equals);
        assertThat(second.takenBack()).isFalse();
        assertThat(second.thought()).isEqualTo("secret thought");
    }

    @ParameterizedTest
    @ValueSource(strings = { "deepseek-ai/DeepSeek-R1", "deepseek-r1:7b", "Qwen/QwQ-32B", "qwen3-30b-thinking-2507" })
    void byName(String model) {
        server.otherwise(thinking);
        RecordedAnswer answer = start(provider(PATIENT), endpoint(model, Map.of()));

        await().until(answer::said, "Hello"::equals);
        assertThat(answer.takenBack()).isFalse();
    }

    @Test
    void byParameter_whichIsNotSent() {
        server.otherwise(thinking);
        RecordedAnswer answer = start(provider(PATIENT), endpoint("m", Map.of("opens_with_thought", true)));

        await().until(answer::said, "Hello"::equals);
        assertThat(answer.takenBack()).isFalse();
        assertThat(server.requests().get(0).body()).doesNotContain("opens_with_thought");
    }

    @Test
    void textIsGivenAtTheEndWhereNoThoughtCame() {
        server.otherwise(Script.stream().says("Hello ").says("there.").finish("stop").doneMark());
        RecordedAnswer answer = start(provider(PATIENT), endpoint("m", Map.of("opens_with_thought", true)));

        answer.completion();
        assertThat(answer.said()).isEqualTo("Hello there.");
    }

    @Test
    void textIsGivenAtOnceWhereTheServerKeepsReasoningApart() {
        server.otherwise(Script.stream().event("{\"choices\":[{\"delta\":{\"reasoning_content\":\"Hm\"}}]}").says("Hello")
                .hang());
        RecordedAnswer answer = start(provider(PATIENT), endpoint("qwq", Map.of()));

        await().until(answer::said, "Hello"::equals);
    }
}
