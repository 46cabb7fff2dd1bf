package org.dohyo.provider.aws;

import org.dohyo.provider.stream.Dialect;
import org.dohyo.provider.stream.Transcript;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The token stream of text-generation servers that take {@code inputs} instead of a conversation: TGI's generate_stream
 * and the older payload of SageMaker's LMI containers.
 */
final class GenerateDialect implements Dialect {

    @Override
    public boolean knows(String type, JsonNode chunk) {
        return chunk.has("token") || chunk.has("generated_text") || chunk.has("details");
    }

    @Override
    public void read(String type, JsonNode chunk, Transcript into) {
        JsonNode token = chunk.path("token");
        if (!token.path("special").asBoolean()) {
            into.say(Dialect.text(token, "text"));
        }
        if (!into.begun()) {
            // The whole of it, from a server that doesn't stream.
            into.say(Dialect.text(chunk, "generated_text"));
        }
        JsonNode details = chunk.path("details");
        into.usage(prompt(details), Dialect.count(details, "generated_tokens"));
        String raw = Dialect.text(details, "finish_reason");
        into.finish(raw.isEmpty() && chunk.hasNonNull("generated_text") ? "generated_text" : raw);
    }

    private static Integer prompt(JsonNode details) {
        Integer length = Dialect.count(details, "input_length");
        return length == null ? Dialect.count(details, "prompt_tokens") : length;
    }
}
