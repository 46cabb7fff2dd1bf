package org.dohyo.dataset.exports.file;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.dohyo.web.csv.Csv;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;

/** A table in UTF-8 with a line of heads, one column for each component of the records. */
final class CsvRows<R extends Record> implements RecordWriter<R> {

    private static final int ROWS_AT_ONCE = 500;

    private final RecordComponent[] components;
    private final List<List<Object>> rows = new ArrayList<>(ROWS_AT_ONCE);
    private final OutputStream out;

    CsvRows(Class<R> type, OutputStream out) throws IOException {
        components = type.getRecordComponents();
        this.out = out;
        PropertyNamingStrategies.SnakeCaseStrategy names = new PropertyNamingStrategies.SnakeCaseStrategy();
        write(Csv.line(Arrays.stream(components).map(component -> names.translate(component.getName())).toList()));
    }

    @Override
    public void write(R record) throws IOException {
        List<Object> row = new ArrayList<>(components.length);
        for (RecordComponent component : components) {
            row.add(value(component, record));
        }
        rows.add(row);
        if (rows.size() == ROWS_AT_ONCE) {
            flush();
        }
    }

    private static Object value(RecordComponent component, Record record) {
        try {
            Object value = component.getAccessor().invoke(record);
            // Spreadsheets show an exponent as it is, which nobody can read as a time.
            return value instanceof Double number ? BigDecimal.valueOf(number).toPlainString() : value;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record can't be read", e);
        }
    }

    private void flush() throws IOException {
        write(Csv.lines(rows.stream()));
        rows.clear();
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        flush();
    }
}
