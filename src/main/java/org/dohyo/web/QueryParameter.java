package org.dohyo.web;

import jakarta.ws.rs.core.Response.Status;

import org.dohyo.support.Problem;

/** Checks parameters of the query string. */
public final class QueryParameter {

    private QueryParameter() {
    }

    /**
     * @param message continues the parameter's name, such as {@code must be json or csv}
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 naming the parameter, unless {@code valid}
     */
    public static void check(String name, boolean valid, String message) {
        if (!valid) {
            throw Problem.field(Status.BAD_REQUEST, name, "query", message);
        }
    }

    /**
     * A parameter that is true or false; absent or empty it is false.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 naming the parameter, if it is anything else
     */
    public static boolean flag(String name, String value) {
        boolean set = "true".equals(value);
        check(name, set || value == null || value.isEmpty() || value.equals("false"), "must be true or false");
        return set;
    }
}
