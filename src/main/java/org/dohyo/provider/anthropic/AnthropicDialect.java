package org.dohyo.provider.anthropic;

import org.dohyo.provider.FinishReason;
import org.dohyo.provider.stream.Dialect;
import org.dohyo.provider.stream.Transcript;

import com.fasterxml.jackson.databind.JsonNode;

/** The events of Anthropic's Messages stream. Kinds of event that are new, pings among them, mean nothing here. */
final class AnthropicDialect implements Dialect {

    @Override
    public void read(String type, JsonNode event, Transcript into) {
        switch (Dialect.text(event, "type")) {
            case "message_start" -> usage(event.path("message").path("usage"), into);
            case "content_block_start" -> block(event.path("content_block"), into);
            case "content_block_delta" -> block(event.path("delta"), into);
            case "message_delta" -> delta(event, into);
            case "message_stop" -> into.end();
            default -> {
                // nothing of the answer
            }
        }
    }

    private static void block(JsonNode block, Transcript into) {
        into.think(Dialect.text(block, "thinking"));
        into.say(Dialect.text(block, "text"));
    }

    private static void delta(JsonNode event, Transcript into) {
        usage(event.path("usage"), into);
        String raw = Dialect.text(event.path("delta"), "stop_reason");
        if (!raw.isEmpty()) {
            into.finish(raw, reason(raw));
        }
    }

    private static void usage(JsonNode usage, Transcript into) {
        into.usage(Dialect.number(usage, "input_tokens"), Dialect.number(usage, "output_tokens"));
    }

    private static FinishReason reason(String raw) {
        return switch (raw) {
            case "max_tokens", "model_context_window_exceeded" -> FinishReason.LENGTH;
            case "refusal" -> FinishReason.FILTERED;
            default -> FinishReason.STOP;
        };
    }
}
