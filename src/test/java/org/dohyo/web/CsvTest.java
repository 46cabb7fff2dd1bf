package org.dohyo.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @Test
    void cellsAreQuotedOnlyWhereNeeded() {
        assertThat(Csv.line("plain", "two words", "a,b", "say \"so\"", "two\nlines", "cr\rhere", null, "", 1.5, -2, true))
                .isEqualTo("plain,two words,\"a,b\",\"say \"\"so\"\"\",\"two\nlines\",\"cr\rhere\",,,1.5,-2,true\r\n");
    }

    @Test
    void longTextsAndOtherScripts_stayAsTheyAre() {
        String text = "A text of more than twenty-four characters; 日本語と絵文字 🏟";
        assertThat(Csv.line(text)).isEqualTo(text + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = { "=1+1", "+1", "-1", "@sum" })
    void formulas_areKeptFromSpreadsheets_butNumbersAreNumbers(String text) {
        assertThat(Csv.line(text)).isEqualTo("'" + text + "\r\n");
        assertThat(Csv.line(-1)).isEqualTo("-1\r\n");
    }

    @Test
    void table_hasItsHeadAndALineForEachRow() {
        CsvTable<List<Integer>> table = CsvTable.<List<Integer>> of().column("first", row -> row.get(0)).column("second",
                row -> row.get(1));
        assertThat(table.write(Stream.of(List.of(1, 2), Arrays.asList(3, null)))).isEqualTo("first,second\r\n1,2\r\n3,\r\n");
        assertThat(table.write(Stream.of())).isEqualTo("first,second\r\n");
    }
}
