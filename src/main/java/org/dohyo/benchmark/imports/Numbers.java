package org.dohyo.benchmark.imports;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/** Numbers as tools write them: where there is none, some write NaN or Infinity, in JSON also as text. */
final class Numbers {

    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern NOT_FINITE = Pattern.compile("(?i)([+-]?)(nan|inf|infinity)");

    private Numbers() {
    }

    /** Null if it is no number; not finite where it stands for none. */
    static Double of(JsonNode node) {
        return node.isNumber() ? (Double) node.doubleValue()
                : node.isTextual() ? notFinite(node.textValue().strip()) : null;
    }

    /** Null if it is no number; not finite where it stands for none. */
    static Double of(String text) {
        return DECIMAL.matcher(text).matches() ? Double.valueOf(text) : notFinite(text);
    }

    private static Double notFinite(String text) {
        Matcher not = NOT_FINITE.matcher(text);
        if (!not.matches()) {
            return null;
        }
        return not.group(2).equalsIgnoreCase("nan") ? (Double) Double.NaN
                : "-".equals(not.group(1)) ? (Double) Double.NEGATIVE_INFINITY : (Double) Double.POSITIVE_INFINITY;
    }

    /** A value for a sentence, not too long. */
    static String quoted(JsonNode value) {
        String text = value.toString();
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
