package org.dohyo.vote;

import java.util.List;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.support.Problem;

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
        if (from < 0) {
            throw Problem.field(Status.BAD_REQUEST, "from", "query", "must not be negative");
        }
        if (limit < 1 || limit > MOST) {
            throw Problem.field(Status.BAD_REQUEST, "limit", "query", "must be 1 to " + MOST);
        }
        // The size first: every entry below it is already there.
        long size = head.size();
        return new Entries(size, log.published(from, size, limit));
    }
}
