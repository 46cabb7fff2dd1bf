package org.dohyo.provider;

import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;

/** Chat-completion chunks of OpenAI and of everything that is compatible with it. */
final class OpenAiDialect implements Dialect {

    @Override
    public void read(String type, JsonNode chunk, Transcript into) {
        JsonNode usage = chunk.path("usage");
        into.usage(Dialect.number(usage, "prompt_tokens"), Dialect.number(usage, "completion_tokens"));
        JsonNode choice = chunk.path("choices").path(0);
        JsonNode delta = choice.path("delta");
        String thought = Dialect.text(delta, "reasoning_content");
        into.think(thought.isEmpty() ? Dialect.text(delta, "reasoning") : thought);
        into.say(Dialect.text(delta, "content"));
        if (choice.hasNonNull("finish_reason")) {
            String raw = choice.get("finish_reason").asText();
            into.finish(raw, reason(raw));
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
