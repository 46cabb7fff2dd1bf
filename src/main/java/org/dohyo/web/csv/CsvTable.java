package org.dohyo.web.csv;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The columns of a table, each with its name and its value in a row; immutable.
 *
 * @param <T> a row
 */
public final class CsvTable<T> {

    private record Column<T>(String name, Function<T, ?> value) {
    }

    private final List<Column<T>> columns;

    private CsvTable(List<Column<T>> columns) {
        this.columns = columns;
    }

    /** A table without columns. */
    public static <T> CsvTable<T> of() {
        return new CsvTable<>(List.of());
    }

    /** This table with one more column at the end. */
    public CsvTable<T> column(String name, Function<T, ?> value) {
        return new CsvTable<>(Stream.concat(columns.stream(), Stream.of(new Column<>(name, value))).toList());
    }

    /** A row's values by the name of their column, in order; null is a value too. */
    public Map<String, Object> cells(T row) {
        Map<String, Object> cells = new LinkedHashMap<>();
        columns.forEach(column -> cells.put(column.name(), column.value().apply(row)));
        return cells;
    }

    /** The names of the columns, then a line for each row. */
    public String write(Stream<T> rows) {
        return Csv.line(columns.stream().map(Column::name).toList())
                + Csv.lines(
                        rows.map(row -> columns.stream().<Object> map(column -> column.value().apply(row)).toList()));
    }
}
