package org.dohyo.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** Answers a call that failed outside the REST layer, such as in a filter or while a session was looked up. */
@ApplicationScoped
public class RouteFailures {

    /** Before Quarkus' own handlers of failures. */
    private static final int ORDER = -100_000;
    private static final int BAD_REQUEST = 400;
    private static final int SERVER_ERROR = 500;

    private final PageResponses pages;
    private final Languages languages;

    RouteFailures(PageResponses pages, Languages languages) {
        this.pages = pages;
        this.languages = languages;
    }

    void register(@Observes Router router) {
        router.route().order(ORDER).failureHandler(this::answer);
        // A path with a bad escape fails the router itself, before it comes to any filter.
        router.errorHandler(BAD_REQUEST, call -> ProblemResponse.send(call, badRequest(call.request())));
    }

    private HttpProblem badRequest(HttpServerRequest request) {
        return RequestSyntax.refusal(request, () -> languages.words(request))
                .orElseGet(() -> UnservedCalls.of(BAD_REQUEST, languages.words(request)));
    }

    private void answer(RoutingContext call) {
        if (call.response().headWritten() || call.response().closed()
                || call.failure() instanceof AuthenticationException
                || call.failure() instanceof SecurityException) {
            call.next();
        } else if (call.statusCode() >= SERVER_ERROR || call.statusCode() < 0) {
            send(call, UnservedCalls.problem(call.failure(), languages.words(call.request())));
        } else {
            send(call, UnservedCalls.of(call.statusCode(), languages.words(call.request())));
        }
    }

    private void send(RoutingContext call, HttpProblem problem) {
        pages.pageFor(problem.getStatusCode(), call.request()).ifPresentOrElse(page -> {
            problem.getHeaders().forEach((name, value) -> call.response().putHeader(name, value.toString()));
            call.response().setStatusCode(problem.getStatusCode()).putHeader("Content-Type", "text/html;charset=UTF-8")
                    .putHeader("Cache-Control", "no-store").end(page);
        }, () -> ProblemResponse.send(call, problem));
    }
}
