package org.dohyo.provider.stream;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads the messages of one protocol's stream. */
public interface Dialect {

    /** @param type the message's type as its framing names it; empty where it names none */
    void read(String type, JsonNode message, Transcript into);

    /** A member that is a text; empty where it is missing or something else. */
    static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isTextual() ? value.textValue() : "";
    }

    /** A member that is a whole number; null where it is missing or something else. */
    static Integer number(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isInt() ? (Integer) value.intValue() : null;
    }
}
