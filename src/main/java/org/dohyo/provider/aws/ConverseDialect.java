package org.dohyo.provider.aws;

import org.dohyo.provider.FinishReason;
import org.dohyo.provider.stream.Dialect;
import org.dohyo.provider.stream.Transcript;

import com.fasterxml.jackson.databind.JsonNode;

/** The events of Bedrock's ConverseStream. The usage follows the end marker, so only the stream's end ends it. */
final class ConverseDialect implements Dialect {

    @Override
    public void read(String type, JsonNode event, Transcript into) {
        switch (type) {
            case "contentBlockDelta" -> delta(event.path("delta"), into);
            case "messageStop" -> finish(Dialect.text(event, "stopReason"), into);
            case "metadata" -> {
                JsonNode usage = event.path("usage");
                into.usage(Dialect.number(usage, "inputTokens"), Dialect.number(usage, "outputTokens"));
            }
            default -> {
                // nothing of the answer
            }
        }
    }

    private static void delta(JsonNode delta, Transcript into) {
        into.think(Dialect.text(delta.path("reasoningContent"), "text"));
        into.say(Dialect.text(delta, "text"));
    }

    private static void finish(String raw, Transcript into) {
        into.finish(raw, switch (raw) {
            case "max_tokens", "model_context_window_exceeded" -> FinishReason.LENGTH;
            case "guardrail_intervened", "content_filtered" -> FinishReason.FILTERED;
            default -> FinishReason.STOP;
        });
    }
}
