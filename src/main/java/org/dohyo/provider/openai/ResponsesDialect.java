package org.dohyo.provider.openai;

import org.dohyo.provider.stream.Contents;
import org.dohyo.provider.stream.Dialect;
import org.dohyo.provider.stream.ErrorForms;
import org.dohyo.provider.stream.HttpErrors;
import org.dohyo.provider.stream.Transcript;

import com.fasterxml.jackson.databind.JsonNode;

/** The events of OpenAI's Responses stream, or the whole response of a server that doesn't stream. */
final class ResponsesDialect implements Dialect {

    @Override
    public boolean knows(String type, JsonNode event) {
        return Dialect.text(event, "type").startsWith("response.") || "response".equals(Dialect.text(event, "object"));
    }

    @Override
    public void read(String type, JsonNode event, Transcript into) {
        switch (Dialect.text(event, "type")) {
            case "response.output_text.delta", "response.refusal.delta" -> into.say(Dialect.text(event, "delta"));
            case "response.reasoning_text.delta", "response.reasoning_summary_text.delta" -> into
                    .think(Dialect.text(event, "delta"));
            case "response.completed", "response.incomplete", "response.failed", "response.cancelled" -> end(
                    event.path("response"), into);
            case "" -> end(event, into);
            default -> {
                // the beginnings and ends of parts
            }
        }
    }

    private static void end(JsonNode response, Transcript into) {
        JsonNode usage = response.path("usage");
        into.usage(Dialect.count(usage, "input_tokens"), Dialect.count(usage, "output_tokens"));
        if (ErrorForms.says(response.path("error"))) {
            throw HttpErrors.inStream("", response.get("error").toString());
        }
        if (!into.begun()) {
            for (JsonNode item : response.path("output")) {
                if (Dialect.text(item, "type").equals("message")) {
                    Contents.read(item.path("content"), into);
                }
            }
        }
        String reason = Dialect.text(response.path("incomplete_details"), "reason");
        into.finish(reason.isEmpty() ? Dialect.text(response, "status") : reason);
    }
}
