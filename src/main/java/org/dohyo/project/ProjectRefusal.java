package org.dohyo.project;

import java.util.function.Function;

import jakarta.ws.rs.core.Response.Status;

import org.dohyo.support.Problem;
import org.dohyo.web.Refusal;
import org.dohyo.web.Texts;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** A call that a project refuses, in words of the caller's language. */
public final class ProjectRefusal extends Refusal {

    private final transient Function<String, HttpProblem> problem;

    private ProjectRefusal(Function<String, HttpProblem> problem) {
        this.problem = problem;
    }

    @Override
    protected HttpProblem in(String locale) {
        return problem.apply(locale);
    }

    public static ProjectRefusal of(Status status, String code, Function<ProblemMessages, String> detail) {
        return by(ProblemMessages.class, words -> Problem.of(status, code, detail.apply(words)));
    }

    /** 400: a field of the body is wrong. */
    public static ProjectRefusal field(String field, Function<ProblemMessages, String> message) {
        return by(ProblemMessages.class,
                words -> Problem.field(Status.BAD_REQUEST, field, "body", message.apply(words)));
    }

    /** 400: a parameter of the query is wrong. */
    public static ProjectRefusal parameter(String name, Function<ProblemMessages, String> message) {
        return by(ProblemMessages.class,
                words -> Problem.field(Status.BAD_REQUEST, name, "query", message.apply(words)));
    }

    /** Any problem, with the words of a bundle. */
    public static <W> ProjectRefusal by(Class<W> bundle, Function<W, HttpProblem> problem) {
        return in(locale -> problem.apply(Texts.of(bundle, locale)));
    }

    /** Any problem, in the language of that tag. */
    public static ProjectRefusal in(Function<String, HttpProblem> problem) {
        return new ProjectRefusal(problem);
    }
}
