package org.dohyo.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8StreamTest {

    private static byte[] read(byte[] bytes) throws IOException {
        try (InputStream text = Utf8Stream.of(new ByteArrayInputStream(bytes))) {
            return text.readAllBytes();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "a", "ab", "日本語, Größe 😀\n", "\u0080\u07ff\u0800\ud7ff\ue000\uffff\ud800\udc00" })
    void utf8_isPassedThrough_withoutItsMark(String text) throws IOException {
        assertThat(read(text.getBytes(StandardCharsets.UTF_8))).asString(StandardCharsets.UTF_8).isEqualTo(text);
        assertThat(read(("\ufeff" + text).getBytes(StandardCharsets.UTF_8))).asString(StandardCharsets.UTF_8)
                .isEqualTo(text);
    }

    private static String fault(byte[] bytes) {
        return catchThrowableOfType(NotUtf8Exception.class, () -> read(bytes)).fault()
                .in(EnglishWords.of(FileMessages.class));
    }

    @ParameterizedTest
    @CsvSource({ "Shift_JIS, line 2 has the byte 0x93", "EUC-JP, line 2 has the byte", "windows-31j, line 2",
            "UTF-16, it looks like UTF-16", "UTF-16LE, it looks like UTF-16", "UTF-32, it looks like UTF-16",
            "ISO-2022-JP, it looks like ISO-2022-JP" })
    void otherEncodings_areNamed(String encoding, String sign) {
        byte[] bytes = "scenario\n日本".getBytes(Charset.forName(encoding));
        assertThat(fault(bytes)).startsWith("is not UTF-8: " + sign);
    }

    @ParameterizedTest
    @ValueSource(strings = { "e9", "63616620e9", "c080", "c1bf", "e08080", "eda080", "f0808080", "f4908080", "f5808080",
            "ff", "80", "e3", "e381", "e38141" })
    void whatIsNoUtf8(String bytes) {
        assertThatThrownBy(() -> read(HexFormat.of().parseHex(bytes))).isInstanceOf(NotUtf8Exception.class);
    }

    @Test
    void packed_isNamed() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write('x');
        }
        assertThat(fault(packed.toByteArray())).contains("gzip");
    }
}
