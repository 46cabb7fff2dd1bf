package org.dohyo.web.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class CsvTableTest {

    @Test
    void table_hasItsHeadAndALineForEachRow() {
        CsvTable<List<Integer>> table = CsvTable.<List<Integer>> of().column("first", row -> row.get(0)).column(
                "second",
                row -> row.get(1));
        assertThat(table.write(Stream.of(List.of(1, 2), Arrays.asList(3, null))))
                .isEqualTo("first,second\r\n1,2\r\n3,\r\n");
        assertThat(table.write(Stream.of())).isEqualTo("first,second\r\n");
    }
}
