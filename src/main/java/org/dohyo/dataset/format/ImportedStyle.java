package org.dohyo.dataset.format;

import org.dohyo.text.StyleFeature;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The style of one answer, from FastChat's {@code conv_metadata} to the form of our own. What is missing is unknown and
 * stays away; a count that can't be one is an error, since the style boards are computed from it.
 */
public final class ImportedStyle {

    /** Far beyond any conversation, and far below what the style boards can't tell from a feature without a bound. */
    static final int MOST = 10_000_000;
    /** The kind of counts that the file gives without their kinds. */
    private static final String ALL_KINDS = "total";

    private final JsonNode metadata;
    private final String side;
    private final ObjectNode style = JsonNodeFactory.instance.objectNode();

    private ImportedStyle(JsonNode metadata, String side) {
        this.metadata = metadata;
        this.side = side;
    }

    /** @return JSON, or null if nothing is known */
    public static String of(JsonNode metadata, String side) throws InvalidRecord {
        return metadata.isObject() ? new ImportedStyle(metadata, side).read() : null;
    }

    private String read() throws InvalidRecord {
        String tokens = "sum_assistant_" + side + "_tokens";
        if (metadata.hasNonNull(tokens)) {
            style.put(StyleFeature.TOKENS.label(), count(tokens, metadata.path(tokens)));
        }
        counts(StyleFeature.HEADERS, "header_count_" + side, "h1", "h2", "h3", "h4", "h5", "h6");
        counts(StyleFeature.LISTS, "list_count_" + side, "ordered", "unordered");
        counts(StyleFeature.BOLD, "bold_count_" + side, "**", "__");
        return style.isEmpty() ? null : style.toString();
    }

    private void counts(StyleFeature feature, String field, String... kinds) throws InvalidRecord {
        JsonNode counts = metadata.path(field);
        if (!counts.isObject()) {
            if (!counts.isNull() && !counts.isMissingNode()) {
                style.putObject(feature.label()).put(ALL_KINDS, count(field, counts));
            }
            return;
        }
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        for (String kind : kinds) {
            JsonNode count = counts.path(kind);
            if (count.isNull()) {
                return;
            }
            kept.put(kind, count.isMissingNode() ? 0 : count(field + "." + kind, count));
        }
        style.set(feature.label(), kept);
    }

    private static long count(String field, JsonNode count) throws InvalidRecord {
        double value = count.isNumber() ? count.doubleValue() : Double.NaN;
        if (!(value >= 0 && value <= MOST && value == Math.rint(value))) {
            String path = "conv_metadata." + field;
            throw new InvalidRecord(path, words -> words.noCount(path, MOST));
        }
        return (long) value;
    }
}
