package org.dohyo.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** The way back after choosing a language must never lead to another site. */
class LanguagePageTest {

    @ParameterizedTest
    @ValueSource(strings = { "/", "/leaderboard", "/leaderboard?category=code&method=bt#top", "/a//b",
            "/model/%E5%9C%9F",
            "/?back=https://elsewhere.example/", "/@elsewhere.example", "/:80" })
    void pathsOfThisSite_areFollowed(String back) {
        assertThat(LanguagePage.local(back)).isEqualTo(back);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = { "//elsewhere.example", "///elsewhere.example", "/\\elsewhere.example",
            "\\\\elsewhere.example",
            "/a\\b", "https://elsewhere.example/", "HTTPS:/elsewhere.example", "https:elsewhere.example",
            "javascript:alert(1)", "data:text/html,x", "elsewhere.example", "@elsewhere.example", "?x", "#x", " /",
            "\t/",
            "/\t/elsewhere.example", "/\n/elsewhere.example", "/\r\nLocation: https://elsewhere.example",
            "/\u0000/elsewhere.example", "/\u007f", "/ /elsewhere.example", "/\u0085", "/\u3000/elsewhere.example",
            "/土俵", "/\uFF0Felsewhere.example", "\uFF0F\uFF0Felsewhere.example" })
    void anythingElse_leadsToTheFirstPage(String back) {
        assertThat(LanguagePage.local(back)).isEqualTo("/");
    }
}
