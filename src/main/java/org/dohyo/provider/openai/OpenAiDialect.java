package org.dohyo.provider.openai;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.dohyo.provider.FinishReason;
import org.dohyo.provider.stream.Dialect;
import org.dohyo.provider.stream.Transcript;

import com.fasterxml.jackson.databind.JsonNode;

/** Chat-completion chunks of OpenAI and of everything that is compatible with it. */
public final class OpenAiDialect implements Dialect {

    @Override
    public void read(String type, JsonNode chunk, Transcript into) {
        JsonNode usage = chunk.path("usage");
        into.usage(Dialect.number(usage, "prompt_tokens"), Dialect.number(usage, "completion_tokens"));
        JsonNode choice = chunk.path("choices").path(0);
        JsonNode delta = choice.path("delta");
        String thought = Dialect.text(delta, "reasoning_content");
        into.think(thought.isEmpty() ? Dialect.text(delta, "reasoning") : thought);
        beginnings(choice.path("logprobs").path("content").path(0), into);
        into.say(Dialect.text(delta, "content"));
        if (choice.hasNonNull("finish_reason")) {
            String raw = choice.get("finish_reason").asText();
            into.finish(raw, reason(raw));
        }
    }

    /** A token of white space alone is no beginning yet. */
    private static void beginnings(JsonNode token, Transcript into) {
        if (Dialect.text(token, "token").isBlank()) {
            return;
        }
        Map<String, Double> chances = new LinkedHashMap<>();
        for (JsonNode one : token.path("top_logprobs")) {
            if (one.path("logprob").isNumber()) {
                chances.merge(Dialect.text(one, "token"), one.get("logprob").doubleValue(), Math::max);
            }
        }
        if (!chances.isEmpty()) {
            into.beginnings(chances);
        }
    }

    private static FinishReason reason(String raw) {
        return switch (raw.toLowerCase(Locale.ROOT)) {
            case "length", "max_tokens" -> FinishReason.LENGTH;
            case "content_filter" -> FinishReason.FILTERED;
            default -> FinishReason.STOP;
        };
    }
}
