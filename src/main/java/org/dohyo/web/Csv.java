package org.dohyo.web;

import java.util.Collection;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tables as RFC 4180 text. */
public final class Csv {

    private Csv() {
    }

    /** Null is an empty cell. */
    public static String line(Object... cells) {
        return Stream.of(cells).map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    public static String line(Collection<String> cells) {
        return line(cells.toArray());
    }

    /** Quoted where needed; a leading formula sign is kept from spreadsheets by an apostrophe. */
    private static String cell(Object value) {
        String text = Objects.toString(value, "");
        if (value instanceof String && !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        return text.matches("[^\",\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
