package org.dohyo.provider.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StorableSinkTest {

    @ParameterizedTest
    @CsvSource({ "plain, plain", "'a\0b', 'a\uFFFDb'", "'a\uD83Db', 'a\uFFFDb'", "'\uDE00a', '\uFFFDa'",
            "'\uD83D\uDE00', '\uD83D\uDE00'", "'\uDE00\uD83D', '\uFFFD\uFFFD'", "'\0\0', '\uFFFD\uFFFD'", "," })
    void storable(String text, String expected) {
        assertThat(StorableSink.storable(text)).isEqualTo(expected);
    }
}
