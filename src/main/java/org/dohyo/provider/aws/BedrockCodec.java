package org.dohyo.provider.aws;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.inject.Singleton;

import org.dohyo.provider.Endpoint;
import org.dohyo.provider.Message;
import org.dohyo.provider.Parameters;
import org.dohyo.provider.Protocol;
import org.dohyo.provider.http.Bodies;
import org.dohyo.provider.http.Codec;
import org.dohyo.provider.http.HttpCall;
import org.dohyo.provider.http.PathSegments;
import org.dohyo.provider.stream.Decoder;
import org.dohyo.provider.stream.Dialect;
import org.dohyo.provider.stream.EventStream;
import org.dohyo.provider.stream.SseDecoder;
import org.dohyo.provider.stream.Transcript;

import com.fasterxml.jackson.databind.ObjectMapper;

/** AWS Bedrock's ConverseStream: signed with AWS keys, or let in by a Bedrock API key. */
@Singleton
public final class BedrockCodec implements Codec {

    private final ObjectMapper json;
    private final AwsCalls aws;
    private final Dialect dialect = new ConverseDialect();

    public BedrockCodec(ObjectMapper json, Clock clock) {
        this.json = json;
        this.aws = new AwsCalls(clock, "bedrock", "https://bedrock-runtime.%s.amazonaws.com");
    }

    @Override
    public Protocol protocol() {
        return Protocol.BEDROCK;
    }

    @Override
    public HttpCall encode(Endpoint endpoint, List<Message> conversation) {
        String path = "/model/" + PathSegments.encode(endpoint.modelId()) + "/converse-stream";
        Map<String, String> headers = Bodies.headers(answerType());
        HttpCall call = new HttpCall(aws.below(endpoint, path), headers,
                Bodies.write(json, body(endpoint, conversation)));
        if (endpoint.apiKey().isEmpty()) {
            return aws.signed(call, endpoint);
        }
        Bodies.bearer(headers, endpoint);
        return call;
    }

    private static Map<String, Object> body(Endpoint endpoint, List<Message> conversation) {
        Parameters parameters = new Parameters(endpoint);
        Map<String, Object> inference = parameters.object("inferenceConfig");
        parameters.move("temperature", inference, "temperature");
        parameters.move("top_p", inference, "topP");
        parameters.move("max_tokens", inference, "maxTokens");
        parameters.moveStops(inference, "stopSequences");
        Map<String, Object> body = new LinkedHashMap<>(parameters.rest());
        if (!inference.isEmpty()) {
            body.put("inferenceConfig", inference);
        }
        if (endpoint.hasSystemPrompt()) {
            body.put("system", List.of(Map.of("text", endpoint.systemPrompt())));
        }
        body.put("messages", conversation.stream().map(BedrockCodec::message).toList());
        return body;
    }

    private static Map<String, Object> message(Message message) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("role", message.role().name().toLowerCase(Locale.ROOT));
        written.put("content", List.of(Map.of("text", message.content())));
        return written;
    }

    @Override
    public String answerType() {
        return AwsCalls.ANSWER_TYPE;
    }

    @Override
    public boolean reads(String type) {
        return AwsCalls.frames(type);
    }

    @Override
    public Decoder decoder(Endpoint endpoint, Transcript transcript) {
        EventStream frames = new EventStream(event -> dialect.read(event.type(),
                SseDecoder.object(json, new String(event.payload(), StandardCharsets.UTF_8)), transcript));
        return new Decoder() {

            @Override
            public void feed(byte[] bytes) {
                frames.feed(bytes);
            }

            @Override
            public void end() {
                // A frame that is not whole has nothing to tell.
            }
        };
    }
}
