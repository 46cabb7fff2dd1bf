package org.dohyo.provider.aws;

import org.dohyo.provider.stream.Dialect;
import org.dohyo.provider.stream.Transcript;

import com.fasterxml.jackson.databind.JsonNode;

/** The events of Bedrock's ConverseStream. The usage follows the end marker, so only the stream's end ends it. */
final class ConverseDialect implements Dialect {

    @Override
    public boolean knows(String type, JsonNode event) {
        return true;
    }

    @Override
    public void read(String type, JsonNode event, Transcript into) {
        switch (type) {
            case "contentBlockDelta" -> delta(event.path("delta"), into);
            case "messageStop" -> into.finish(Dialect.text(event, "stopReason"));
            case "metadata" -> {
                JsonNode usage = event.path("usage");
                into.usage(Dialect.count(usage, "inputTokens"), Dialect.count(usage, "outputTokens"));
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
}
