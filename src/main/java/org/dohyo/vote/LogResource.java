package org.dohyo.vote;

import java.util.List;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.dohyo.web.ParameterPlace;
import org.dohyo.web.RequestMessages;

import io.smallrye.common.annotation.Blocking;

/** The vote log, public, so that anyone can recompute a board from it. */
@Path("/api/log/entries")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class LogResource {

    private static final int MOST = 1_000;

    private final LogHead.Repository head;
    private final LogReader log;

    LogResource(LogHead.Repository head, LogReader log) {
        this.head = head;
        this.log = log;
    }

    /** @param size the number of all entries */
    public record Entries(long size, List<LogReader.Published> entries) {
    }

    /** Entries from a position on (the first is 0), at most 1,000 per call. */
    @GET
    public Entries entries(@QueryParam("from") @DefaultValue("0") long from,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        ParameterPlace.QUERY.check("from", from >= 0, RequestMessages::notNegative);
        ParameterPlace.QUERY.check("limit", limit >= 1 && limit <= MOST, words -> words.between(1, MOST));
        // The size first: every entry below it is already there.
        long size = head.size();
        return new Entries(size, log.published(from, size, limit));
    }
}
