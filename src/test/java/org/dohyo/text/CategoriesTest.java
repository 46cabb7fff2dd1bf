package org.dohyo.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CategoriesTest {

    private static List<String> of(String... prompts) {
        return Categories.of(List.of(prompts), List.of()).slugs();
    }

    @Test
    void overallIsFirst_thenTheLanguage() {
        assertThat(of("Why is the sky blue?")).containsExactly("overall", "english");
        assertThat(of("空はなぜ青いのですか")).containsExactly("overall", "japanese");
    }

    @ParameterizedTest
    @ValueSource(strings = { "Write a Python function that reverses a list", "Fix this:\n```\nx = 1\n```",
            "def add(a, b):\n  return a + b\nWhat is wrong?", "この関数のバグを直してください。コードは次のとおりです。",
            "SELECT name FROM users WHERE id = 3 is slow, why?", "Escribe un programa en C++ que lea un archivo" })
    void code(String prompt) {
        assertThat(of(prompt)).contains("code");
    }

    @ParameterizedTest
    @ValueSource(strings = { "Prove that there are infinitely many primes, a theorem of Euclid",
            "Solve for x: 3x + 4 = 19",
            "$\\int_0^1 x^2 dx$ は？", "二次方程式の解の公式を導いてください", "What is 12 * 17?" })
    void math(String prompt) {
        assertThat(of(prompt)).contains("math");
    }

    @ParameterizedTest
    @ValueSource(strings = { "Describe Kyoto in exactly three sentences", "Summarise it without using the letter e",
            "Answer as a table", "京都を200文字以内で紹介してください", "箇条書きで三つ挙げて", "Antworte in drei Sätzen auf diese Frage" })
    void instruction(String prompt) {
        assertThat(of(prompt)).contains("instruction");
    }

    @ParameterizedTest
    @ValueSource(strings = { "Why is the sky blue?", "What is the zip code of Boston?", "Tell me about 2024-05-01",
            "秋の俳句を詠んでください", "Who wrote The Tale of Genji?", "I live in Java, Indonesia no longer; recommend a dish" })
    void plainQuestions_areNeitherMathNorConstraint(String prompt) {
        assertThat(of(prompt)).doesNotContain("math", "instruction", "long-prompt", "multi-turn");
    }

    @Test
    void longPrompt_fromFiveHundredTokens() {
        assertThat(of("word ".repeat(499).strip())).doesNotContain("long-prompt");
        assertThat(of("word ".repeat(501).strip())).contains("long-prompt");
    }

    @Test
    void secondTurn_makesItMultiTurn_andItsPromptIsReadToo() {
        assertThat(of("Hello there, my friend", "Now write a Python script")).contains("multi-turn", "code");
    }

    @ParameterizedTest
    @CsvSource({ "medicine|doctor, my DOCTOR said so, true", "medicine|doctor, my dentist said so, false" })
    void ownRules_matchWithoutRegardToCase(String pattern, String prompt, boolean within) {
        CategoryRule rule = new CategoryRule();
        rule.id = 7L;
        rule.slug = "health";
        rule.pattern = pattern;
        Categories categories = Categories.of(List.of(prompt), List.of(rule));
        assertThat(categories.slugs().contains("health")).isEqualTo(within);
        assertThat(categories.version()).isEqualTo("1.1.7");
    }

    /** A hostile prompt must not cost more than its length. */
    @Test
    void hostilePrompts_endSoon() {
        for (String part : List.of("$=", "SELECT ", "必ず", "```", "x^", "in 3 ", "(a+)+")) {
            assertThat(of(part.repeat(20_000 / part.length()))).contains("overall");
        }
    }
}
