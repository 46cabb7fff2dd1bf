package org.dohyo.web;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** A refusal for people: its sentence is in the caller's language. */
public abstract class Refusal extends RuntimeException {

    protected Refusal() {
        super(null, null, false, false);
    }

    /** @param locale the language tag, {@code en} or {@code ja} */
    protected abstract HttpProblem in(String locale);
}
