package org.dohyo.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestSyntaxTest {

    @ParameterizedTest
    @ValueSource(strings = { "", "/models/a", "%20", "%E6%97%A5", "%e6%97%a5", "a+b", "100%25" })
    void encodedText_isTaken(String encoded) {
        assertThat(RequestSyntax.complaint(encoded)).isEmpty();
    }

    @Test
    void acceptOfOldClients_isMended() {
        assertThat(RequestSyntax.mended("text/html, image/gif, *; q=.2, */*; q=.2"))
                .isEqualTo("text/html, image/gif, */*; q=0.2, */*; q=0.2");
        assertThat(RequestSyntax.mended("*")).isEqualTo("*/*");
        assertThat(RequestSyntax.mended("a/*;q=0.5,*/*")).isEqualTo("a/*;q=0.5,*/*");
    }

    @ParameterizedTest
    @ValueSource(strings = { "%", "%2", "a%zz", "%\uff11\uff11", "%00", "a%00b", "%c3%28", "%ed%a0%80" })
    void otherText_isRefused(String encoded) {
        assertThat(RequestSyntax.complaint(encoded)).isPresent();
    }
}
