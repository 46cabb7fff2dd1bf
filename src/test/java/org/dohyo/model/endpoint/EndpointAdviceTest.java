package org.dohyo.model.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointAdviceTest {

    @ParameterizedTest
    @CsvSource({ "http://127.0.0.1:8000, http://127.0.0.1:8000/v1", "http://127.0.0.1:8000/, http://127.0.0.1:8000/v1",
            "https://llm.example/api/, https://llm.example/api/v1",
            "https://llm.example/openai?tenant=a, https://llm.example/openai/v1?tenant=a",
            "https://llm.example/chat/completions, https://llm.example/v1",
            "https://llm.example/vision, https://llm.example/vision/v1" })
    void withoutAVersion_theUsualOneIsProposed(URI baseUrl, URI meant) {
        assertThat(EndpointAdvice.withVersion(baseUrl)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://127.0.0.1:8000/v1", "http://127.0.0.1:8000/v1/",
            "https://llm.example/v1beta/openai", "https://llm.example/api/v2",
            "https://llm.example/v1/chat/completions" })
    void withAVersion_nothingIsProposed(URI baseUrl) {
        assertThat(EndpointAdvice.withVersion(baseUrl)).isEmpty();
    }

    @Test
    void vendorsOwnAddress_needsNoProposal() {
        assertThat(EndpointAdvice.withVersion(null)).isEmpty();
    }
}
