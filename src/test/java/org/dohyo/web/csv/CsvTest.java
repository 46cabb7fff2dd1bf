package org.dohyo.web.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTest {

    @Test
    void line_endsAsRfc4180Says_andNullIsEmpty() {
        assertThat(Csv.line("a", null, 1, 2.5, true, "")).isEqualTo("a,,1,2.5,true,\r\n");
        assertThat(Csv.line(List.of("a", "b"))).isEqualTo("a,b\r\n");
        assertThat(Csv.line(List.of())).isEqualTo("\r\n");
    }

    @Test
    void commasQuotesAndLineBreaks_areQuoted() {
        assertThat(Csv.line("a,b")).isEqualTo("\"a,b\"\r\n");
        assertThat(Csv.line("the \"best\"")).isEqualTo("\"the \"\"best\"\"\"\r\n");
        assertThat(Csv.line("a\nb", "c\rd")).isEqualTo("\"a\nb\",\"c\rd\"\r\n");
        assertThat(Csv.line("土俵、日本", " kept ")).isEqualTo("土俵、日本, kept \r\n");
    }

    /** A spreadsheet runs a cell that begins like a formula; texts come from strangers. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = { "=1+1 | '=1+1", "+1 | '+1", "-1 | '-1",
            "@SUM(A1) | '@SUM(A1)",
            "=HYPERLINK(\"https://elsewhere.example\",\"x\") | \"'=HYPERLINK(\"\"https://elsewhere.example\"\",\"\"x\"\")\"",
            "a=1 | a=1", "'=1 | '=1" })
    void aTextThatBeginsLikeAFormula_getsAnApostrophe(String text, String cell) {
        assertThat(Csv.line(text)).isEqualTo(cell + "\r\n");
        assertThat(Csv.line(List.of(text))).isEqualTo(cell + "\r\n");
    }

    @Test
    void aFormulaBehindATabOrLineBreak_getsAnApostrophe() {
        assertThat(Csv.line("\t=1+1")).isEqualTo("'\t=1+1\r\n");
        assertThat(Csv.line("\r=1+1", "\n=1+1")).isEqualTo("\"'\r=1+1\",\"'\n=1+1\"\r\n");
        assertThat(Csv.line("\r\n=1+1")).isEqualTo("\"'\r\n=1+1\"\r\n");
        assertThat(Csv.line("tab\tinside")).isEqualTo("tab\tinside\r\n");
    }

    @Test
    void fullWidthFormulaSigns_getAnApostrophe() {
        assertThat(Csv.line("＝1+1", "＋1", "－1", "＠SUM(A1)")).isEqualTo("'＝1+1,'＋1,'－1,'＠SUM(A1)\r\n");
    }

    @Test
    void negativeNumbers_stayNumbers() {
        assertThat(Csv.line(-5, -0.25, -1L)).isEqualTo("-5,-0.25,-1\r\n");
    }
}
