package org.dohyo.provider.aws;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import org.dohyo.provider.Endpoint;
import org.dohyo.provider.InvalidEndpointException;
import org.dohyo.provider.InvalidEndpointException.Fault;
import org.dohyo.provider.Message;
import org.dohyo.provider.Parameters;
import org.dohyo.provider.Protocol;
import org.dohyo.provider.http.Bodies;
import org.dohyo.provider.http.Codec;
import org.dohyo.provider.http.HttpCall;
import org.dohyo.provider.http.PathSegments;
import org.dohyo.provider.openai.ChatBody;
import org.dohyo.provider.openai.OpenAiDialect;
import org.dohyo.provider.stream.AnswerText;
import org.dohyo.provider.stream.Decoder;
import org.dohyo.provider.stream.Dialect;
import org.dohyo.provider.stream.EventStream;
import org.dohyo.provider.stream.SseDecoder;
import org.dohyo.provider.stream.Transcript;
import org.dohyo.provider.text.GenerateBody;
import org.dohyo.provider.text.GenerateDialect;
import org.dohyo.provider.text.PromptTemplate;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * An AWS SageMaker endpoint with a response stream. What it is sent and what it streams is its container's affair: the
 * chat-completions body of TGI's Messages API and of LMI by default, with the parameter {@code "payload": "inputs"} the
 * older one of both.
 */
@Singleton
public final class SageMakerCodec implements Codec {

    private static final String PAYLOAD = "payload";

    private final ObjectMapper json;
    private final AwsCalls aws;
    private final Dialect chat = new OpenAiDialect();
    private final Dialect generate = new GenerateDialect();

    public SageMakerCodec(ObjectMapper json, Clock clock) {
        this.json = json;
        this.aws = new AwsCalls(clock, "sagemaker", "https://runtime.sagemaker.%s.amazonaws.com");
    }

    @Override
    public Protocol protocol() {
        return Protocol.SAGEMAKER;
    }

    @Override
    public HttpCall encode(Endpoint endpoint, List<Message> conversation) {
        Parameters parameters = new Parameters(endpoint);
        Map<String, Object> body = inputs(parameters.text(PAYLOAD, "chat"))
                ? GenerateBody.of(endpoint, parameters, conversation)
                : ChatBody.of(endpoint, parameters, conversation);
        String path = "/endpoints/" + PathSegments.encode(endpoint.modelId()) + "/invocations-response-stream";
        return aws.signed(
                new HttpCall(aws.below(endpoint, path), Bodies.headers(answerType()), Bodies.write(json, body)),
                endpoint);
    }

    private static boolean inputs(String payload) {
        return switch (payload) {
            case "chat" -> false;
            case "inputs" -> true;
            default -> throw new InvalidEndpointException("parameters", Fault.NO_PAYLOAD, PAYLOAD);
        };
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
    public AnswerText text(Endpoint endpoint, List<Message> conversation) {
        return inputs(new Parameters(endpoint).text(PAYLOAD, "chat")) ? PromptTemplate.answer(endpoint, conversation)
                : AnswerText.plain();
    }

    /** The container's bytes come in parts that may be cut anywhere; other kinds of event carry none. */
    @Override
    public Decoder decoder(Endpoint endpoint, Transcript transcript) {
        boolean inputs = "inputs".equals(endpoint.parameters().get(PAYLOAD));
        SseDecoder container = new SseDecoder(json, inputs ? generate : chat, transcript);
        EventStream frames = new EventStream(event -> {
            if (event.type().equals("PayloadPart")) {
                container.feed(event.payload());
            }
        });
        return new Decoder() {

            @Override
            public void feed(byte[] bytes) {
                frames.feed(bytes);
            }

            @Override
            public void end() {
                container.end();
            }
        };
    }
}
