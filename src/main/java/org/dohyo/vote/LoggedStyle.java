package org.dohyo.vote;

import org.dohyo.text.StyleFeature;

import com.fasterxml.jackson.databind.JsonNode;

/** The style of both answers as the log keeps it for fits: the array that {@link StyleFeature} describes. */
final class LoggedStyle {

    private LoggedStyle() {
    }

    /** Null if a side's style is unknown; NaN for a single unknown figure. */
    static Float[] of(JsonNode a, JsonNode b) {
        if (a == null || b == null) {
            return null;
        }
        Float[] style = new Float[StyleFeature.arraySize()];
        for (StyleFeature feature : StyleFeature.values()) {
            style[feature.indexOfA()] = figure(feature, a);
            style[feature.indexOfB()] = figure(feature, b);
        }
        return style;
    }

    private static float figure(StyleFeature feature, JsonNode side) {
        JsonNode value = side.path(feature.label());
        if (!feature.countedByKind()) {
            return value.isNumber() ? value.floatValue() : Float.NaN;
        }
        if (!value.isObject()) {
            return Float.NaN;
        }
        float sum = 0;
        for (JsonNode count : value) {
            sum += count.floatValue();
        }
        return sum;
    }
}
