package org.dohyo.vote;

import org.dohyo.text.StyleFeature;

import com.fasterxml.jackson.databind.JsonNode;

/** The style of both answers as the log keeps it for fits: the array that {@link StyleFeature} describes. */
public final class LoggedStyle {

    private LoggedStyle() {
    }

    /** Null if a side's style is unknown; NaN for a single unknown figure. */
    public static Float[] of(JsonNode a, JsonNode b) {
        if (a == null || b == null) {
            return null;
        }
        Float[] style = new Float[StyleFeature.arraySize()];
        for (StyleFeature feature : StyleFeature.values()) {
            style[feature.indexOfA()] = feature.figure(a);
            style[feature.indexOfB()] = feature.figure(b);
        }
        return style;
    }
}
