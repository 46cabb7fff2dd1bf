package org.dohyo.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.dohyo.provider.ProviderError.Kind;
import org.dohyo.provider.text.PromptTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

/** The texts that models without a chat template are sent. */
class PromptTemplateTest extends ProviderSuite {

    private static final String QUESTION = "四国地方の４つの都道府県名と、それぞれの県庁所在地を列挙してください。";

    private static List<Message> conversation(String... texts) {
        List<Message> conversation = new ArrayList<>();
        for (String text : texts) {
            conversation.add(new Message(
                    conversation.size() % 2 == 0 ? Message.Role.USER : Message.Role.ASSISTANT, text));
        }
        return conversation;
    }

    private static String prompt(Object template, String system, String... texts) {
        return PromptTemplate.preview(new Endpoint(Protocol.COMPLETIONS, null, "m", Secret.NONE, system,
                template == null ? Map.of() : Map.of("template", template)), conversation(texts));
    }

    /** As the Rakuda benchmark recorded them (yuzu-ai/japanese-llm-ranking, Apache-2.0). */
    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false,
            textBlock = """
                    rinna|ユーザー: 四国地方の４つの都道府県名と、それぞれの県庁所在地を列挙してください。<NL>システム:\\s
                    user-system-ja|ユーザー: 四国地方の４つの都道府県名と、それぞれの県庁所在地を列挙してください。\\nシステム:\\s
                    alpaca-ja|以下はタスクを説明する指示です。要求を適切に満たすような返答を書いてください。\\n\\n###指示: 四国地方の４つの都道府県名と、それぞれの県庁所在地を列挙してください。\\n###返答:
                    """)
    void recordedPrompts(String preset, String recorded) {
        assertThat(prompt(preset, null, QUESTION)).isEqualTo(recorded.translateEscapes());
    }

    @Test
    void earlierTurnsHaveTheirAnswers() {
        assertThat(prompt("rinna", null, "一", "二", "三")).isEqualTo("ユーザー: 一<NL>システム: 二<NL>ユーザー: 三<NL>システム: ");
        assertThat(prompt("{prompt}\n", null, "a", "b", "c")).isEqualTo("a\nc\n");
        assertThat(prompt(null, null, "a")).isEqualTo("a");
        assertThat(prompt(null, null, "a", "b", "c")).isEqualTo("User: a\nAssistant: b\nUser: c\nAssistant: ");
    }

    @Test
    void systemPromptHasAPlace_orComesFirst() {
        Map<String, String> template = Map.of("start", "<<{system}>>\n", "turn", "Q: {prompt}\nA:{answer}\n");
        assertThat(prompt(template, "Be brief.", "Why?")).isEqualTo("<<Be brief.>>\nQ: Why?\nA:");
        assertThat(prompt(template, null, "Why?")).isEqualTo("<<>>\nQ: Why?\nA:");
        assertThat(prompt("Q: {prompt}\nA:", "Be brief.", "Why?")).isEqualTo("Be brief.\nQ: Why?\nA:");
    }

    /** What a voter writes is no template. */
    @Test
    void placesWithinATextAreText() {
        assertThat(prompt("Q: {prompt}\nA: {answer}\n", null, "{answer} $1 \\", "{prompt}", "x"))
                .isEqualTo("Q: {answer} $1 \\\nA: {prompt}\nQ: x\nA: ");
    }

    @ParameterizedTest
    @ValueSource(strings = { "Q: {prompt}\nA:{answr}", "{prompt} {system}", "{Prompt} {prompt}", "{prompt}{a}" })
    void misspeltPlace_isRefused(String turn) {
        assertThatExceptionOfType(InvalidEndpointException.class).isThrownBy(() -> prompt(turn, null, "x"))
                .withMessageContaining("only {answer} and {prompt} can be replaced");
        assertThatExceptionOfType(InvalidEndpointException.class)
                .isThrownBy(() -> prompt(Map.of("start", "{prompt}", "turn", "{prompt}"), null, "x"))
                .withMessageContaining("only {system} can be replaced");
        assertThat(prompt("{\"q\": \"{prompt}\"}{ }", null, "x")).as("other braces are text")
                .isEqualTo("{\"q\": \"x\"}{ }");
    }

    private JsonNode request(Wire wire, Map<String, Object> parameters, String system) throws Exception {
        server.next(wire.open().send(wire.whole("Hi")));
        Endpoint plain = wire.endpoint(server);
        start(provider(PATIENT), new Endpoint(plain.protocol(), plain.baseUrl(), "m", plain.apiKey(), system,
                parameters)).completion();
        return JSON.readTree(server.requests().get(server.requests().size() - 1).body());
    }

    @Test
    void completionsRequest() throws Exception {
        assertThat(request(Wire.COMPLETIONS, Map.of("template", "rinna", "max_tokens", 9), null))
                .isEqualTo(JSON.readTree("""
                        {"model": "m", "stream": true, "stream_options": {"include_usage": true}, "max_tokens": 9,
                         "stop": ["ユーザー:"], "prompt": "ユーザー: Hello<NL>システム: "}"""));
        assertThat(server.requests().get(0).path()).isEqualTo("/v1/completions");
        assertThat(request(Wire.COMPLETIONS, Map.of("template", "rinna", "stop", "x"), null).get("stop").textValue())
                .isEqualTo("x");
    }

    private String said(Wire wire, Map<String, Object> parameters, String... chunks) {
        server.next(wire.open().send(wire.whole(chunks)));
        Endpoint plain = wire.endpoint(server);
        Map<String, Object> all = new HashMap<>(plain.parameters());
        all.putAll(parameters);
        RecordedAnswer answer = start(provider(PATIENT), new Endpoint(plain.protocol(), plain.baseUrl(), "m",
                plain.apiKey(), plain.awsKeys(), null, all, null));
        answer.completion();
        return answer.said();
    }

    /** TGI returns the words that stopped it, and so do some servers of completions. */
    @ParameterizedTest
    @EnumSource(names = { "COMPLETIONS", "TGI", "SAGEMAKER_TGI", "SAGEMAKER_LMI" })
    void answerEndsBeforeItsStopSequence(Wire wire) {
        assertThat(said(wire, Map.of("template", "rinna"), "はい。<N", "L>ユーザ", "ー:")).isEqualTo("はい。");
        assertThat(said(wire, Map.of("template", "rinna"), "一<NL>二<", "NL>ユーザー")).isEqualTo("一\n二\nユーザー");
        assertThat(said(wire, Map.of("stop", List.of("##", "###")), "a ## b", " #", "##")).isEqualTo("a ## b ");
        assertThat(said(wire, Map.of("stop", "END"), "a END b", "END", " c EN")).isEqualTo("a END bEND c EN");
        assertThat(said(wire, Map.of(), "a<NL>b ##")).isEqualTo("a<NL>b ##");
    }

    /** A model that knows line breaks only as a word reads and writes that word. */
    @Test
    void lineBreaksAreWrittenAsTheModelKnowsThem() {
        assertThat(prompt("rinna", "Be\nbrief.", "一\r\n二", "三\n四", "五"))
                .isEqualTo("Be<NL>brief.<NL>ユーザー: 一<NL>二<NL>システム: 三<NL>四<NL>ユーザー: 五<NL>システム: ");
        assertThat(prompt("user-system-ja", null, "一\n二")).isEqualTo("ユーザー: 一\n二\nシステム: ");
    }

    @Test
    void tgiRequest() throws Exception {
        assertThat(request(Wire.TGI, Map.of("template", "{prompt}\n", "max_tokens", 9, "stop", "x"), null))
                .isEqualTo(JSON.readTree("""
                        {"inputs": "Hello\\n", "stream": true,
                         "parameters": {"details": true, "max_new_tokens": 9, "stop": ["x"]}}"""));
        assertThat(server.requests().get(0).path()).isEqualTo("/generate_stream");
    }

    @Test
    void responsesRequest() throws Exception {
        assertThat(request(Wire.RESPONSES, Map.of("max_tokens", 9, "reasoning", Map.of("effort", "low")), "Be brief."))
                .isEqualTo(JSON.readTree("""
                        {"model": "m", "stream": true, "store": false, "max_output_tokens": 9,
                         "reasoning": {"effort": "low"}, "instructions": "Be brief.",
                         "input": [{"role": "user", "content": "Hello"}]}"""));
        assertThat(server.requests().get(0).path()).isEqualTo("/v1/responses");
    }

    @Test
    void systemPromptCanBeFoldedIntoThePrompt() throws Exception {
        assertThat(request(Wire.OPENAI, Map.of("fold_system", true), "Be brief.")).isEqualTo(JSON.readTree("""
                {"model": "m", "stream": true, "stream_options": {"include_usage": true},
                 "messages": [{"role": "user", "content": "Be brief.\\n\\nHello"}]}"""));
        assertThat(request(Wire.TGI, Map.of("fold_system", true, "template", "Q: {prompt}\nA:"), "Be brief.")
                .get("inputs").textValue()).isEqualTo("Q: Be brief.\n\nHello\nA:");
    }

    @Test
    void templateWithoutAPrompt_isRefused() {
        ProviderError error = start(provider(PATIENT), new Endpoint(Protocol.TGI, server.url(), "m", Secret.NONE, null,
                Map.of("template", "no such preset"))).failure();

        assertThat(error.kind()).isEqualTo(Kind.BAD_REQUEST);
        assertThat(error.detail()).contains("{prompt}", "alpaca-ja");
    }
}
