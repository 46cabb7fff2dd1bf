package org.dohyo.vote;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The style of both answers as the log keeps it for fits: of A, then of B, tokens, headers, list items, bold spans,
 * milliseconds to the first text and in all.
 */
public final class LoggedStyle {

    /** Figures of one side. */
    public static final int FIGURES = 6;

    private LoggedStyle() {
    }

    /** Null where a side's style is unknown; NaN where one figure is. */
    static Float[] of(JsonNode a, JsonNode b) {
        if (a == null || b == null) {
            return null;
        }
        Float[] style = new Float[2 * FIGURES];
        side(a, style, 0);
        side(b, style, FIGURES);
        return style;
    }

    private static void side(JsonNode of, Float[] style, int at) {
        style[at] = figure(of.path("tokens"));
        style[at + 1] = sum(of.path("headers"));
        style[at + 2] = sum(of.path("lists"));
        style[at + 3] = sum(of.path("bold"));
        style[at + 4] = figure(of.path("firstTextMillis"));
        style[at + 5] = figure(of.path("totalMillis"));
    }

    private static float figure(JsonNode value) {
        return value.isNumber() ? value.floatValue() : Float.NaN;
    }

    private static float sum(JsonNode counts) {
        float sum = 0;
        for (JsonNode count : counts) {
            sum += count.floatValue();
        }
        return sum;
    }
}
