package org.dohyo.vote;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.SecurityContext;

import org.dohyo.account.Role;
import org.dohyo.support.Problem;

/** The desk's interface to votes: look, exclude, restore. */
@Path("/api/admin/votes")
@Consumes(MediaType.APPLICATION_JSON)
public class JudgementResource {

    private static final int MOST = 500;
    private static final int MOST_REASON = 1000;

    private final Judgements judgements;

    JudgementResource(Judgements judgements) {
        this.judgements = judgements;
    }

    public record Page(List<Judgements.Judged> votes) {
    }

    public record Why(String reason) {
    }

    /** Newest first; {@code before} (a time) turns the page. */
    @GET
    @RolesAllowed(Role.Name.READER)
    public Page votes(@QueryParam("before") String before, @QueryParam("limit") @DefaultValue("100") int limit,
            @QueryParam("excluded") @DefaultValue("false") boolean excluded) {
        if (limit < 1 || limit > MOST) {
            throw Problem.field(Status.BAD_REQUEST, "limit", "query", "must be between 1 and " + MOST);
        }
        return new Page(judgements.newest(time(before), limit, excluded));
    }

    /** @throws RuntimeException 400 if that is no time; without one the far future */
    static Instant time(String before) {
        try {
            return before == null ? Instant.parse("9999-01-01T00:00:00Z") : OffsetDateTime.parse(before).toInstant();
        } catch (DateTimeException e) {
            throw Problem.field(Status.BAD_REQUEST, "before", "query", "must be a time, such as 2027-01-31T09:00:00Z");
        }
    }

    public record Conversation(List<Judgements.Said> turns) {
    }

    /** What was asked and answered: people wrote that, so it is for those who have to judge it. */
    @GET
    @Path("{id}")
    @RolesAllowed(Role.Name.MODERATOR)
    public Conversation conversation(String id) {
        return new Conversation(judgements.conversation(id(id)));
    }

    @POST
    @Path("{id}/exclude")
    @RolesAllowed(Role.Name.MODERATOR)
    public void exclude(String id, Why why, @Context SecurityContext caller) {
        judgements.exclude(id(id), reason(why), caller.getUserPrincipal().getName());
    }

    @POST
    @Path("{id}/restore")
    @RolesAllowed(Role.Name.MODERATOR)
    public void restore(String id, Why why, @Context SecurityContext caller) {
        judgements.restore(id(id), reason(why), caller.getUserPrincipal().getName());
    }

    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Problem.of(Status.NOT_FOUND, "no-such-vote", "There is no such vote.");
        }
    }

    /** It goes into the public log, so it has to be given. */
    private static String reason(Why why) {
        String reason = why == null || why.reason == null ? "" : why.reason.replace("\0", "").strip();
        if (reason.isEmpty() || reason.length() > MOST_REASON) {
            throw Problem.field(Status.BAD_REQUEST, "reason", "body", "must have 1 to " + MOST_REASON + " characters");
        }
        return reason;
    }
}
