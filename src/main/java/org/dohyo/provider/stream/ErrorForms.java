package org.dohyo.provider.stream;

import com.fasterxml.jackson.databind.JsonNode;

/** The forms in which servers put an error where an answer's message is expected. */
public final class ErrorForms {

    private ErrorForms() {
    }

    /** Whether a message is an error: many servers send the fields of one in every message, empty. */
    public static boolean isError(JsonNode message) {
        return says(message.path("error")) || says(message.path("errors")) || says(message.path("error_code"))
                || "error".equals(Dialect.text(message, "object")) || "error".equals(Dialect.text(message, "type"))
                || "error".equalsIgnoreCase(Dialect.text(message, "status"));
    }

    /** Whether a field says anything: null, false, 0, an empty text and containers of these don't. */
    public static boolean says(JsonNode field) {
        if (field.isContainerNode()) {
            for (JsonNode member : field) {
                if (says(member)) {
                    return true;
                }
            }
            return false;
        }
        return field.isTextual() ? !field.textValue().isBlank() : field.asBoolean();
    }

    /** The words of an error for people: its message, or all of it. */
    public static String words(JsonNode message) {
        JsonNode error = message.path("error");
        for (JsonNode node : new JsonNode[] { error.path("message"), error, message.path("message"),
                message.path("detail") }) {
            if (node.isTextual() && !node.textValue().isBlank()) {
                return HttpErrors.start(node.textValue());
            }
        }
        return HttpErrors.start(message.toString());
    }
}
