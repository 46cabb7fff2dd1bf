package org.dohyo.web;

import io.quarkiverse.resteasy.problem.HttpProblem;

/** What a refusal answers, within a running application. */
public final class Refused {

    private Refused() {
    }

    /** The problem in English. */
    public static HttpProblem problem(Refusal refusal) {
        return refusal.in("en");
    }
}
