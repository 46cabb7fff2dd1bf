package org.dohyo.provider.aws;

import org.dohyo.provider.FinishReason;
import org.dohyo.provider.stream.Dialect;
import org.dohyo.provider.stream.Transcript;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The token stream of text-generation servers that take {@code inputs} instead of a conversation: TGI's generate_stream
 * and the older payload of SageMaker's LMI containers.
 */
final class GenerateDialect implements Dialect {

    @Override
    public void read(String type, JsonNode chunk, Transcript into) {
        JsonNode token = chunk.path("token");
        if (!token.path("special").asBoolean()) {
            into.say(Dialect.text(token, "text"));
        }
        JsonNode details = chunk.path("details");
        into.usage(prompt(details), Dialect.number(details, "generated_tokens"));
        String raw = Dialect.text(details, "finish_reason");
        if (!raw.isEmpty()) {
            into.finish(raw, raw.equals("length") ? FinishReason.LENGTH : FinishReason.STOP);
        } else if (chunk.hasNonNull("generated_text")) {
            into.finish("generated_text", FinishReason.STOP);
        }
    }

    private static Integer prompt(JsonNode details) {
        Integer length = Dialect.number(details, "input_length");
        return length == null ? Dialect.number(details, "prompt_tokens") : length;
    }
}
