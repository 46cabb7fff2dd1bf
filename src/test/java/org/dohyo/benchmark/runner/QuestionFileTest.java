package org.dohyo.benchmark.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.dohyo.support.EnglishWords;
import org.dohyo.support.FileMessages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionFileTest {

    @Test
    void utf8_isRead_withoutItsMark() {
        assertThat(new QuestionFile("\ufeff質問".getBytes(StandardCharsets.UTF_8), null).text()).isEqualTo("質問");
    }

    @ParameterizedTest
    @ValueSource(strings = { "Shift_JIS", "EUC-JP", "UTF-16" })
    void anotherEncoding_isRefused(String encoding) {
        QuestionFile file = new QuestionFile("質問".getBytes(Charset.forName(encoding)), null);
        assertThatThrownBy(file::text).isInstanceOfSatisfying(QuestionFileException.class, refused -> {
            QuestionFileException.Wrong wrong = refused.in(EnglishWords.of(QuestionFileMessages.class),
                    EnglishWords.of(FileMessages.class));
            assertThat(wrong.place()).isEqualTo("the file");
            assertThat(wrong.reason()).startsWith("is not UTF-8");
        });
    }
}
