package org.dohyo.provider.gemini;

import org.dohyo.provider.stream.Contents;
import org.dohyo.provider.stream.Dialect;
import org.dohyo.provider.stream.Transcript;

import com.fasterxml.jackson.databind.JsonNode;

/** The chunks of Gemini's streamGenerateContent: parts marked as thought are reasoning. */
final class GeminiDialect implements Dialect {

    @Override
    public boolean knows(String type, JsonNode chunk) {
        return chunk.has("candidates") || chunk.has("promptFeedback") || chunk.has("usageMetadata");
    }

    @Override
    public void read(String type, JsonNode chunk, Transcript into) {
        usage(chunk.path("usageMetadata"), into);
        JsonNode candidate = Dialect.first(chunk.path("candidates"));
        Contents.read(candidate.path("content").path("parts"), into);
        into.finish(Dialect.text(candidate, "finishReason"));
        String blocked = Dialect.text(chunk.path("promptFeedback"), "blockReason");
        if (!blocked.isEmpty() && !into.begun()) {
            into.blocked(blocked);
        }
    }

    /** Reasoning tokens are billed like those of the answer. */
    private static void usage(JsonNode usage, Transcript into) {
        Integer said = Dialect.count(usage, "candidatesTokenCount");
        Integer thought = Dialect.count(usage, "thoughtsTokenCount");
        into.usage(Dialect.count(usage, "promptTokenCount"), said == null || thought == null ? said
                : (Integer) (int) Math.min(Integer.MAX_VALUE, (long) said + thought));
    }
}
