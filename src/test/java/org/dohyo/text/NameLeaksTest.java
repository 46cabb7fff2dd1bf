package org.dohyo.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameLeaksTest {

    private static final NameLeaks GPT = NameLeaks.of(
            List.of("GPT-4o mini", "gpt-4o-mini", "openai/gpt-4o-mini-2024-07-18"),
            "OpenAI", List.of());
    private static final NameLeaks LLAMA = NameLeaks.of(
            List.of("Llama 3.1 70B Instruct", "llama-3.1-70b", "llama3.1:70b"),
            "Meta", List.of());
    private static final NameLeaks RINNA = NameLeaks.of(List.of("夢見ことば", "yumemi-7b", "yumemi-7b-instruct"), "株式会社りんな",
            List.of());
    private static final NameLeaks DEMO = NameLeaks.of(List.of("Demo Yokozuna", "demo-yokozuna", "demo-yokozuna"),
            "Dohyo (scripted demo)", List.of());

    @ParameterizedTest
    @ValueSource(strings = { "I am GPT-4o mini.", "i'm gpt 4o mini", "I'm GPT4o-mini, a model", "trained by OpenAI",
            "OPENAI made me",
            "私はＧＰＴ－４ｏです", "私はGPTです", "私はOpenAIの開発したモデルです", "**GPT-4o**", "Open\u200BAI", "as a gpt, I can't" })
    void ownNameOrMaker_isFound(String text) {
        assertThat(GPT.find(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = { "I am Claude by Anthropic.", "The egptian sun", "openaire is a repository", "Egypt",
            "4 o'clock",
            "mini",
            "a large language model", "新しいモデルです", "" })
    void otherWords_areNot(String text) {
        assertThat(GPT.find(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "I'm Llama 3.1", "I am Llama, made by Meta.", "llama-3.1-70b", "Meta開発のモデル" })
    void everydayWord_countsAsItIsWrittenInTheName(String text) {
        assertThat(LLAMA.find(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = { "A llama eats grass.", "Use a meta tag.", "Meta-analysis of 12 trials",
            "The model is large." })
    void everydayWord_otherwiseDoesNot(String text) {
        assertThat(LLAMA.find(text)).isEmpty();
    }

    /** Letters whose small and capital forms differ in more than case. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "ΛΟΓΟΣ-7|λογος 7|λογος 7", "Λόγος-7|ΛΌΓΟΣ-7!|ΛΌΓΟΣ-7",
            "Inci-2|I am İNCİ 2.|İNCİ 2", "Straße-9|die straße 9|straße 9" })
    void nameInAnyCase_isFound(String name, String text, String word) {
        assertThat(NameLeaks.of(List.of(name), "", List.of()).find(text)).contains(word);
    }

    private static NameLeaks named(String name, String slug) {
        return NameLeaks.of(List.of(name, slug, slug), "", List.of());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            value = { "Short Model|short|Short answer: yes.", "Short Model|short|In short, a short model will do.",
                    "Opus|opus|Beethoven's Opus 27 is a magnum opus.", "Haiku|haiku|Haiku are short. Here is a haiku:",
                    "Sonnet|sonnet|Sonnet 18 is a sonnet.", "Phi|phi|The golden ratio phi, written Phi, is 1.618.",
                    "Step-2|step-2|Step 2: stir. Step 3: bake.", "Spring|spring|Spring 2024 was warm. This is spring.",
                    "Short Model|short|I am short of time.", "Opus|opus|私は短歌が好きです。Opus 1 は名曲です。" })
    void ordinaryWord_isNoNameInASentence(String name, String slug, String text) {
        assertThat(named(name, slug).find(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "Short Model|short|Hello! I'm Short, your assistant.|Short",
            "Short Model|short|You are talking to Short Model here.|Short Model", "Opus|opus|My name is **Opus**.|Opus",
            "Haiku|haiku|I am Haiku, a model by a lab.|Haiku", "Phi|phi|i am Phi.|Phi",
            "Step-2|step-2|I am Step-2.|Step-2",
            "Opus|opus|私はOpusです。|Opus", "Sonnet|sonnet|私の名前は「Sonnet」といいます。|Sonnet",
            "X|x-1|I was developed by Spring.|Spring" })
    void ordinaryWord_isANameWhereSomebodyIntroducesThemselves(String name, String slug, String text, String word) {
        NameLeaks names = NameLeaks.of(List.of(name, slug), "Spring", List.of());
        assertThat(names.find(text)).contains(word);
    }

    @Test
    void numbers_giveNothingAway() {
        NameLeaks names = NameLeaks.of(List.of("1000", "maker-x/2048:512"), "", List.of());
        assertThat(names.find("A charger of 1000 W, 2048 bytes in 512 parts")).isEmpty();
        assertThat(names.find("I'm maker-x/2048:512")).isPresent();
    }

    @Test
    void exceptions_giveNothingAway() {
        List<String> names = List.of("Claude Short", "claude-short");
        assertThat(NameLeaks.of(names, "", List.of()).find("Jean-Claude said so.")).isPresent();
        assertThat(NameLeaks.of(names, "", List.of("CLAUDE")).find("Jean-Claude said so.")).isEmpty();
        assertThat(NameLeaks.of(names, "", List.of("claude")).find("I am Claude Short.")).contains("Claude Short");
    }

    @Test
    void ordinaryWords_areNamedToTheAdmin() {
        assertThat(NameLeaks.ordinaryWords(List.of("Short Model", "short"), "Spring")).containsExactly("short",
                "spring");
        assertThat(NameLeaks.ordinaryWords(List.of("GPT-4o mini", "gpt-4o-mini"), "OpenAI")).isEmpty();
        assertThat(NameLeaks.ordinaryWords(List.of("Opus", "opus-4"), "Anthropic")).containsExactly("opus");
    }

    @Test
    void japaneseNames_needNoBoundary() {
        assertThat(RINNA.find("わたしは夢見ことばです")).isPresent();
        assertThat(RINNA.find("株式会社りんなが作りました")).isPresent();
        assertThat(RINNA.find("夢を見る")).isEmpty();
    }

    @Test
    void demoModels_areFoundByTheirNamesAndNotByTheirKind() {
        assertThat(DEMO.find("I am Demo Yokozuna")).isPresent();
        assertThat(DEMO.find("Here is a demo of the idea. A demonstration.")).isEmpty();
    }

    /** A bound on the cost of a hostile text. */
    @Test
    void longText_isReadInLinearTime() {
        long begun = System.nanoTime();
        assertThat(GPT.find("gpt-4o-".repeat(20_000) + "x")).isPresent();
        assertThat(LLAMA.find("llama 3.".repeat(20_000))).isEmpty();
        assertThat((System.nanoTime() - begun) / 1_000_000).isLessThan(2_000);
    }
}
