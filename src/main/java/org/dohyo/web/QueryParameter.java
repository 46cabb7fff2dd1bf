package org.dohyo.web;

import java.time.Instant;

/** Checks parameters of the query string. */
public final class QueryParameter {

    private QueryParameter() {
    }

    /** As {@link ParameterPlace#check}. */
    public static void check(String name, boolean valid, String message) {
        ParameterPlace.QUERY.check(name, valid, message);
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

    /** As {@link ParameterPlace#begin}. */
    public static Instant begin(String name, String text) {
        return ParameterPlace.QUERY.begin(name, text);
    }

    /** As {@link ParameterPlace#end}. */
    public static Instant end(String name, String text) {
        return ParameterPlace.QUERY.end(name, text);
    }
}
