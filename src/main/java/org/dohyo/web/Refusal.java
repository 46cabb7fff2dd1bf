package org.dohyo.web;

import java.util.function.Function;

import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response.StatusType;

import org.dohyo.support.Problem;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** A refusal for people: its sentence is in the caller's language. */
public abstract class Refusal extends RuntimeException {

    protected Refusal() {
        super(null, null, false, false);
    }

    /** @param locale the language tag, {@code en} or {@code ja} */
    protected abstract HttpProblem in(String locale);

    /** A problem in the words of that message bundle. */
    public static <W> Refusal by(Class<W> bundle, Function<W, HttpProblem> problem) {
        return in(locale -> problem.apply(Texts.of(bundle, locale)));
    }

    /** The call can't be served: {@link Problem#of}, in the words of that message bundle. */
    public static <W> Refusal of(Class<W> bundle, StatusType status, String code, Function<W, String> detail) {
        return by(bundle, words -> Problem.of(status, code, detail.apply(words)));
    }

    /** 400: a field of the body breaks a rule that many fields share. */
    public static Refusal field(String field, Function<RequestMessages, String> rule) {
        return field(RequestMessages.class, field, rule);
    }

    /** 400: a field of the body breaks a rule, which continues the field's name. */
    public static <W> Refusal field(Class<W> bundle, String field, Function<W, String> rule) {
        return by(bundle, words -> Problem.field(Status.BAD_REQUEST, field, "body", rule.apply(words)));
    }

    /** 400: a parameter of the query breaks a rule that many parameters share. */
    public static Refusal parameter(String name, Function<RequestMessages, String> rule) {
        return parameter(RequestMessages.class, name, rule);
    }

    /** 400: a parameter of the query breaks a rule, which continues the parameter's name. */
    public static <W> Refusal parameter(Class<W> bundle, String name, Function<W, String> rule) {
        return by(bundle, words -> Problem.field(Status.BAD_REQUEST, name, "query", rule.apply(words)));
    }

    /** A problem in the language of a tag. */
    public static Refusal in(Function<String, HttpProblem> problem) {
        return new Worded(problem);
    }

    private static final class Worded extends Refusal {

        private final transient Function<String, HttpProblem> problem;

        Worded(Function<String, HttpProblem> problem) {
            this.problem = problem;
        }

        @Override
        protected HttpProblem in(String locale) {
            return problem.apply(locale);
        }
    }
}
