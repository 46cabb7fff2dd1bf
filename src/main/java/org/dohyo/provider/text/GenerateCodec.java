package org.dohyo.provider.text;

import java.net.URI;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import org.dohyo.provider.Endpoint;
import org.dohyo.provider.Message;
import org.dohyo.provider.Parameters;
import org.dohyo.provider.Protocol;
import org.dohyo.provider.http.Bodies;
import org.dohyo.provider.http.Codec;
import org.dohyo.provider.http.HttpCall;
import org.dohyo.provider.stream.Decoder;
import org.dohyo.provider.stream.Dialect;
import org.dohyo.provider.stream.SseDecoder;
import org.dohyo.provider.stream.Transcript;

import com.fasterxml.jackson.databind.ObjectMapper;

/** TGI's {@code /generate_stream}, which continues a text. */
@Singleton
public final class GenerateCodec implements Codec {

    private final ObjectMapper json;
    private final Dialect dialect = new GenerateDialect();

    public GenerateCodec(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public Protocol protocol() {
        return Protocol.TGI;
    }

    @Override
    public HttpCall encode(Endpoint endpoint, List<Message> conversation) {
        URI base = Bodies.required(endpoint);
        Map<String, String> headers = Bodies.headers(answerType());
        Bodies.bearer(headers, endpoint);
        return new HttpCall(HttpCall.below(base, "/generate_stream"), headers,
                Bodies.write(json, GenerateBody.of(endpoint, new Parameters(endpoint), conversation)));
    }

    @Override
    public String answerType() {
        return "text/event-stream";
    }

    @Override
    public Decoder decoder(Endpoint endpoint, Transcript transcript) {
        return new SseDecoder(json, dialect, transcript);
    }
}
