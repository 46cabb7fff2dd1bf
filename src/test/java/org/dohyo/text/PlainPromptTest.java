package org.dohyo.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainPromptTest {

    @Test
    void plain_isOneLine() {
        assertThat(PlainPrompt.of("\n Why\r\n\t is it?\n")).isEqualTo("why is it?");
    }

    @ParameterizedTest
    @CsvSource(ignoreLeadingAndTrailingWhitespace = false,
            value = { "Why?,why?", "  Why   is  it? ,why is it?", "ＡＢＣ　１,abc 1",
                    "Ｗｈｙ？,why?", "ｶﾞ,ガ", ",", "İ,i̇", "why not?,why not?" })
    void plain_isWithoutWidthCapitalsAndSpaces(String prompt, String plain) {
        String given = prompt == null ? "" : prompt;
        assertThat(PlainPrompt.of(given)).isEqualTo(plain == null ? "" : plain);
        assertThat(PlainPrompt.of(PlainPrompt.of(given))).isEqualTo(PlainPrompt.of(given));
    }
}
