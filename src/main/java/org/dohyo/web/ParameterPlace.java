package org.dohyo.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;

import jakarta.ws.rs.core.Response.Status;

import org.dohyo.support.Problem;

/** Where a call has its parameters; one that is wrong gets 400, and the response names it and the place. */
public enum ParameterPlace {

    QUERY,
    BODY;

    /**
     * @param message continues the parameter's name, such as {@code must be json or csv}
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 naming the parameter, unless {@code valid}
     */
    public void check(String name, boolean valid, String message) {
        if (!valid) {
            throw Problem.field(Status.BAD_REQUEST, name, name().toLowerCase(Locale.ROOT), message);
        }
    }

    /**
     * The beginning of a range of time: a time, or a day in UTC from its beginning on; null if absent or empty.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 naming the parameter, if it is anything else
     */
    public Instant begin(String name, String text) {
        return bound(name, text, 0);
    }

    /** As {@link #begin}, for the end of a range; a day belongs to the range as a whole. */
    public Instant end(String name, String text) {
        return bound(name, text, 1);
    }

    private Instant bound(String name, String text, int days) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        Instant bound = null;
        try {
            bound = text.indexOf('T') < 0
                    ? LocalDate.parse(text).plusDays(days).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            // refused below
        }
        check(name, bound != null && !bound.isBefore(Instant.EPOCH) && !bound.isAfter(Paging.END),
                "must be a day or a time, such as 2027-01-31 or 2027-01-31T09:00:00Z");
        return bound;
    }
}
