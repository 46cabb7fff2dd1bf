package org.dohyo.project.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.dohyo.project.content.ContentRecord.ReadAnswer;
import org.dohyo.project.content.ContentRecord.ReadPrompt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

class ContentRecordTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static ContentRecord record(String json) throws IOException {
        return new ContentRecord((ObjectNode) JSON.readTree(json.replace('\'', '"')));
    }

    @ParameterizedTest
    @ValueSource(strings = { "{'question_id': 'q1', 'turns': ['Hello?']}", "{'id': 'q1', 'prompt': 'Hello?'}",
            "{'question_id': 'q1', 'category': 'x', 'text': 'Hello?'}", "{'prompt_id': 'q1', 'instruction': 'Hello?'}",
            "{'question_id': 'q1', 'Question': 'Hello?'}",
            "{'id': 7, 'prompt': 'q1', 'text': 'Hello?', 'model_x': 1, 'result_x': 'a', 'model_y': 2, 'result_y': 'b'}" })
    void prompt_isReadFromEachForm(String json) throws Exception {
        assertThat(record(json).prompt()).isEqualTo(new ReadPrompt("q1", List.of("Hello?")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{'question_id': 'q1', 'model_id': 'm', 'choices': [{'index': 0, 'turns': ['Hi.']}]}",
            "{'question_id': 'q1', 'prompt': 'User: Hello?', 'text': 'Hi.', 'model_id': 'm', 'metadata': {}}",
            "{'prompt_id': 'q1', 'model': 'm', 'answer': 'Hi.'}",
            "{'extra_info': {'id': 'q1'}, 'lm_output': 'Hi.', 'model': 'm'}" })
    void answer_isReadFromEachForm(String json) throws Exception {
        assertThat(record(json).answers(null)).containsExactly(new ReadAnswer("q1", "m", List.of("Hi.")));
    }

    @Test
    void pair_isTwoAnswers_andShaberiNeedsTheModelsName() throws Exception {
        assertThat(record("{'id': 0, 'prompt': 8, 'text': 'Hello?', 'model_x': 97, 'result_x': 'a', 'model_y': 98, "
                + "'result_y': 'b'}").answers(null)).containsExactly(new ReadAnswer("8", "97", List.of("a")),
                        new ReadAnswer("8", "98", List.of("b")));
        String shaberi = "{'question_id': 'q1', 'Question': 'Hello?', 'ModelAnswer': 'Hi.'}";
        assertThat(record(shaberi).answers("m")).containsExactly(new ReadAnswer("q1", "m", List.of("Hi.")));
        assertThatThrownBy(() -> record(shaberi).answers(null)).hasMessage("has none of: model_id, model");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = { "{'id': 'q1', 'prompt': ' '} | has an empty text",
            "{'id': 'q1'} | has none of: turns, question, Question, instruction, prompt, text",
            "{'id': 'q1', 'turns': []} | has 0 turns; 1 to 20 are possible",
            "{'id': 'q1', 'turns': [1]} | has something that is no text where a text is needed",
            "{'id': true, 'prompt': 'x'} | has a question_id that is neither text nor whole number",
            "{'prompt': 'x'} | has none of: question_id, prompt_id, id" })
    void wrongPrompt_isRefusedWithItsReason(String json, String reason) {
        assertThatThrownBy(() -> record(json).prompt()).hasMessage(reason);
    }

    private static List<UploadError> errors(String text, Charset charset, UploadFormat format) throws IOException {
        UploadSheet sheet = new UploadSheet();
        List<ObjectNode> taken = new ArrayList<>();
        new ContentFile(new ByteArrayInputStream(text.getBytes(charset)), sheet, taken::add).read(format);
        List<UploadError> errors = new ArrayList<>();
        try {
            sheet.requireSound();
        } catch (io.quarkiverse.resteasy.problem.HttpProblem refused) {
            ((List<?>) refused.getParameters().get("errors")).forEach(error -> errors.add((UploadError) error));
        }
        return errors;
    }

    @Test
    void anotherEncodingThanUtf8_isRefusedAtItsLine() throws IOException {
        String text = "{\"id\": 1, \"prompt\": \"a\"}\n{\"id\": 2, \"prompt\": \"日本\"}\n";
        assertThat(errors(text, StandardCharsets.UTF_8, UploadFormat.JSON)).isEmpty();
        assertThat(errors(text, Charset.forName("Shift_JIS"), UploadFormat.JSON)).singleElement()
                .satisfies(error -> assertThat(error.reason()).contains("line 2 has the byte"));
        assertThat(errors(text, StandardCharsets.UTF_16, UploadFormat.TEXT)).singleElement()
                .satisfies(error -> assertThat(error.reason()).contains("looks like UTF-16"));
    }

    @Test
    void brokenRecords_areCountedFromOne() throws IOException {
        assertThat(errors("{}\n[]\n{\"a\": 1, \"a\": 2}\nx", StandardCharsets.UTF_8, UploadFormat.JSON))
                .extracting(UploadError::record).containsExactly(2L, 3L, 4L);
        assertThat(errors("id,prompt\n1,a\n2\n", StandardCharsets.UTF_8, UploadFormat.CSV))
                .containsExactly(new UploadError(2, "has 1 cells, the head 2"));
        assertThat(errors("", StandardCharsets.UTF_8, UploadFormat.JSON))
                .containsExactly(new UploadError(0, "the file holds no record"));
    }
}
