package org.dohyo.provider;

import java.util.Locale;

import org.dohyo.provider.ProviderError.Kind;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads one OpenAI-compatible stream. Throws {@link StreamFailure} where it is broken; never ends the sink itself. */
final class OpenAiDecoder {

    static final int MAX_ANSWER = 4 << 20;

    private final ObjectMapper json;
    private final AnswerSink sink;
    private final SseParser parser = new SseParser(this::event);
    private final ThinkSplitter splitter = new ThinkSplitter(this::text, this::reasoning);
    private String rawFinish;
    private Integer promptTokens;
    private Integer completionTokens;
    private boolean ended;
    private boolean hasText;
    private int length;

    OpenAiDecoder(ObjectMapper json, AnswerSink sink) {
        this.json = json;
        this.sink = sink;
    }

    void feed(byte[] bytes) {
        parser.feed(bytes);
    }

    /** Whether {@code [DONE]} came: nothing that follows matters. */
    boolean ended() {
        return ended;
    }

    /** Whether the end marker came, so that a lost connection loses no text. */
    boolean finished() {
        return rawFinish != null;
    }

    /** The stream is over: how it ended. */
    Completion end() {
        parser.end();
        return complete();
    }

    /** How it ended, from what has come so far. */
    Completion complete() {
        splitter.end();
        if (rawFinish == null) {
            throw new StreamFailure(Kind.CUT_OFF, "the stream ended without a finish_reason");
        }
        if (!hasText) {
            throw new StreamFailure(Kind.EMPTY, "the answer has no text (finish_reason " + rawFinish + ")");
        }
        return new Completion(finish(rawFinish), rawFinish, promptTokens, completionTokens);
    }

    private void event(SseParser.Event event) {
        String data = event.data().strip();
        if (ended || data.isEmpty()) {
            return;
        }
        if (data.equals("[DONE]")) {
            ended = true;
        } else if (event.name().equals("error")) {
            throw new StreamFailure(Kind.UPSTREAM_ERROR, data);
        } else {
            chunk(parse(data));
        }
    }

    private JsonNode parse(String data) {
        try {
            JsonNode node = json.readTree(data);
            if (node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException e) {
            // told below: the parser's message quotes the answer at length
        }
        throw new StreamFailure(Kind.PROTOCOL, "a chunk is not a JSON object");
    }

    private void chunk(JsonNode chunk) {
        if (chunk.hasNonNull("error") || "error".equals(chunk.path("object").asText())) {
            throw inStream(chunk);
        }
        usage(chunk.path("usage"));
        JsonNode choice = chunk.path("choices").path(0);
        delta(choice.path("delta"));
        if (choice.hasNonNull("finish_reason")) {
            rawFinish = choice.get("finish_reason").asText();
        }
    }

    private static StreamFailure inStream(JsonNode chunk) {
        String detail = chunk.toString();
        String lower = detail.toLowerCase(Locale.ROOT);
        int code = chunk.path("error").path("code").asInt(chunk.path("code").asInt());
        if (code == 429 || lower.contains("rate_limit")) {
            return new StreamFailure(Kind.RATE_LIMITED, detail);
        }
        if (code == 503 || lower.contains("overloaded")) {
            return new StreamFailure(Kind.OVERLOADED, detail);
        }
        return new StreamFailure(Kind.UPSTREAM_ERROR, detail);
    }

    private void delta(JsonNode delta) {
        String thought = string(delta, "reasoning_content");
        reasoning(thought.isEmpty() ? string(delta, "reasoning") : thought);
        splitter.feed(string(delta, "content"));
    }

    private static String string(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isTextual() ? value.textValue() : "";
    }

    private void usage(JsonNode usage) {
        if (usage.path("prompt_tokens").isInt()) {
            promptTokens = usage.get("prompt_tokens").intValue();
        }
        if (usage.path("completion_tokens").isInt()) {
            completionTokens = usage.get("completion_tokens").intValue();
        }
    }

    private void text(String text) {
        if (!text.isEmpty()) {
            count(text);
            hasText |= !text.isBlank();
            sink.text(text);
        }
    }

    private void reasoning(String text) {
        if (!text.isEmpty()) {
            count(text);
            sink.reasoning(text);
        }
    }

    private void count(String text) {
        length += text.length();
        if (length > MAX_ANSWER) {
            throw new StreamFailure(Kind.PROTOCOL, "the answer is longer than 4 MiB");
        }
    }

    private static FinishReason finish(String raw) {
        return switch (raw.toLowerCase(Locale.ROOT)) {
            case "length", "max_tokens" -> FinishReason.LENGTH;
            case "content_filter" -> FinishReason.FILTERED;
            default -> FinishReason.STOP;
        };
    }
}
