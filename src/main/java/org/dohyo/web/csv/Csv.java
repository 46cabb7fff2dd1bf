package org.dohyo.web.csv;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;

/** Writes tables as RFC 4180 text that spreadsheets can open safely. */
public final class Csv {

    /** Some spreadsheets skip a tab or a line break before a formula, and take the full-width signs for the others. */
    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";
    private static final ObjectWriter WRITER = CsvMapper.builder().enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build().writer(CsvSchema.emptySchema().withLineSeparator("\r\n"));

    private Csv() {
    }

    /** One line; null is an empty cell. */
    public static String line(Object... cells) {
        // Jackson writes nothing for a row without cells.
        return cells.length == 0 ? "\r\n" : lines(Stream.of(Arrays.asList(cells)));
    }

    /** One line. */
    public static String line(Collection<String> cells) {
        return line(cells.toArray());
    }

    /** @param rows the cells of each line; null is an empty cell */
    public static String lines(Stream<? extends List<?>> rows) {
        StringWriter text = new StringWriter();
        try (SequenceWriter lines = WRITER.writeValues(text)) {
            for (List<?> row : (Iterable<List<?>>) rows.<List<?>> map(row -> row)::iterator) {
                lines.write(row.stream().map(Csv::text).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** A spreadsheet would compute a text that begins like a formula; an apostrophe before it prevents that. */
    private static String text(Object cell) {
        String text = Objects.toString(cell, "");
        boolean formula = cell instanceof String && !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }
}
