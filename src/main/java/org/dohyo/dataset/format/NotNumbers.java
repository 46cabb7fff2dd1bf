package org.dohyo.dataset.format;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;

/** Python writes NaN for a missing value, which JSON doesn't know. */
public final class NotNumbers {

    private NotNumbers() {
    }

    /** The same node with null in the place of each NaN within it. */
    public static JsonNode asNull(JsonNode json) {
        if (json.isObject()) {
            for (Map.Entry<String, JsonNode> member : json.properties()) {
                member.setValue(asNull(member.getValue()));
            }
        } else if (json instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, asNull(array.get(i)));
            }
        } else if (json.isNumber() && Double.isNaN(json.doubleValue())) {
            return NullNode.instance;
        }
        return json;
    }
}
