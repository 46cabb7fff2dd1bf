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
import org.dohyo.provider.http.HttpCall;
import org.dohyo.provider.http.SseCodec;
import org.dohyo.provider.stream.AnswerText;

import com.fasterxml.jackson.databind.ObjectMapper;

/** TGI's {@code /generate_stream}, which continues a text. */
@Singleton
public final class GenerateCodec extends SseCodec {

    public GenerateCodec(ObjectMapper json) {
        super(Protocol.TGI, new GenerateDialect(), json);
    }

    @Override
    protected URI url(Endpoint endpoint) {
        return HttpCall.below(Bodies.required(endpoint), "/generate_stream");
    }

    @Override
    protected Map<String, Object> body(Endpoint endpoint, Parameters parameters, List<Message> conversation) {
        return GenerateBody.of(endpoint, parameters, conversation);
    }

    @Override
    public AnswerText text(Endpoint endpoint, List<Message> conversation) {
        return PromptTemplate.answer(endpoint, conversation);
    }
}
