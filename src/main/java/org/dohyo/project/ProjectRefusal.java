package org.dohyo.project;

import java.util.function.Function;

import jakarta.ws.rs.core.Response.Status;

import org.dohyo.support.Problem;
import org.dohyo.web.Refusal;

/** Calls that a project refuses, in words of the caller's language. */
public final class ProjectRefusal {

    private ProjectRefusal() {
    }

    public static Refusal of(Status status, String code, Function<ProblemMessages, String> detail) {
        return Refusal.by(ProblemMessages.class, words -> Problem.of(status, code, detail.apply(words)));
    }

    /** 400: a field of the body is wrong. */
    public static Refusal field(String field, Function<ProblemMessages, String> message) {
        return Refusal.by(ProblemMessages.class,
                words -> Problem.field(Status.BAD_REQUEST, field, "body", message.apply(words)));
    }

    /** 400: a parameter of the query is wrong. */
    public static Refusal parameter(String name, Function<ProblemMessages, String> message) {
        return Refusal.by(ProblemMessages.class,
                words -> Problem.field(Status.BAD_REQUEST, name, "query", message.apply(words)));
    }
}
