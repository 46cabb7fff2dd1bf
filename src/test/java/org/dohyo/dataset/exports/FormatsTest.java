package org.dohyo.dataset.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.dohyo.battle.Exchange;
import org.dohyo.battle.Outcome;
import org.dohyo.dataset.exports.file.RecordWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What each format makes of a vote. */
class FormatsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final UUID BATTLE = UUID.fromString("00000000-0000-0000-0000-0000000000b1");
    private static final Instant TIME = Instant.parse("2027-01-31T09:00:00.250Z");
    private static final List<Exchange> ONE_TURN = List.of(new Exchange(1, "俳句を。", "古池や", "柿くへば"));
    private static final List<Exchange> TWO_TURNS = List.of(new Exchange(1, "p1", "a1", "b1"),
            new Exchange(2, "p2", "a2", "b2"));

    private static ExportedVote vote(Outcome outcome, List<Exchange> texts) {
        return vote(outcome, texts, true, null, null);
    }

    private static ExportedVote vote(Outcome outcome, List<Exchange> texts, boolean blind, Instant withdrawn,
            Instant excluded) {
        return new ExportedVote(7, BATTLE, null, "north", "south", outcome, List.of("overall", "japanese", "code"),
                "ab12", TIME, blind, Math.max(1, texts.size()), blind, blind ? null : "not-blind", withdrawn, excluded,
                excluded == null ? null : "spam",
                new ExportedVote.Reasons(List.of("useful"), List.of(), "=good"),
                style("{\"tokens\":3,\"headers\":{\"h1\":1,\"h2\":0},\"bold\":{\"total\":4},\"totalMillis\":9}"), null,
                texts);
    }

    /** A vote that a program cast or that was inferred: its entry in the log names one category. */
    private static ExportedVote judged(String category) {
        ExportedVote vote = vote(Outcome.A, ONE_TURN);
        return new ExportedVote(vote.position(), BATTLE, null, "north", "south", Outcome.A, List.of(category), "ab12",
                TIME, true, 1, true, null, null, null, null, vote.reasons(), null, null, ONE_TURN);
    }

    private static JsonNode style(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static <R extends Record> String written(ExportFormat<R> format, ExportedVote vote) throws IOException {
        assertThat(format.omission(vote)).isEmpty();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (RecordWriter<R> writer = format.files().get(0).writer(format.type(), out)) {
            for (R record : format.records(vote)) {
                writer.write(record);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void fastChat() throws IOException {
        assertThat(written(new FastChatExport(), vote(Outcome.BOTH_BAD, ONE_TURN)))
                .isEqualTo(
                        """
                                {"question_id":"00000000-0000-0000-0000-0000000000b1","model_a":"north","model_b":"south",\
                                "winner":"tie (bothbad)","judge":"arena_user_ab12",\
                                "conversation_a":[{"role":"user","content":"俳句を。"},{"role":"assistant","content":"古池や"}],\
                                "conversation_b":[{"role":"user","content":"俳句を。"},{"role":"assistant","content":"柿くへば"}],\
                                "turn":1,"anony":true,"language":"Japanese","tstamp":1801386000.25,\
                                "conv_metadata":{"sum_assistant_a_tokens":3,"header_count_a":{"h1":1,"h2":0},"bold_count_a":4},\
                                "categories":["overall","japanese","code"],"reasons_a":["useful"],"reasons_b":[],"comment":"=good"}
                                """);
    }

    static List<ExportFormat<?>> formats() {
        return List.of(new FastChatExport(), new LmArenaExport(), new TrlPreference(), new TrlImplicitPreference(),
                new KtoExport(), new HhRlhfExport(), new RewardBenchExport(), new ArgillaExport(), new CsvExport());
    }

    @ParameterizedTest
    @MethodSource("formats")
    void voteOfAnySource_isWritten(ExportFormat<?> format) throws IOException {
        for (String category : List.of("judge", "inferred")) {
            assertThat(written(format, judged(category))).as(category).contains("俳句を。")
                    .containsPattern(format.name().matches("fastchat|lmarena-140k|csv") ? category : "");
        }
        assertThat(written(format, vote(Outcome.A, ONE_TURN))).contains("俳句を。");
    }

    @Test
    void judgedVote_hasNoLanguage() throws IOException {
        assertThat(written(new FastChatExport(), judged("judge"))).contains("\"language\":\"unknown\"");
        assertThat(written(new RewardBenchExport(), judged("judge"))).contains("\"subset\":\"other\"");
        assertThat(judged("inferred").languageCode()).isEqualTo("und");
    }

    @Test
    void lmArena() throws IOException {
        JsonNode record = JSON.readTree(written(new LmArenaExport(), vote(Outcome.BOTH_BAD, TWO_TURNS)));
        assertThat(record.path("winner").asText()).isEqualTo("both_bad");
        assertThat(record.path("language").asText()).isEqualTo("ja");
        assertThat(record.path("timestamp").asText()).isEqualTo("2027-01-31T09:00:00.25");
        assertThat(record.path("is_code").asBoolean()).isTrue();
        assertThat(record.at("/conversation_b/3/content/0/text").asText()).isEqualTo("b2");
        assertThat(record.at("/full_conversation/1/model_side_a/content/0/text").asText()).isEqualTo("a2");
        assertThat(record.at("/conversation_a/0/content/0").has("mimeType")).isTrue();
    }

    @Test
    void preferences_ofOneAndOfSeveralTurns() throws IOException {
        assertThat(written(new TrlPreference(), vote(Outcome.B, TWO_TURNS))).isEqualTo("""
                {"prompt":[{"role":"user","content":"p1"}],\
                "chosen":[{"role":"assistant","content":"b1"},{"role":"user","content":"p2"},\
                {"role":"assistant","content":"b2"}],\
                "rejected":[{"role":"assistant","content":"a1"},{"role":"user","content":"p2"},\
                {"role":"assistant","content":"a2"}]}
                """);
        assertThat(written(new TrlImplicitPreference(), vote(Outcome.A, ONE_TURN))).isEqualTo("""
                {"chosen":[{"role":"user","content":"俳句を。"},{"role":"assistant","content":"古池や"}],\
                "rejected":[{"role":"user","content":"俳句を。"},{"role":"assistant","content":"柿くへば"}]}
                """);
        assertThat(written(new HhRlhfExport(), vote(Outcome.A, TWO_TURNS))).isEqualTo("""
                {"chosen":"\\n\\nHuman: p1\\n\\nAssistant: a1\\n\\nHuman: p2\\n\\nAssistant: a2",\
                "rejected":"\\n\\nHuman: p1\\n\\nAssistant: b1\\n\\nHuman: p2\\n\\nAssistant: b2"}
                """);
        assertThat(written(new RewardBenchExport(), vote(Outcome.B, ONE_TURN))).isEqualTo("""
                {"prompt":"俳句を。","chosen":"柿くへば","chosen_model":"south","rejected":"古池や","rejected_model":"north",\
                "subset":"japanese","id":"00000000-0000-0000-0000-0000000000b1"}
                """);
        assertThat(new RewardBenchExport().omission(vote(Outcome.B, TWO_TURNS))).contains(Omission.MULTI_TURN);
    }

    @Test
    void kto_hasTwoRecordsAVote_andCarriesBothBad() throws IOException {
        assertThat(written(new KtoExport(), vote(Outcome.B, ONE_TURN))).isEqualTo(
                """
                        {"prompt":[{"role":"user","content":"俳句を。"}],"completion":[{"role":"assistant","content":"古池や"}],"label":false}
                        {"prompt":[{"role":"user","content":"俳句を。"}],"completion":[{"role":"assistant","content":"柿くへば"}],"label":true}
                        """);
        assertThat(written(new KtoExport(), vote(Outcome.BOTH_BAD, ONE_TURN))).doesNotContain("true");
        assertThat(new KtoExport().omission(vote(Outcome.BOTH_BAD, List.of()))).contains(Omission.NO_TEXTS);
    }

    @Test
    void argilla() throws IOException {
        JsonNode record = JSON.readTree(written(new ArgillaExport(), vote(Outcome.TIE, ONE_TURN)));
        assertThat(record.at("/fields/conversation_a/1/content").asText()).isEqualTo("古池や");
        assertThat(record.at("/responses/preference/0/value").asText()).isEqualTo("tie");
        assertThat(UUID.fromString(record.at("/responses/preference/0/user_id").asText()).version()).isEqualTo(3);
    }

    @Test
    void csv_carriesEveryVote_andNoFormula() throws IOException {
        String table = written(new CsvExport(), vote(Outcome.A, List.of(), false, null, TIME));
        assertThat(table.lines()).hasSize(2);
        assertThat(table).startsWith("question_id,model_a,model_b,winner,judge,tstamp,turn,anony,counted,").contains(
                "north,south,model_a,ab12,1801386000.25,1,false,false,not-blind,,2027-01-31T09:00:00.250Z,spam,ja,"
                        + "overall japanese code,useful,,'=good,");
    }

    @ParameterizedTest
    @CsvSource({ "TIE, true, false, false, TIE", "BOTH_BAD, true, false, false, BOTH_BAD",
            "A, false, false, false, NOT_BLIND", "A, true, true, false, WITHDRAWN", "B, true, false, true, EXCLUDED" })
    void preference_leavesOut(Outcome outcome, boolean blind, boolean withdrawn, boolean excluded, Omission expected) {
        ExportedVote vote = vote(outcome, ONE_TURN, blind, withdrawn ? TIME : null, excluded ? TIME : null);
        assertThat(new TrlPreference().omission(vote)).contains(expected);
        assertThat(new HhRlhfExport().omission(vote)).contains(expected);
    }

    @Test
    void withoutTexts_preferencesAreLeftOut_andFastChatHasNoConversation() throws IOException {
        ExportedVote erased = vote(Outcome.A, List.of());
        assertThat(new TrlPreference().omission(erased)).contains(Omission.NO_TEXTS);
        assertThat(written(new FastChatExport(), erased)).doesNotContain("conversation");
        assertThat(vote(Outcome.A, List.of(new Exchange(1, "p", "a", null))).hasTexts()).isFalse();
    }
}
