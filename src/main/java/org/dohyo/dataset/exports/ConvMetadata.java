package org.dohyo.dataset.exports;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import org.dohyo.text.StyleFeature;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;

/** The style of both answers as FastChat's {@code conv_metadata}; null is unknown. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConvMetadata(@JsonProperty("sum_assistant_a_tokens") Long sumAssistantATokens,
        @JsonSerialize(using = Counts.class) Map<String, Long> headerCountA,
        @JsonSerialize(using = Counts.class) Map<String, Long> listCountA,
        @JsonSerialize(using = Counts.class) Map<String, Long> boldCountA,
        @JsonProperty("sum_assistant_b_tokens") Long sumAssistantBTokens,
        @JsonSerialize(using = Counts.class) Map<String, Long> headerCountB,
        @JsonSerialize(using = Counts.class) Map<String, Long> listCountB,
        @JsonSerialize(using = Counts.class) Map<String, Long> boldCountB) {

    /** The only kind of a count that is known without its kinds. */
    private static final String ALL_KINDS = "total";

    /** Null if nothing is known of either answer. */
    static ConvMetadata of(ExportedVote vote) {
        JsonNode a = vote.styleA();
        JsonNode b = vote.styleB();
        return a == null && b == null ? null
                : new ConvMetadata(tokens(a), counts(a, StyleFeature.HEADERS), counts(a, StyleFeature.LISTS),
                        counts(a, StyleFeature.BOLD), tokens(b), counts(b, StyleFeature.HEADERS),
                        counts(b, StyleFeature.LISTS), counts(b, StyleFeature.BOLD));
    }

    private static Long tokens(JsonNode style) {
        JsonNode tokens = style == null ? null : style.get(StyleFeature.TOKENS.label());
        return tokens == null || !tokens.isNumber() ? null : tokens.longValue();
    }

    private static Map<String, Long> counts(JsonNode style, StyleFeature feature) {
        JsonNode kinds = style == null ? null : style.get(feature.label());
        if (kinds == null || !kinds.isObject()) {
            return null;
        }
        Map<String, Long> counts = new LinkedHashMap<>();
        kinds.properties().forEach(kind -> counts.put(kind.getKey(), kind.getValue().longValue()));
        return counts;
    }

    /** An object of counts by kind, or a number if the kinds are unknown. */
    static final class Counts extends JsonSerializer<Map<String, Long>> {

        @Override
        public void serialize(Map<String, Long> counts, JsonGenerator json, SerializerProvider unused)
                throws IOException {
            if (counts.size() == 1 && counts.containsKey(ALL_KINDS)) {
                json.writeNumber(counts.get(ALL_KINDS));
                return;
            }
            json.writeStartObject();
            for (Map.Entry<String, Long> kind : counts.entrySet()) {
                json.writeNumberField(kind.getKey(), kind.getValue());
            }
            json.writeEndObject();
        }
    }
}
