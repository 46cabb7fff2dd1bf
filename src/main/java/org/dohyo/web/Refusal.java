package org.dohyo.web;

import java.util.function.Function;

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
