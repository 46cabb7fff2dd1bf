package org.dohyo.project.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.assertj.core.api.ThrowableAssert;
import org.dohyo.project.content.ContentRecord.ReadAnswer;
import org.dohyo.project.content.ContentRecord.ReadPrompt;
import org.dohyo.support.EnglishWords;
import org.dohyo.support.FileMessages;
import org.dohyo.web.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

class ContentRecordTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Words by their names and values, since the real ones need a running application. */
    private static final UploadMessages WORDS = (UploadMessages) Proxy.newProxyInstance(
            UploadMessages.class.getClassLoader(), new Class<?>[] { UploadMessages.class },
            (proxy, method, values) -> values == null ? method.getName()
                    : method.getName() + " "
                            + Stream.of(values).map(Object::toString).collect(Collectors.joining(", ")));

    private static String reason(ThrowableAssert.ThrowingCallable call) {
        InvalidRecordException refused = catchThrowableOfType(InvalidRecordException.class, call);
        return refused.reason().apply(WORDS);
    }

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
        assertThat(reason(() -> record(shaberi).answers(null))).isEqualTo("noneOf model_id, model");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = { "{'id': 'q1', 'prompt': ' '} | emptyText",
            "{'id': 'q1'} | noneOf turns, question, Question, instruction, prompt, text",
            "{'id': 'q1', 'turns': []} | turnLimit 0, 20",
            "{'id': 'q1', 'turns': [1]} | noText",
            "{'id': true, 'prompt': 'x'} | noName question_id",
            "{'prompt': 'x'} | noneOf question_id, prompt_id, id" })
    void wrongPrompt_isRefusedWithItsReason(String json, String reason) {
        assertThat(reason(() -> record(json).prompt())).isEqualTo(reason);
    }

    private static List<UploadError> errors(String text, Charset charset, UploadFormat format) throws IOException {
        UploadSheet sheet = new UploadSheet();
        List<ObjectNode> taken = new ArrayList<>();
        new ContentFile(new ByteArrayInputStream(text.getBytes(charset)), sheet, taken::add).read(format);
        return sheet.errors(WORDS, EnglishWords.of(FileMessages.class));
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
                .containsExactly(new UploadError(2, "cellCount 1, 2"));
        assertThatThrownBy(new UploadSheet()::requireSound).isInstanceOf(Refusal.class);
    }
}
