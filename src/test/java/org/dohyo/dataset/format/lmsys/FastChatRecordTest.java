package org.dohyo.dataset.format.lmsys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Instant;

import org.dohyo.battle.Outcome;
import org.dohyo.dataset.format.Comparison;
import org.dohyo.dataset.format.Fields;
import org.dohyo.dataset.format.InvalidRecord;
import org.dohyo.dataset.format.VoteFileMessages;
import org.dohyo.support.EnglishWords;
import org.dohyo.support.Hashes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

class FastChatRecordTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOW = Instant.parse("2026-11-27T16:00:00Z");

    private static final String LEAST = """
            {"model_a": "gpt-4", "model_b": "vicuna-13b", "winner": "model_a", "tstamp": 1682351591.1322}""";

    /** The shortest record that is valid, with some fields set; {@code null} as JSON takes one away. */
    private static FastChatRecord with(String fields) throws IOException {
        ObjectNode json = (ObjectNode) JSON.readTree(LEAST);
        json.setAll((ObjectNode) JSON.readTree(fields));
        return new FastChatRecord(new Fields(json, NOW, true));
    }

    @Test
    void leastRecord_hasTheFormatsDefaults() throws Exception {
        Comparison vote = with("{}").comparison();
        assertThat(vote.modelA()).isEqualTo("gpt-4");
        assertThat(vote.modelB()).isEqualTo("vicuna-13b");
        assertThat(vote.outcome()).isEqualTo(Outcome.A);
        assertThat(vote.voter()).isNull();
        assertThat(vote.turn()).isEqualTo(1);
        assertThat(vote.blind()).isTrue();
        assertThat(vote.categories()).containsExactly("overall", "other");
        assertThat(vote.styleA()).isNull();
        assertThat(vote.castAt()).isEqualTo(Instant.parse("2023-04-24T15:53:11.132Z"));
        assertThat(vote.repeatable()).isTrue();
        assertThat(vote.identity()).isEqualTo("fastchat:sha256:" + Hashes.sha256Hex(
                "{\"model_a\":\"gpt-4\",\"model_b\":\"vicuna-13b\",\"tstamp\":1682351591.1322,\"winner\":\"model_a\"}"));
    }

    @Test
    void questionId_isTheIdentity() throws Exception {
        Comparison vote = with("{\"question_id\": \"abc\", \"judge\": \"arena_user_7\"}").comparison();
        assertThat(vote.identity()).isEqualTo("fastchat:abc");
        assertThat(vote.repeatable()).isFalse();
        assertThat(vote.voter()).isEqualTo("fastchat:arena_user_7");
        assertThat(with("{\"question_id\": 17}").comparison().identity()).isEqualTo("fastchat:17");
    }

    @ParameterizedTest
    @CsvSource({ "model_a, A", "model_b, B", "tie, TIE", "tie (bothbad), BOTH_BAD", "both_bad, BOTH_BAD" })
    void winners(String winner, Outcome outcome) throws Exception {
        assertThat(with("{\"winner\": \"" + winner + "\"}").comparison().outcome()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({ "English, english", "japanese, japanese", "' Japanese ', japanese", "Klingon, other", "unknown, other",
            "Norwegian Bokmål, norwegian-bokmal", "en, english", "pt-BR, portuguese", "und, other" })
    void language_isOneThatHasAName(String language, String category) throws Exception {
        assertThat(with("{\"language\": \"" + language + "\"}").comparison().categories()).containsExactly("overall",
                category);
    }

    @Test
    void tasks_areReadFromTheUsersPromptsAlone() throws Exception {
        assertThat(
                with("""
                        {"conversation_a": [{"role": "user", "content": "Write Python code."}, {"role": "assistant", "content": "x"},
                         {"role": "user", "content": "Thanks"}, {"role": "user", "content": 5}, 7]}""")
                        .comparison().categories())
                .containsExactly("overall", "other", "code", "multi-turn");
        assertThat(with("{\"conversation_a\": [{\"role\": \"assistant\", \"content\": \"Python code\"}]}").comparison()
                .categories())
                .containsExactly("overall", "other");
    }

    @Test
    void style_isKeptInOurForm_withoutOtherFields() throws Exception {
        Comparison vote = with("""
                {"conv_metadata": {"sum_assistant_a_tokens": 321, "header_count_a": {"h1": 1, "h7": 9},
                 "list_count_a": {"ordered": 2}, "bold_count_a": {"**": 3, "__": 4}, "sum_assistant_b_tokens": 5}}""")
                .comparison();
        assertThat(vote.styleA()).isEqualTo("""
                {"tokens":321,"headers":{"h1":1,"h2":0,"h3":0,"h4":0,"h5":0,"h6":0},\
                "lists":{"ordered":2,"unordered":0},"bold":{"**":3,"__":4}}""");
        assertThat(JSON.readTree(vote.styleB()).path("tokens").intValue()).isEqualTo(5);
        assertThat(with("{\"conv_metadata\": 5}").comparison().styleA()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{\"model_a\": null} | model_a is missing or blank",
            "{\"model_a\": 4} | model_a is missing or blank",
            "{\"model_b\": \"  \"} | model_b is missing or blank",
            "{\"model_b\": \"GPT 4\"} | a model against itself",
            "{\"model_a\": \"a\\u0000b\"} | NUL",
            "{\"winner\": null} | unknown winner",
            "{\"winner\": \"modelA\"} | unknown winner: modelA",
            "{\"tstamp\": null} | tstamp is not a time",
            "{\"tstamp\": \"1682351591\"} | tstamp is not a time",
            "{\"tstamp\": -1} | tstamp is not a time",
            "{\"tstamp\": 1682351591132000} | tstamp is not a time",
            "{\"turn\": 0} | turn is not a positive whole number",
            "{\"turn\": 1.5} | turn is not a positive whole number",
            "{\"turn\": \"1\"} | turn is not a positive whole number",
            "{\"turn\": 3000000000} | turn is not a positive whole number",
            "{\"anony\": \"true\"} | anony is neither true nor false",
            "{\"judge\": {\"id\": 1}} | judge is not a text",
            "{\"question_id\": [1]} | question_id is not a text" })
    void brokenRecords_sayWhatIsWrong(String fields, String reason) throws IOException {
        FastChatRecord broken = with(fields);
        assertThat(reason(broken)).contains(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = { "[]", "null", "\"text\"", "5" })
    void notAnObject(String json) throws IOException {
        FastChatRecord broken = new FastChatRecord(new Fields(JSON.readTree(json), NOW, true));
        assertThat(reason(broken)).isEqualTo("not an object");
    }

    private static String reason(FastChatRecord broken) {
        return catchThrowableOfType(InvalidRecord.class, broken::comparison).reason()
                .in(EnglishWords.of(VoteFileMessages.class));
    }

    @Test
    void longTexts_areRefused_andNotRepeated() throws IOException {
        FastChatRecord name = with("{\"model_a\": \"" + "m".repeat(501) + "\"}");
        assertThat(reason(name)).isEqualTo("model_a has more than 500 characters or a NUL");
        FastChatRecord winner = with("{\"winner\": \"" + "w".repeat(5_000) + "\"}");
        assertThat(reason(winner)).isEqualTo("unknown winner: " + "w".repeat(40));
    }
}
