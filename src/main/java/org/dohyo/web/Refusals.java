package org.dohyo.web;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers with a {@link Refusal} in the caller's language. */
public class Refusals {

    private final Languages languages;

    Refusals(Languages languages) {
        this.languages = languages;
    }

    @ServerExceptionMapper
    public Response response(Refusal refusal, HttpHeaders headers) {
        return refusal.in(languages.of(headers)).toResponse();
    }
}
