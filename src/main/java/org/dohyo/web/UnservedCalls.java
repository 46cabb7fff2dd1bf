package org.dohyo.web;

import java.time.Duration;

import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.support.DatabaseAway;
import org.dohyo.support.Problem;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import com.fasterxml.jackson.core.JsonProcessingException;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** Answers the calls that no resource serves, and those that fail, with a problem document. */
public class UnservedCalls {

    /** Before the mappers of the problem library, which have 999. */
    static final int FIRST = 900;
    private static final Duration RETRY = Duration.ofSeconds(2);

    private static final Logger LOG = Logger.getLogger(UnservedCalls.class);

    private final Languages languages;

    UnservedCalls(Languages languages) {
        this.languages = languages;
    }

    @ServerExceptionMapper(value = { WebApplicationException.class, NotFoundException.class, NotAllowedException.class,
            NotAcceptableException.class, NotSupportedException.class }, priority = FIRST)
    public Response unserved(WebApplicationException refused, HttpHeaders headers) {
        Response response = refused.getResponse();
        String locale = languages.of(headers);
        RequestMessages words = Texts.of(RequestMessages.class, locale);
        if (refused.getCause() instanceof JsonProcessingException unreadable) {
            return UnreadableBody.refusal(unreadable, words).toResponse();
        }
        if (refused.getCause() instanceof Refusal refusal) {
            return refusal.in(locale).toResponse();
        }
        if (response.hasEntity() || response.getStatus() < Status.BAD_REQUEST.getStatusCode()) {
            return response;
        }
        if (response.getStatus() >= Status.INTERNAL_SERVER_ERROR.getStatusCode()) {
            return problem(refused, words).toResponse();
        }
        Response problem = of(response.getStatus(), words).toResponse();
        String allowed = response.getHeaderString(HttpHeaders.ALLOW);
        return allowed == null ? problem
                : Response.fromResponse(problem).header(HttpHeaders.ALLOW, allowed).build();
    }

    @ServerExceptionMapper(value = { Exception.class, RuntimeException.class }, priority = FIRST)
    public Response failed(Exception failure, HttpHeaders headers) {
        return problem(failure, Texts.of(RequestMessages.class, languages.of(headers))).toResponse();
    }

    /** The problem of a call that was refused without more than a status. */
    static HttpProblem of(int status, RequestMessages words) {
        return switch (status) {
            case 401 -> Problem.of(Status.UNAUTHORIZED, "not-signed-in", words.notSignedIn());
            case 403 -> Problem.of(Status.FORBIDDEN, "not-allowed", words.notAllowed());
            case 404 -> Problem.of(Status.NOT_FOUND, "not-found", words.notFound());
            case 405 -> Problem.of(Status.METHOD_NOT_ALLOWED, "wrong-method", words.wrongMethod());
            case 406 -> Problem.of(Status.NOT_ACCEPTABLE, "not-acceptable", words.notAcceptable());
            case 413 -> Problem.of(Status.REQUEST_ENTITY_TOO_LARGE, "body-too-large", words.largeBody());
            case 414 -> Problem.of(Status.REQUEST_URI_TOO_LONG, "address-too-long", words.longAddress());
            case 415 -> Problem.of(Status.UNSUPPORTED_MEDIA_TYPE, "not-json", words.notJson());
            default -> Problem.of(Status.BAD_REQUEST, "bad-request", words.notUnderstood());
        };
    }

    /** The problem of a call that failed: 503 while the database is away, else 500, which is logged. */
    static HttpProblem problem(Throwable failure, RequestMessages words) {
        if (DatabaseAway.isCauseOf(failure)) {
            LOG.warnf("A call failed because the database can't be reached: %s", DatabaseAway.reason(failure));
            return Problem.later(Status.SERVICE_UNAVAILABLE, "database-away", words.databaseAway(), RETRY);
        }
        LOG.error("A call failed", failure);
        return Problem.of(Status.INTERNAL_SERVER_ERROR, "failed", words.failed());
    }
}
