package org.dohyo.web;

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

    private static final Logger LOG = Logger.getLogger(UnservedCalls.class);

    @ServerExceptionMapper(value = { WebApplicationException.class, NotFoundException.class, NotAllowedException.class,
            NotAcceptableException.class, NotSupportedException.class }, priority = FIRST)
    public Response unserved(WebApplicationException refused) {
        Response response = refused.getResponse();
        if (refused.getCause() instanceof JsonProcessingException unreadable) {
            return UnreadableBody.refusal(unreadable).toResponse();
        }
        if (response.hasEntity() || response.getStatus() < Status.BAD_REQUEST.getStatusCode()) {
            return response;
        }
        if (response.getStatus() >= Status.INTERNAL_SERVER_ERROR.getStatusCode()) {
            return failed(refused);
        }
        Response problem = of(response.getStatus()).toResponse();
        String allowed = response.getHeaderString(HttpHeaders.ALLOW);
        return allowed == null ? problem
                : Response.fromResponse(problem).header(HttpHeaders.ALLOW, allowed).build();
    }

    @ServerExceptionMapper(value = { Exception.class, RuntimeException.class }, priority = FIRST)
    public Response failed(Exception failure) {
        return problem(failure).toResponse();
    }

    /** The problem of a call that was refused without more than a status. */
    static HttpProblem of(int status) {
        return switch (status) {
            case 401 -> Problem.of(Status.UNAUTHORIZED, "not-signed-in", "Sign in to make this call.");
            case 403 -> Problem.of(Status.FORBIDDEN, "not-allowed", "This call is not allowed.");
            case 404 -> Problem.of(Status.NOT_FOUND, "not-found", "There is nothing at this address.");
            case 405 -> Problem.of(Status.METHOD_NOT_ALLOWED, "wrong-method",
                    "This address does not take this method.");
            case 406 -> Problem.of(Status.NOT_ACCEPTABLE, "not-acceptable",
                    "There is no form of this that the header Accept takes.");
            case 413 -> Problem.of(Status.REQUEST_ENTITY_TOO_LARGE, "body-too-large", "The body is too large.");
            case 414 -> Problem.of(Status.REQUEST_URI_TOO_LONG, "address-too-long", "The address is too long.");
            case 415 -> Problem.of(Status.UNSUPPORTED_MEDIA_TYPE, "not-json",
                    "The body's Content-Type must be application/json.");
            default -> Problem.of(Status.BAD_REQUEST, "bad-request", "This is no request that can be understood.");
        };
    }

    /** The problem of a call that failed: 503 while the database is away, else 500, which is logged. */
    static HttpProblem problem(Throwable failure) {
        if (DatabaseAway.isCauseOf(failure)) {
            LOG.warnf("A call failed because the database can't be reached: %s", DatabaseAway.reason(failure));
            return DatabaseAway.problem();
        }
        LOG.error("A call failed", failure);
        return Problem.of(Status.INTERNAL_SERVER_ERROR, "failed", "The call failed; the log of the server says why.");
    }
}
