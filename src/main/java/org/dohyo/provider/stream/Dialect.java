package org.dohyo.provider.stream;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads the messages of one protocol's stream. */
public interface Dialect {

    /**
     * Whether a message is one of this protocol, of whatever kind; others are skipped.
     *
     * @param type the message's type as its framing names it; empty where it names none
     */
    boolean knows(String type, JsonNode message);

    /** @param type the message's type as its framing names it; empty where it names none */
    void read(String type, JsonNode message, Transcript into);

    /** A member that is a text; empty where it is missing or something else. */
    static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isTextual() ? value.textValue() : "";
    }

    /** A member that is a count, also one written as 3.0 or "3"; null where it is missing or no count. */
    static Integer count(JsonNode node, String field) {
        JsonNode value = node.path(field);
        double count = value.isNumber() || value.isTextual() ? value.asDouble(-1) : -1;
        return count >= 0 && count <= Integer.MAX_VALUE && count == Math.rint(count) ? (Integer) (int) count : null;
    }

    /** The element that answers: the first one whose index is 0 or missing; others belong to further answers. */
    static JsonNode first(JsonNode answers) {
        for (JsonNode answer : answers) {
            if (answer.path("index").asInt(0) == 0) {
                return answer;
            }
        }
        return answers.path(-1);
    }
}
