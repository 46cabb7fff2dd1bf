package org.dohyo.benchmark.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.dohyo.support.Utf8Stream;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;

/** Reads text as RFC 4180 has it: UTF-8, commas, quotes around cells that hold commas, quotes or line breaks. */
public final class CsvRows {

    private static final CsvMapper CSV = CsvMapper.builder().enable(CsvParser.Feature.SKIP_EMPTY_LINES).build();

    private CsvRows() {
    }

    /** @param line the row's first line in the file, from 1 */
    public record Row(int line, List<String> cells) {

        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * All rows, the head too; empty lines are none.
     *
     * @throws org.dohyo.support.NotUtf8Exception if it is in another encoding
     * @throws com.fasterxml.jackson.core.JsonProcessingException if a quote isn't closed or is followed by something
     *         else; it knows the line
     */
    public static List<Row> read(InputStream body) throws IOException {
        List<Row> rows = new ArrayList<>();
        read(body, rows::add);
        return rows;
    }

    /**
     * Takes one row after another, so that a file of any length needs little memory; errors as
     * {@link #read(InputStream)}.
     */
    public static void read(InputStream body, Consumer<Row> taker) throws IOException {
        try (CsvParser parser = CSV.getFactory().createParser(Utf8Stream.of(body))) {
            List<String> cells = new ArrayList<>();
            int line = 1;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isScalarValue()) {
                    // A row's own token still stands on the line before.
                    line = cells.isEmpty() ? parser.currentTokenLocation().getLineNr() : line;
                    cells.add(parser.getText());
                } else if (token == JsonToken.END_ARRAY && !cells.isEmpty()) {
                    taker.accept(new Row(line, cells));
                    cells.clear();
                }
            }
        }
    }
}
