package org.dohyo.provider.http;

import java.net.URI;
import java.util.List;
import java.util.Map;

import org.dohyo.provider.Endpoint;
import org.dohyo.provider.InvalidEndpointException;
import org.dohyo.provider.Message;
import org.dohyo.provider.Parameters;
import org.dohyo.provider.Protocol;
import org.dohyo.provider.stream.Decoder;
import org.dohyo.provider.stream.Dialect;
import org.dohyo.provider.stream.SseDecoder;
import org.dohyo.provider.stream.Transcript;

import com.fasterxml.jackson.databind.ObjectMapper;

/** A protocol that answers a JSON object with server-sent events. */
public abstract class SseCodec implements Codec {

    private final Protocol protocol;
    private final Dialect dialect;
    private final ObjectMapper json;

    /** @param dialect reads every answer, so it holds no state */
    protected SseCodec(Protocol protocol, Dialect dialect, ObjectMapper json) {
        this.protocol = protocol;
        this.dialect = dialect;
        this.json = json;
    }

    /** @throws InvalidEndpointException if the endpoint has no base URL and no vendor has one for the protocol */
    protected abstract URI url(Endpoint endpoint);

    /** Adds what the request's head needs besides the types of its contents: by default the key as a bearer token. */
    protected void addHeaders(Map<String, String> headers, Endpoint endpoint, Parameters parameters) {
        Bodies.bearer(headers, endpoint);
    }

    /** @param parameters those that no header has taken */
    protected abstract Map<String, Object> body(Endpoint endpoint, Parameters parameters, List<Message> conversation);

    @Override
    public final Protocol protocol() {
        return protocol;
    }

    @Override
    public final HttpCall encode(Endpoint endpoint, List<Message> conversation) {
        Parameters parameters = new Parameters(endpoint);
        URI url = url(endpoint);
        Map<String, String> headers = Bodies.headers(answerType());
        addHeaders(headers, endpoint, parameters);
        return new HttpCall(url, headers, Bodies.write(json, body(endpoint, parameters, conversation)));
    }

    @Override
    public final String answerType() {
        return "text/event-stream";
    }

    @Override
    public final Decoder decoder(Endpoint endpoint, Transcript transcript) {
        return new SseDecoder(json, dialect, transcript);
    }
}
