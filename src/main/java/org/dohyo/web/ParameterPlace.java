package org.dohyo.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import jakarta.ws.rs.core.Response.Status;

import org.dohyo.support.Problem;

/** Where a call has its parameters; one that is wrong gets 400, and the response names it and the place. */
public enum ParameterPlace {

    QUERY,
    BODY;

    /**
     * @param rule continues the parameter's name, such as {@code must be a number}
     * @throws Refusal 400 naming the parameter, unless {@code valid}
     */
    public void check(String name, boolean valid, Function<RequestMessages, String> rule) {
        check(RequestMessages.class, name, valid, rule);
    }

    /** As {@link #check(String, boolean, Function)}, for a rule that few parameters share. */
    public <W> void check(Class<W> bundle, String name, boolean valid, Function<W, String> rule) {
        if (!valid) {
            throw Refusal.by(bundle, words -> Problem.field(Status.BAD_REQUEST, name, name().toLowerCase(Locale.ROOT),
                    rule.apply(words)));
        }
    }

    /** As {@link #check(String, boolean, Function)}, for a parameter that must be one of these values. */
    public void check(String name, boolean valid, List<String> values) {
        check(name, valid, words -> Texts.oneOf(words, values));
    }

    /**
     * A parameter that is true or false; absent or empty it is false.
     *
     * @throws Refusal 400 naming the parameter, if it is anything else
     */
    public boolean flag(String name, String value) {
        boolean set = "true".equals(value);
        check(name, set || value == null || value.isEmpty() || value.equals("false"), RequestMessages::flag);
        return set;
    }

    /**
     * The beginning of a range of time: a time, or a day in UTC from its beginning on; null if absent or empty.
     *
     * @throws Refusal 400 naming the parameter, if it is anything else
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
                RequestMessages::dayOrTime);
        return bound;
    }
}
