package org.dohyo.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.dohyo.provider.openai.OpenAiDialect;
import org.dohyo.provider.stream.Transcript;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The tokens with which an answer could have begun, as OpenAI's streams tell them. */
class FirstTokenLogprobsTest {

    private final List<Map<String, Double>> told = new ArrayList<>();
    private final Transcript transcript = new Transcript(new AnswerSink() {

        @Override
        public void text(String text) {
            assertThat(told).isNotEmpty();
        }

        @Override
        public void reasoning(String text) {
            // none comes
        }

        @Override
        public void reasoningSoFar() {
            // none comes
        }

        @Override
        public void firstTokenLogprobs(Map<String, Double> logProbabilities) {
            told.add(logProbabilities);
        }

        @Override
        public void done(Completion completion) {
            // not asked for
        }

        @Override
        public void failed(ProviderError error) {
            // not asked for
        }
    }, false);

    private void chunk(String text, String first, String others) throws JsonProcessingException {
        new OpenAiDialect().read("", new ObjectMapper().readTree("""
                {"choices":[{"index":0,"delta":{"content":"%s"},"logprobs":{"content":[{"token":"%s","logprob":-0.2,
                 "top_logprobs":[%s]}]}}]}""".formatted(text, first, others)), transcript);
    }

    @Test
    void firstTokenOfText_isTold_once() throws JsonProcessingException {
        chunk("", " ", "{\"token\":\" \",\"logprob\":-0.1}");
        chunk("B", "B", "{\"token\":\"B\",\"logprob\":-0.2},{\"token\":\"A\",\"logprob\":-1.7}");
        chunk("C", "C", "{\"token\":\"C\",\"logprob\":-0.2}");
        assertThat(told).containsExactly(Map.of("B", -0.2, "A", -1.7));
    }
}
