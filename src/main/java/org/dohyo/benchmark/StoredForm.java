package org.dohyo.benchmark;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import org.dohyo.support.Hashes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A result in the form for the bulk insert, which takes many as one JSON text.
 *
 * @param hash of the complete result with its records; it covers the time only if the file gives one
 */
public record StoredForm(NewResult result, String hash, Instant measuredAt) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    // The null character and unpaired surrogates, which PostgreSQL can't store but which occur in models' answers.
    private static final Pattern UNSTORABLE = Pattern.compile("[\\x00\\p{Cs}]");

    static StoredForm of(String benchmark, NewResult newResult, Instant now) {
        Result result = newResult.result();
        ArrayNode content = JSON.arrayNode().add(benchmark).add(result.model()).add(result.scenario())
                .add(result.metric())
                .add(result.value()).add(result.standardError()).add(result.n()).add(result.source().name())
                .add(result.settings()).add(Objects.toString(result.measuredAt(), null)).addAll(newResult.records());
        return new StoredForm(newResult, Hashes.sha256Hex(content.toString()),
                Objects.requireNonNullElse(result.measuredAt(), now));
    }

    /** @param models ids by slug */
    static String results(List<StoredForm> forms, Map<String, Long> models) {
        ArrayNode rows = JSON.arrayNode();
        forms.forEach(form -> rows.add(form.row(models.get(form.result.result().model()))));
        return rows.toString();
    }

    private ObjectNode row(long model) {
        Result row = result.result();
        return JSON.objectNode().put("hash", hash).put("model", model).put("scenario", row.scenario())
                .put("metric", row.metric()).put("value", row.value()).put("error", row.standardError())
                .put("n", row.n())
                .put("source", row.source().name()).put("at", measuredAt.toString())
                .set("settings", storable(row.settings()));
    }

    static String records(List<StoredForm> forms) {
        ArrayNode rows = JSON.arrayNode();
        for (StoredForm form : forms) {
            List<ObjectNode> records = form.result.records();
            for (int i = 0; i < records.size(); i++) {
                rows.addObject().put("hash", form.hash).put("position", i).set("content", storable(records.get(i)));
            }
        }
        return rows.toString();
    }

    private static JsonNode storable(JsonNode node) {
        if (node.isTextual()) {
            return JSON.textNode(storable(node.textValue()));
        }
        if (node.isArray()) {
            ArrayNode all = JSON.arrayNode(node.size());
            node.forEach(element -> all.add(storable(element)));
            return all;
        }
        if (node.isObject()) {
            ObjectNode all = JSON.objectNode();
            node.properties().forEach(member -> all.set(storable(member.getKey()), storable(member.getValue())));
            return all;
        }
        return node;
    }

    public static String storable(String text) {
        return UNSTORABLE.matcher(text).replaceAll("\ufffd");
    }
}
