package org.dohyo.dataset.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.dohyo.battle.Outcome;
import org.dohyo.dataset.format.AllFormats;
import org.dohyo.dataset.format.Comparison;
import org.dohyo.dataset.format.VoteFormats;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of src/test/resources/imports/votes: one kind each that people's software writes. */
class VoteFileTest {

    private static final Instant NOW = Instant.parse("2026-11-27T16:00:00Z");
    private static final VoteFormats FORMATS = AllFormats.beans();

    private final List<Comparison> votes = new ArrayList<>();

    private ReadFile read(InputStream file, boolean skipInvalid) throws IOException {
        Reading reading = new Reading(FORMATS, FORMATS.named("fastchat").orElseThrow(), null, skipInvalid, NOW);
        return VoteFile.read(file, reading, (record, vote) -> votes.add(vote));
    }

    private ReadFile read(String body, boolean skipInvalid) throws IOException {
        return read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), skipInvalid);
    }

    private ReadFile file(String name, boolean skipInvalid) throws IOException {
        try (InputStream file = VoteFileTest.class.getResourceAsStream("/imports/votes/" + name)) {
            return read(file, skipInvalid);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            40-vote-ok.json                  | A B TIE BOTH_BAD
            41-vote-winner-both_bad.json     | BOTH_BAD
            43-vote-jsonl.jsonl              | A A A
            44-vote-nan-language.json        | A
            47-vote-bom.json                 | A
            51-vote-judge-int.json           | A
            52-vote-judge-null.json          | A
            58-vote-turn-float.json          | A
            66-vote-model-slash.json         | A
            67-vote-qid-dup-conflict.json    | A B
            68-vote-qid-int-vs-str.json      | A B
            69-vote-surrogate-model.json     | A
            70-vote-surrogate-judge.json     | A
            71-vote-surrogate-conv.json      | A
            72-vote-nul-conv.json            | A
            74-vote-conv-string.json         | A
            75-vote-conv-list-content.json   | A
            76-vote-conv-parts.json          | A
            77-vote-meta-no-headers.json     | A
            78-vote-meta-empty.json          | A
            79-vote-meta-int-bold.json       | A
            82-vote-meta-string.json         | A
            83-vote-hugenum.json             | A
            85-vote-empty-array.json         | ''
            91-vote-lang-13.json             | A
            92-vote-55k.csv                  | A
            93-vote-140k.json                | BOTH_BAD
            94-vote-openwebui.json           | A
            """)
    void goodFiles(String file, String outcomes) throws IOException {
        ReadFile read = file(file, false);
        assertThat(read.errors()).isEmpty();
        assertThat(read.skipped()).isZero();
        assertThat(votes.stream().map(vote -> vote.outcome().name()).collect(Collectors.joining(" ")))
                .isEqualTo(outcomes);
        assertThat(read.votes()).isEqualTo(votes.size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            42-vote-winner-A.json            | 1 | unknown winner: A
            42-vote-winner-None.json         | 1 | unknown winner
            42-vote-winner-.json             | 1 | unknown winner
            42-vote-winner-MODEL_A.json      | 1 | unknown winner: MODEL_A
            42-vote-winner-Tie.json          | 1 | unknown winner: Tie
            42-vote-winner-a.json            | 1 | unknown winner: a
            42-vote-winner-both_bad.json     | 1 | unknown winner: both bad
            42-vote-winner-bothbad.json      | 1 | unknown winner: bothbad
            42-vote-winner-bothbad_vote.json | 1 | unknown winner: bothbad_vote
            42-vote-winner-draw.json         | 1 | unknown winner: draw
            42-vote-winner-left.json         | 1 | unknown winner: left
            42-vote-winner-leftvote.json     | 1 | unknown winner: leftvote
            42-vote-winner-model_1.json      | 1 | unknown winner: model_1
            42-vote-winner-tie_both_bad.json | 1 | unknown winner: tie (both bad)
            42-vote-winner-tie_bothbad.json  | 1 | unknown winner: tie_bothbad
            42-vote-winner-tiebothbad.json   | 1 | unknown winner: tie(bothbad)
            48-vote-utf16.json               | 0 | is not UTF-8: it looks like UTF-16
            49-vote-latin1.json              | 0 | is not UTF-8: line 1 has the byte 0x
            50-vote-judge-list.json          | 1 | judge is not a text
            53-vote-tstamp-ms.json           | 1 | tstamp is not a time
            54-vote-tstamp-iso.json          | 1 | tstamp is not a time
            55-vote-tstamp-missing.json      | 1 | tstamp is not a time
            56-vote-tstamp-str.json          | 1 | tstamp is not a time
            57-vote-turn-str.json            | 1 | turn is not a positive whole number
            59-vote-turn-0.json              | 1 | turn is not a positive whole number
            60-vote-anony-str.json           | 1 | anony is neither true nor false
            61-vote-anony-int.json           | 1 | anony is neither true nor false
            62-vote-self.json                | 2 | a model against itself
            64-vote-empty-model.json         | 1 | model_a is missing
            65-vote-null-model.json          | 1 | model_a is missing
            73-vote-nul-lang.json            | 1 | language has more than
            80-vote-meta-negative.json       | 1 | conv_metadata.sum_assistant_a_tokens is not a whole number from 0
            81-vote-meta-huge.json           | 1 | conv_metadata.sum_assistant_a_tokens is not a whole number from 0
            84-vote-dupkeys.json             | 1 | has the field winner twice
            86-vote-empty.json               | 0 | the file is empty
            87-vote-object.json              | 0 | neither a JSON array
            88-vote-truncated.json           | 2 | the file can't be read
            89-vote-trailing.json            | 1 | something follows the array
            90-vote-columns.json             | 1 | model_a is missing
            91-vote-lang-11.json             | 1 | language has more than
            91-vote-lang-14.json             | 1 | language is not a text
            """)
    void wrongFiles_nameTheRecord(String file, long record, String reason) throws IOException {
        EnglishFault error = EnglishFault.of(file(file, false).errors().get(0));
        assertThat(error.record()).isEqualTo(record);
        assertThat(error.reason()).contains(reason).doesNotContain("`", "com.", "java.");
    }

    @Test
    void skipInvalid_leavesBadRecordsOut_andReportsEach() throws IOException {
        ReadFile read = file("62-vote-self.json", true);
        assertThat(read.errors()).isEmpty();
        assertThat(read.records()).isEqualTo(3);
        assertThat(read.votes()).isEqualTo(2);
        assertThat(read.skipped()).isEqualTo(1);
        assertThat(EnglishFault.all(read.leftOut()))
                .containsExactly(new EnglishFault(2, null, "a model against itself: v-alpha"));
    }

    @Test
    void moreModelsThanABoardCompares_areRefused_fromTheRecordOn() throws IOException {
        String ring = IntStream.range(0, 502).mapToObj(i -> """
                {"question_id":%d,"model_a":"m-%d","model_b":"m-%d","winner":"tie","tstamp":1}
                """.formatted(i, i, i + 1)).collect(Collectors.joining());
        String known = "{\"model_a\":\"m-7\",\"model_b\":\"M-8\",\"winner\":\"tie\",\"tstamp\":1}\n";
        ReadFile read = read(ring + known, true);
        assertThat(read.models()).hasSize(500).containsEntry("m-0", "m-0").containsKey("m-499");
        assertThat(read.votes()).isEqualTo(500);
        assertThat(EnglishFault.all(read.leftOut())).extracting(EnglishFault::record).containsExactly(500L, 501L, 502L);
        assertThat(EnglishFault.of(read.leftOut().get(0)).reason()).contains("one model more than 500");
    }

    @Test
    void skipInvalid_goesOnAfterAFieldGivenTwice_alsoDeepInside() throws IOException {
        String good = "{\"model_a\":\"a\",\"model_b\":\"b\",\"winner\":\"tie\",\"tstamp\":1}";
        ReadFile read = read("""
                [%s, {"model_a":"a","model_b":"b","conv_metadata":{"x":{"y":1},"x":{"z":[{"w":1}]}},"winner":"tie"}, %s,
                 {"winner":"tie","winner":["tie"]}, 7, %s]""".formatted(good, good, good), true);
        assertThat(read.errors()).isEmpty();
        assertThat(read.leftOut()).extracting(RecordFault::record).containsExactly(2L, 4L, 5L);
        assertThat(EnglishFault.of(read.leftOut().get(0)).reason()).isEqualTo("has the field x twice");
        assertThat(votes).hasSize(3);
        votes.clear();
        ReadFile lines = read(good + "\n{\"winner\":1,\"winner\":2}\n\n{broken\n" + good + " 1\n" + good
                + "\n", true);
        assertThat(lines.leftOut()).extracting(RecordFault::record).containsExactly(2L, 3L, 4L);
        assertThat(votes).hasSize(2);
    }

    @Test
    void skipInvalid_stillRefusesWhatCannotBeRead() throws IOException {
        assertThat(file("88-vote-truncated.json", true).errors()).hasSize(1);
        assertThat(file("89-vote-trailing.json", true).errors()).hasSize(1);
        assertThat(file("49-vote-latin1.json", true).errors()).hasSize(1);
    }

    private static final String GOOD = "{\"model_a\":\"a\",\"model_b\":\"b\",\"winner\":\"tie\",\"tstamp\":1}";

    /** A good vote with one more field. */
    private static String with(String field) {
        return "[" + GOOD.replace("\"tstamp\"", field + ",\"tstamp\"") + "]";
    }

    private static String withModel(String name) {
        return "[" + GOOD.replace(":\"a\"", ":\"" + name + "\"") + "]";
    }

    private static String withTime(String time) {
        return "[" + GOOD.replace("\"tstamp\":1", time) + "]";
    }

    /** The only fault of a file, where invalid records are refused or left out. */
    private EnglishFault fault(String file, boolean skipInvalid) throws IOException {
        List<RecordFault> errors = read(file, skipInvalid).errors();
        assertThat(errors).as(file).hasSize(1);
        return EnglishFault.of(errors.get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = { "{", "{\"model_a\":\"", "{\"model_a\":\"a\",\"tstamp\":169000", "{\"anony\":tru",
            "{\"winner\":\"tie\",\"turn\":1", "{\"language\":\"\\u00" })
    void lineThatIsCutOff_refusesTheFile_alsoWhereInvalidOnesAreLeftOut(String cut) throws IOException {
        EnglishFault fault = fault(GOOD + "\n" + GOOD + "\n" + cut, true);
        assertThat(fault.record()).isEqualTo(3);
        assertThat(fault.reason()).startsWith("the file can't be read");
        ReadFile whole = read(GOOD + "\n" + cut + "\n" + GOOD + "\n" + cut + "\r\n", true);
        assertThat(whole.errors()).isEmpty();
        assertThat(whole.leftOut()).extracting(RecordFault::record).containsExactly(2L, 4L);
        assertThat(read(GOOD + "\n" + GOOD, true).votes()).isEqualTo(2);
    }

    @Test
    void csv_rowThatIsCutOff_refusesTheFile() throws IOException {
        String good = "model_a,model_b,winner\na,b,tie\n";
        assertThat(fault(good + "a,b", true)).isEqualTo(new EnglishFault(2, null, "has 2 cells, the head 3"));
        assertThat(read(good + "a,b\n", true).leftOut()).hasSize(1);
        assertThat(read(good + "a,b,tie", true).votes()).isEqualTo(2);
    }

    @Test
    void csv_namesTheRowThatCannotBeRead() throws IOException {
        String good = "model_a,model_b,winner\n" + "a,b,tie\n".repeat(50);
        assertThat(fault(good + "\"j\"x,b,tie\na,b,tie\n", true).record()).isEqualTo(51);
        assertThat(fault(good + "a,b,\"tie\na,b,tie\n", true)).isEqualTo(
                new EnglishFault(51, null, "the file can't be read: Missing closing quote for value"));
        assertThat(fault("model_a,model_b,winner\n\"a,b,tie\n", true).record()).isEqualTo(1);
        assertThat(fault("model_a,model_b,\"winner\na,b,tie\n", true).record()).isZero();
    }

    @Test
    void recordThatIsTooLong_isNamed() throws IOException {
        String text = "x".repeat(17 << 20);
        for (String file : List.of("model_a,model_b,winner\na,b,tie\n" + text + "," + text + ",tie\n",
                GOOD + "\n" + GOOD.replace("tie", text + text) + "\n")) {
            EnglishFault fault = EnglishFault.of(read(file, true).errors().get(0));
            assertThat(fault).isEqualTo(
                    new EnglishFault(2, null, "the file has a record of more than 33554432 bytes"));
        }
    }

    @Test
    void csv_faultsOfTheTransport_areNotTheFiles() {
        InputStream broken = new SequenceInputStream(
                new ByteArrayInputStream("model_a,model_b,winner\na,b,tie\na,".getBytes()), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("connection reset");
                    }
                });
        assertThatThrownBy(() -> read(broken, false)).isExactlyInstanceOf(IOException.class)
                .hasMessage("connection reset");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " \n\t\r\n", "\ufeff" })
    void emptyFile_isCalledEmpty(String file) throws IOException {
        assertThat(fault(file, true)).isEqualTo(new EnglishFault(0, null, "the file is empty"));
    }

    @Test
    void times_areNotLaterThanTheDayAfterTheImport() throws IOException {
        assertThat(read(withTime("\"tstamp\":" + (NOW.getEpochSecond() + 86_400)), false).errors()).isEmpty();
        for (String time : List.of("\"tstamp\":" + (NOW.getEpochSecond() + 86_401), "\"tstamp\":253402300799",
                "\"timestamp\":\"2026-11-28T16:00:00.001\"", "\"timestamp\":\"9999-12-31T23:59:59Z\"")) {
            EnglishFault fault = fault(withTime(time), false);
            assertThat(fault.reason()).isEqualTo(fault.field() + " is a time more than a day after the import");
        }
        assertThat(fault("""
                [{"id":1,"data":{"rating":1,"model_id":"x","sibling_model_ids":["y"]},"created_at":4000000000}]""",
                false).field()).isEqualTo("created_at");
    }

    @ParameterizedTest
    @ValueSource(strings = { "bidiq\\u202eevil", "a\\u2066b", "\\u200fa", "a\\u061cb", "bell\\u0007", "\\u001b[31mred",
            "a\\nb", "a\\u0085b", "a\\u2028b", "\\u200b\\u200b", "\\u2060\\ufeff", "\\u00a0", "\\u3164",
            "\\u00ad \\u0301" })
    void namesThatDisturbOthersOrCannotBeSeen_areRefused(String name) throws IOException {
        EnglishFault model = fault(withModel(name), false);
        assertThat(model.field()).isEqualTo("model_a");
        assertThat(model.reason()).matches("model_a has (control characters, or .*|no visible character)");
        assertThat(fault("""
                [{"id":1,"data":{"rating":1,"model_id":"x","sibling_model_ids":["%s"]},"created_at":1}]"""
                .formatted(name), false).field()).isEqualTo("data.sibling_model_ids");
    }

    @ParameterizedTest
    @ValueSource(
            strings = { "名前", "Größe 7B", "نموذج", "क्\u200dष", "a\u200bb", "\ud83d\udc68\u200d\ud83d\udcbb", "-" })
    void namesOfEveryScript_areKept(String name) throws IOException {
        read(withModel(" " + name + "\\n"), false);
        assertThat(votes).extracting(Comparison::modelA).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\\\"sum\\\": 5,", "[1, 2", "{'sum': 5}", "{} {}", "{\\\"sum\\\": 1, \\\"sum\\\": 2}" })
    void jsonWithinATextThatIsBroken_isRefused(String text) throws IOException {
        assertThat(fault(with("\"conv_metadata\":\"" + text + "\""), false)).isEqualTo(
                new EnglishFault(1, "conv_metadata", "conv_metadata begins with a bracket and is not JSON"));
    }

    @Test
    void promptThatBeginsWithABracket_isAText() throws IOException {
        read(with("\"prompt\":\"[1] Write Python code.\""), false);
        assertThat(votes.get(0).categories()).contains("code");
    }

    @Test
    void nanWithinAText_isNull() throws IOException {
        read(with("\"conv_metadata\":\"{\\\"sum_assistant_a_tokens\\\": NaN, \\\"bold_count_a\\\": 2}\""), false);
        assertThat(votes.get(0).styleA()).isEqualTo("{\"bold\":{\"total\":2}}");
    }

    @Test
    void numberWithoutAnEnd_namesItsField() throws IOException {
        assertThat(fault(with("\"n\":" + "9".repeat(900)), false).field()).isEqualTo("n");
    }

    @Test
    void nan_isNull() throws IOException {
        read("""
                [{"question_id":NaN,"model_a":"a","model_b":"b","winner":"tie","tstamp":1,"judge":NaN,"turn":NaN,
                  "anony":NaN,"language":NaN,
                  "conv_metadata":{"sum_assistant_a_tokens":NaN,"bold_count_a":{"**":2}}}]""",
                false);
        Comparison vote = votes.get(0);
        assertThat(vote.voter()).isNull();
        assertThat(vote.repeatable()).isTrue();
        assertThat(vote.turn()).isEqualTo(1);
        assertThat(vote.blind()).isTrue();
        assertThat(vote.styleA()).isEqualTo("{\"bold\":{\"**\":2,\"__\":0}}");
        assertThat(vote.styleB()).isNull();
    }

    @Test
    void counts_missingAreUnknown_wholeNumbersAreTotals() throws IOException {
        file("79-vote-meta-int-bold.json", false);
        assertThat(votes.get(0).styleA())
                .isEqualTo("{\"tokens\":100,\"headers\":{\"total\":2},\"lists\":{\"total\":1},\"bold\":{\"total\":3}}");
        file("77-vote-meta-no-headers.json", false);
        assertThat(votes.get(1).styleB()).isEqualTo("{\"tokens\":50}");
        file("78-vote-meta-empty.json", false);
        assertThat(votes.get(2).styleA()).isNull();
    }

    @ParameterizedTest
    @CsvSource({ "-1", "1.5", "10000001", "4e7", "1e300", "Infinity", "'\"5\"'", "true", "[1]" })
    void counts_thatCannotBe_areRefused(String count) throws IOException {
        for (String metadata : List.of("\"sum_assistant_b_tokens\":" + count,
                "\"header_count_b\":{\"h3\":" + count + "}", "\"list_count_b\":" + count)) {
            ReadFile read = read("""
                    {"model_a":"a","model_b":"b","winner":"tie","tstamp":1,"question_id":"q","conv_metadata":{%s}}"""
                    .formatted(metadata), false);
            assertThat(read.errors()).as(metadata).hasSize(1);
            assertThat(EnglishFault.of(read.errors().get(0)).reason())
                    .contains("is not a whole number from 0 to 10000000");
        }
    }

    @ParameterizedTest
    @CsvSource({ "0, other", "1, chinese", "2, chinese", "3, norwegian-bokmal", "4, other", "5, chinese", "6, other",
            "7, haitian-creole", "8, other", "9, norwegian", "10, other", "12, japanese", "13, other" })
    void languages(int file, String category) throws IOException {
        file("91-vote-lang-" + file + ".json", false);
        assertThat(votes.get(0).categories()).containsExactly("overall", category);
    }

    @Test
    void neighboursOfTheFormat() throws IOException {
        file("92-vote-55k.csv", false);
        file("93-vote-140k.json", false);
        file("94-vote-openwebui.json", false);
        assertThat(votes).extracting(Comparison::identity).containsExactly("fastchat:id:1", "fastchat:id:a1",
                "open-webui:f1");
        assertThat(votes).extracting(Comparison::castAt).containsExactly(NOW, Instant.parse("2025-05-01T00:00:00Z"),
                Instant.ofEpochSecond(1_730_000_000));
        assertThat(votes).extracting(Comparison::voter).containsExactly(null, "fastchat:session:s1",
                "open-webui:u");
        assertThat(votes.get(1).categories()).containsExactly("overall", "english");
    }

    @Test
    void csv_readsTypedCells_andNamesRowsThatAreWrong() throws IOException {
        ReadFile read = read("""
                model_a,model_b,winner,turn,anony,tstamp,judge,conv_metadata
                a,b,tie,2,True,1690000000.5,"j, 1","{""sum_assistant_a_tokens"": 7}"
                a,b,model_b,,false,1690000001,,nan
                a,b,nobody,1,true,1,j,
                a,b
                """, true);
        assertThat(read.errors()).isEmpty();
        assertThat(EnglishFault.all(read.leftOut())).containsExactly(
                new EnglishFault(3, "winner", "unknown winner: nobody"),
                new EnglishFault(4, null, "has 2 cells, the head 8"));
        assertThat(votes).extracting(Comparison::outcome).containsExactly(Outcome.TIE, Outcome.B);
        assertThat(votes).extracting(Comparison::turn).containsExactly(2, 1);
        assertThat(votes).extracting(Comparison::blind).containsExactly(true, false);
        assertThat(votes.get(0).voter()).isEqualTo("fastchat:j, 1");
        assertThat(votes.get(0).styleA()).isEqualTo("{\"tokens\":7}");
    }

    @Test
    void csv_winnersInColumns_areOneOfThree() throws IOException {
        ReadFile read = read("""
                id,model_a,model_b,prompt,winner_model_a,winner_model_b,winner_tie
                1,a,b,"[""Write Python code."", ""Thanks""]",0,1,0
                2,a,b,x,0,0,1
                3,a,b,x,1,0,1
                4,a,b,x,0,0,0
                """, true);
        assertThat(votes).extracting(Comparison::outcome).containsExactly(Outcome.B, Outcome.TIE);
        assertThat(votes.get(0).categories()).contains("code", "multi-turn");
        assertThat(read.leftOut()).extracting(RecordFault::record).containsExactly(3L, 4L);
    }

    @Test
    void openWebUi_thumbsOnSingleAnswers_areNoVotes() throws IOException {
        ReadFile read = read("""
                [{"id":"1","data":{"rating":-1,"model_id":"x","sibling_model_ids":["y","z"]},"meta":{},"created_at":1},
                 {"id":"2","data":{"rating":1,"model_id":"x"},"meta":{},"created_at":1},
                 {"id":"3","data":{"rating":null,"model_id":"x","sibling_model_ids":["y"]},"created_at":1}]""", false);
        assertThat(read.errors()).isEmpty();
        assertThat(read.leftOut()).extracting(RecordFault::record).containsExactly(2L, 3L);
        assertThat(votes).extracting(Comparison::modelB).containsExactly("y", "z");
        assertThat(votes).extracting(Comparison::outcome).containsOnly(Outcome.B);
        assertThat(votes).extracting(Comparison::blind).containsOnly(false);
        assertThat(votes).extracting(Comparison::identity).containsExactly("open-webui:1", "open-webui:1:2");
    }
}
