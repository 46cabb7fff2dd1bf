package org.dohyo.provider.openai;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.dohyo.provider.stream.Contents;
import org.dohyo.provider.stream.Dialect;
import org.dohyo.provider.stream.ErrorForms;
import org.dohyo.provider.stream.HttpErrors;
import org.dohyo.provider.stream.Transcript;

import com.fasterxml.jackson.databind.JsonNode;

/** Chat-completion chunks of OpenAI and of everything that is compatible with it. */
public final class OpenAiDialect implements Dialect {

    private static final List<String> REASONING = List.of("reasoning_content", "reasoning", "thinking",
            "reasoning_text", "reasoning_details", "thinking_blocks");

    @Override
    public boolean knows(String type, JsonNode chunk) {
        return chunk.has("choices") || chunk.has("usage");
    }

    @Override
    public void read(String type, JsonNode chunk, Transcript into) {
        JsonNode usage = chunk.path("usage");
        into.usage(Dialect.count(usage, "prompt_tokens"), Dialect.count(usage, "completion_tokens"));
        JsonNode choice = Dialect.first(chunk.path("choices"));
        if (ErrorForms.says(choice.path("error")) && !into.finished()) {
            throw HttpErrors.inStream("", choice.get("error").toString());
        }
        logprobs(choice.path("logprobs").path("content").path(0), into);
        boolean begun = into.begun();
        message(choice.path("delta"), into);
        if (!begun && !into.begun()) {
            // Some servers answer with the whole message after all, others repeat it at the end.
            message(choice.path("message"), into);
        }
        into.say(Dialect.text(choice, "text"));
        into.finish(Contents.words(choice.path("finish_reason")));
    }

    private static void message(JsonNode message, Transcript into) {
        if (!message.isObject()) {
            Contents.read(message, into);
            return;
        }
        into.think(reasoning(message));
        Contents.read(message.path("content"), into);
        into.say(Dialect.text(message, "refusal"));
    }

    /** Servers have several names for it, and some send it under two at once. */
    private static String reasoning(JsonNode message) {
        for (String name : REASONING) {
            String words = Contents.words(message.path(name));
            if (!words.isEmpty()) {
                return words;
            }
        }
        return "";
    }

    /** A token of white space alone is no beginning yet. */
    private static void logprobs(JsonNode token, Transcript into) {
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
            into.firstTokenLogprobs(chances);
        }
    }
}
