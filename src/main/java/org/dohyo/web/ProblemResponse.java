package org.dohyo.web;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.arc.Arc;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Ends a call with a problem document before it reaches a REST resource. */
public final class ProblemResponse {

    private ProblemResponse() {
    }

    /** A refusal in the caller's language. */
    public static HttpProblem of(RoutingContext call, Refusal refusal) {
        return refusal.in(Arc.container().instance(Languages.class).get().of(call.request()));
    }

    public static void send(RoutingContext call, Refusal refusal) {
        send(call, of(call, refusal));
    }

    public static void send(RoutingContext call, HttpProblem problem) {
        JsonObject body = new JsonObject()
                .put("type", String.valueOf(problem.getType()))
                .put("status", problem.getStatusCode())
                .put("title", problem.getTitle())
                .put("detail", problem.getDetail())
                .put("instance", call.request().path());
        problem.getParameters().forEach(body::put);
        problem.getHeaders().forEach((name, value) -> call.response().putHeader(name, value.toString()));
        call.response().setStatusCode(problem.getStatusCode())
                .putHeader("Content-Type", "application/problem+json")
                .end(body.toBuffer());
    }
}
