package org.dohyo.dataset.file;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Rows of a CSV file as records: cells of some columns as numbers, truth or JSON, all others as texts. */
final class CsvRecords {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> VALUES = Set.of("turn", "tstamp", "anony", "conv_metadata", "conversation_a",
            "conversation_b");
    private static final Set<String> NOTHING = Set.of("", "nan", "null", "none");

    private final List<String> heads;

    CsvRecords(List<String> heads) {
        this.heads = List.copyOf(heads);
    }

    /** False if there is no column of times. */
    boolean timed() {
        return heads.contains("tstamp") || heads.contains("timestamp");
    }

    ObjectNode record(List<String> cells) {
        ObjectNode json = JSON.createObjectNode();
        for (int i = 0; i < heads.size(); i++) {
            String head = heads.get(i);
            String cell = cells.get(i).strip();
            if (VALUES.contains(head)) {
                json.set(head, value(cell));
            } else if (!NOTHING.contains(cell.toLowerCase(Locale.ROOT))) {
                json.put(head, cell);
            }
        }
        return json;
    }

    /** As {@link #record}, with null for all that is empty or missing: it shows the file's columns. */
    ObjectNode first(List<String> cells) {
        ObjectNode json = JSON.createObjectNode();
        heads.forEach(json::putNull);
        if (cells.size() == heads.size()) {
            json.setAll(record(cells));
        }
        return json;
    }

    /** Numbers, truth and JSON as such; anything else as text. */
    private static JsonNode value(String cell) {
        String text = cell.equalsIgnoreCase("true") || cell.equalsIgnoreCase("false") ? cell.toLowerCase(Locale.ROOT)
                : cell;
        if (NOTHING.contains(text.toLowerCase(Locale.ROOT))) {
            return JSON.nullNode();
        }
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return JSON.getNodeFactory().textNode(cell);
        }
    }
}
