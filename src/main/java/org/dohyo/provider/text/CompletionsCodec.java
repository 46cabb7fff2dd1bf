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
import org.dohyo.provider.openai.ChatBody;
import org.dohyo.provider.openai.OpenAiDialect;
import org.dohyo.provider.stream.AnswerText;

import com.fasterxml.jackson.databind.ObjectMapper;

/** The text completions of OpenAI-compatible servers, by which models without a chat template are asked. */
@Singleton
public final class CompletionsCodec extends SseCodec {

    public CompletionsCodec(ObjectMapper json) {
        super(Protocol.COMPLETIONS, new OpenAiDialect(), json);
    }

    @Override
    protected URI url(Endpoint endpoint) {
        return HttpCall.below(Bodies.required(endpoint), "/completions");
    }

    @Override
    protected Map<String, Object> body(Endpoint endpoint, Parameters parameters, List<Message> conversation) {
        PromptTemplate template = PromptTemplate.of(parameters, conversation);
        Map<String, Object> body = ChatBody.streamed(endpoint, parameters,
                template.nextTurn().isEmpty() ? Map.of() : Map.of("stop", List.of(template.nextTurn())));
        body.put("prompt", template.write(endpoint, conversation));
        return body;
    }

    @Override
    public AnswerText text(Endpoint endpoint, List<Message> conversation) {
        return PromptTemplate.answer(endpoint, conversation);
    }
}
