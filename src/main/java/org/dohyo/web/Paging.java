package org.dohyo.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** The query parameters {@code before} and {@code limit} of lists that are paged back in time, newest first. */
public final class Paging {

    /** Later than every stored time; the first page begins here. */
    public static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

    private Paging() {
    }

    /**
     * The exclusive upper bound of the page's times; {@link #END} without the parameter.
     *
     * @throws Refusal 400 unless it is a time from 1970 to 9999
     */
    public static Instant before(String before) {
        try {
            Instant time = before == null ? END : OffsetDateTime.parse(before).toInstant();
            if (time.isAfter(Instant.EPOCH) && !time.isAfter(END)) {
                return time;
            }
        } catch (DateTimeException e) {
            // refused below
        }
        throw Refusal.parameter("before", RequestMessages::time);
    }

    /** @throws Refusal 400 unless it is 1 to {@code most} */
    public static int limit(int limit, int most) {
        ParameterPlace.QUERY.check("limit", limit >= 1 && limit <= most, words -> words.between(1, most));
        return limit;
    }
}
