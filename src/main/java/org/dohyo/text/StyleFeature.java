package org.dohyo.text;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The features of an answer that may influence a voter besides its content; each is a non-negative number. In the log a
 * vote's style is an array: all features of A's answer in this order, then all of B's; NaN where one is unknown.
 */
public enum StyleFeature {

    /** By cl100k_base. */
    TOKENS("tokens", false, 1),
    /** Headings h1 … h6. */
    HEADERS("headers", true, 1),
    /** List items, ordered and unordered. */
    LISTS("lists", true, 1),
    /** Strong emphases. */
    BOLD("bold", true, 1),
    /** Milliseconds from the request to the first text, shown in seconds. */
    FIRST_TEXT("firstTextMillis", false, 1_000),
    /** Milliseconds from the request to the end, shown in seconds. */
    TOTAL("totalMillis", false, 1_000);

    /** The features that style control holds constant: those of FastChat's. */
    public static final List<StyleFeature> CONTROLLED = List.of(TOKENS, HEADERS, LISTS, BOLD);

    private final String label;
    /** Its JSON is an object of counts by kind, such as h1 … h6, whose sum is the feature; else a number. */
    private final boolean countedByKind;
    private final double scale;

    StyleFeature(String label, boolean countedByKind, double scale) {
        this.label = label;
        this.countedByKind = countedByKind;
        this.scale = scale;
    }

    /** Its name in JSON: in a leaf of the log, and among a board's coefficients. */
    public String label() {
        return label;
    }

    /** Its value in the JSON of an answer's style; NaN if that is unknown. */
    public float figure(JsonNode style) {
        JsonNode value = style.path(label);
        if (!countedByKind) {
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

    /** The number of its units in one unit as shown to readers. */
    public double scale() {
        return scale;
    }

    /** The size of the log's array. */
    public static int arraySize() {
        return 2 * values().length;
    }

    /** The index of this feature of A's answer in the log's array. */
    public int indexOfA() {
        return ordinal();
    }

    /** The index of this feature of B's answer in the log's array. */
    public int indexOfB() {
        return values().length + ordinal();
    }
}
