package org.dohyo.benchmark;

import java.util.ArrayList;
import java.util.List;

/** Reads comma-separated values as RFC 4180 has them; fields in quotes may hold commas, line ends and doubled quotes. */
final class MmluCsv {

    private final String text;
    private final String file;
    private int at;

    MmluCsv(String text, String file) {
        this.text = text.startsWith("\ufeff") ? text.substring(1) : text;
        this.file = file;
    }

    /** @throws QuestionFileException if a quote isn't closed */
    List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        while (at < text.length()) {
            List<String> row = row();
            if (row.size() > 1 || !row.get(0).isBlank()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private List<String> row() {
        List<String> row = new ArrayList<>();
        row.add(field());
        while (at < text.length() && text.charAt(at) == ',') {
            at++;
            row.add(field());
        }
        if (at < text.length() && text.charAt(at) == '\r') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '\n') {
            at++;
        }
        return row;
    }

    private String field() {
        if (at < text.length() && text.charAt(at) == '"') {
            at++;
            return quoted();
        }
        int start = at;
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    private String quoted() {
        StringBuilder field = new StringBuilder();
        while (true) {
            int quote = text.indexOf('"', at);
            if (quote < 0) {
                throw new QuestionFileException(file, "has a quote that isn't closed");
            }
            field.append(text, at, quote);
            at = quote + 1;
            if (at >= text.length() || text.charAt(at) != '"') {
                return field.append(field(at)).toString();
            }
            field.append('"');
            at++;
        }
    }

    /** What follows a closing quote belongs to the field up to the next comma: some writers leave blanks there. */
    private String field(int from) {
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(from, at).strip();
    }
}
