package org.dohyo.project.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeTemplateTest {

    @ParameterizedTest
    @ValueSource(strings = { "en", "ja" })
    void standardTemplates_haveBothPlaces(String language) {
        assertThat(JudgeTemplate.isComplete(JudgeTemplate.standard(language))).isTrue();
    }

    @Test
    void languageWithoutATemplate_usesEnglish() {
        assertThat(JudgeTemplate.standard("de")).isEqualTo(JudgeTemplate.standard("en"))
                .isNotEqualTo(JudgeTemplate.standard("ja"));
    }

    @Test
    void answersThatNameAPlace_changeNothing() {
        assertThat(JudgeTemplate.fill("1 {a} 2 {b} 3", List.of("q"), List.of("says {b}"), List.of("$1 {a}")))
                .isEqualTo("1 <user>\nq\n</user>\n\n<assistant>\nsays {b}\n</assistant> 2 <user>\nq\n</user>\n\n"
                        + "<assistant>\n$1 {a}\n</assistant> 3");
    }
}
