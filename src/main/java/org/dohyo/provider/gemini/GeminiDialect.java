package org.dohyo.provider.gemini;

import org.dohyo.provider.FinishReason;
import org.dohyo.provider.stream.Dialect;
import org.dohyo.provider.stream.Transcript;

import com.fasterxml.jackson.databind.JsonNode;

/** The chunks of Gemini's streamGenerateContent: parts marked as thought are reasoning. */
final class GeminiDialect implements Dialect {

    @Override
    public void read(String type, JsonNode chunk, Transcript into) {
        usage(chunk.path("usageMetadata"), into);
        JsonNode candidate = chunk.path("candidates").path(0);
        for (JsonNode part : candidate.path("content").path("parts")) {
            String text = Dialect.text(part, "text");
            if (part.path("thought").asBoolean()) {
                into.think(text);
            } else {
                into.say(text);
            }
        }
        finish(Dialect.text(candidate, "finishReason"), into);
        String blocked = Dialect.text(chunk.path("promptFeedback"), "blockReason");
        if (!blocked.isEmpty()) {
            into.finish(blocked, FinishReason.FILTERED);
        }
    }

    /** Reasoning tokens are billed like those of the answer. */
    private static void usage(JsonNode usage, Transcript into) {
        Integer said = Dialect.number(usage, "candidatesTokenCount");
        Integer thought = Dialect.number(usage, "thoughtsTokenCount");
        into.usage(Dialect.number(usage, "promptTokenCount"),
                said == null || thought == null ? said : (Integer) (said + thought));
    }

    private static void finish(String raw, Transcript into) {
        if (!raw.isEmpty() && !raw.equals("FINISH_REASON_UNSPECIFIED")) {
            into.finish(raw, reason(raw));
        }
    }

    private static FinishReason reason(String raw) {
        return switch (raw) {
            case "MAX_TOKENS" -> FinishReason.LENGTH;
            case "SAFETY", "RECITATION", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII" -> FinishReason.FILTERED;
            default -> FinishReason.STOP;
        };
    }
}
