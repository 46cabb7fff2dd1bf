package org.dohyo.provider.anthropic;

import org.dohyo.provider.stream.Contents;
import org.dohyo.provider.stream.Dialect;
import org.dohyo.provider.stream.Transcript;

import com.fasterxml.jackson.databind.JsonNode;

/** The events of Anthropic's Messages stream. Kinds of event that are new, pings among them, mean nothing here. */
final class AnthropicDialect implements Dialect {

    @Override
    public boolean knows(String type, JsonNode event) {
        return !Dialect.text(event, "type").isEmpty();
    }

    @Override
    public void read(String type, JsonNode event, Transcript into) {
        switch (Dialect.text(event, "type")) {
            case "message_start" -> usage(event.path("message").path("usage"), into);
            case "content_block_start" -> Contents.read(event.path("content_block"), into);
            case "content_block_delta" -> Contents.read(event.path("delta"), into);
            case "message_delta" -> end(event.path("delta"), event.path("usage"), into);
            case "message_stop" -> into.end();
            case "message" -> {
                // The whole of it, from a server that doesn't stream.
                Contents.read(event.path("content"), into);
                end(event, event.path("usage"), into);
            }
            default -> {
                // nothing of the answer
            }
        }
    }

    private static void end(JsonNode message, JsonNode usage, Transcript into) {
        usage(usage, into);
        into.finish(Dialect.text(message, "stop_reason"));
    }

    private static void usage(JsonNode usage, Transcript into) {
        into.usage(Dialect.count(usage, "input_tokens"), Dialect.count(usage, "output_tokens"));
    }
}
