package org.dohyo.dataset;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Rows of a CSV file as records of FastChat's form. A winner may stand in three columns of 0 and 1
 * ({@code winner_model_a}, {@code winner_model_b}, {@code winner_tie}), the user's prompts in one ({@code prompt}) as a
 * JSON list.
 */
final class CsvVotes {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> VALUES = Set.of("turn", "tstamp", "anony", "conv_metadata", "conversation_a",
            "conversation_b");
    private static final Set<String> NOTHING = Set.of("", "nan", "null", "none");
    private static final Map<String, String> WINNERS = Map.of("winner_model_a", "model_a", "winner_model_b", "model_b",
            "winner_tie", "tie");

    private final List<String> heads;

    CsvVotes(List<String> heads) {
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
            if (WINNERS.containsKey(head)) {
                winner(json, head, cell);
            } else if (head.equals("prompt")) {
                prompts(json, cell);
            } else if (VALUES.contains(head)) {
                json.set(head, value(cell));
            } else if (!NOTHING.contains(cell.toLowerCase(Locale.ROOT))) {
                json.put(head, cell);
            }
        }
        return json;
    }

    private static void winner(ObjectNode json, String head, String cell) {
        if (cell.equals("1") || cell.equals("1.0")) {
            // Two winners are none.
            json.put("winner", json.has("winner") ? "several" : WINNERS.get(head));
        }
    }

    private static void prompts(ObjectNode json, String cell) {
        JsonNode prompts = value(cell);
        for (JsonNode prompt : prompts.isArray() ? prompts : JSON.createArrayNode().add(cell)) {
            json.withArray("conversation_a").addObject().put("role", "user").set("content", prompt);
        }
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
