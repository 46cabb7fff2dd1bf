package org.dohyo.web;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** A refusal that a person reads: its sentence is written in the language of whoever made the call. */
public abstract class Refusal extends RuntimeException {

    protected Refusal() {
        super(null, null, false, false);
    }

    /** @param locale the language tag, {@code en} or {@code ja} */
    protected abstract HttpProblem in(String locale);
}
