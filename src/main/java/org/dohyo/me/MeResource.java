package org.dohyo.me;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;

import org.dohyo.support.Problem;
import org.dohyo.voter.Voter;
import org.dohyo.voter.Voters;

import io.smallrye.common.annotation.Blocking;

/** What the arena keeps of the voter who asks. Whoever has no cookie has no data, which is not an error. */
@Path("/api/me")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class MeResource {

    private static final int MOST = 100;

    private final OwnBattles battles;
    private final OwnBoard board;
    private final OwnData data;
    private final Voters voters;

    MeResource(OwnBattles battles, OwnBoard board, OwnData data, Voters voters) {
        this.battles = battles;
        this.board = board;
        this.data = data;
        this.voters = voters;
    }

    /** @param since null where nothing is kept */
    public record Me(Instant since, Integer termsVersion, OwnBattles.Summary summary) {
    }

    public record Page(List<OwnBattles.OwnBattle> battles) {
    }

    @GET
    public Response me(@Context HttpHeaders headers) {
        return own(voters.known(headers).map(voter -> new Me(voter.createdAt, voter.termsVersion, battles.summary(voter.id)))
                .orElse(new Me(null, null, OwnBattles.Summary.NONE)));
    }

    /** The newest battles that began before then. */
    @GET
    @Path("/battles")
    public Response battles(@QueryParam("before") String before, @QueryParam("limit") @DefaultValue("50") int limit,
            @Context HttpHeaders headers) {
        if (limit < 1 || limit > MOST) {
            throw Problem.field(Status.BAD_REQUEST, "limit", "query", "must be 1 to " + MOST);
        }
        Instant end = before == null ? Instant.parse("9999-01-01T00:00:00Z") : instant(before);
        return own(new Page(voters.known(headers).map(voter -> battles.before(voter.id, end, limit)).orElse(List.of())));
    }

    private static Instant instant(String text) {
        try {
            Instant instant = Instant.parse(text);
            if (instant.isAfter(Instant.EPOCH) && instant.isBefore(Instant.parse("9999-12-31T00:00:00Z"))) {
                return instant;
            }
        } catch (DateTimeParseException e) {
            // refused below
        }
        throw Problem.field(Status.BAD_REQUEST, "before", "query", "must be a time such as 2026-11-01T12:00:00Z");
    }

    @GET
    @Path("/leaderboard")
    public Response leaderboard(@Context HttpHeaders headers) {
        return own(voters.known(headers).map(voter -> board.of(voter.id))
                .orElse(new OwnBoard.Board(0, OwnBoard.LEAST_VOTES, List.of())));
    }

    /** Everything, as a file. */
    @GET
    @Path("/export")
    public Response export(@Context HttpHeaders headers) {
        Voter voter = voters.known(headers)
                .orElseThrow(() -> Problem.of(Status.NOT_FOUND, "nothing-kept", "Nothing is kept of you."));
        StreamingOutput everything = out -> data.export(voter.id, out);
        return Response.ok(everything, MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"dohyo-my-data.json\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    /** Erases everything for good; the anonymous entries of the log stay. */
    @DELETE
    public Response erase(@Context HttpHeaders headers, @Context UriInfo uri) {
        voters.known(headers).ifPresent(voter -> data.erase(voter.id));
        return Response.noContent().cookie(voters.forgotten(uri)).build();
    }

    private static Response own(Object what) {
        return Response.ok(what).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
