package org.dohyo.me;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;

import org.dohyo.battle.play.Battles;
import org.dohyo.voter.Voter;
import org.dohyo.voter.Voters;
import org.dohyo.web.Paging;
import org.dohyo.web.ParameterPlace;
import org.dohyo.web.Refusal;

import io.smallrye.common.annotation.Blocking;

/** A voter's own data. A caller without a voter cookie gets empty data, not an error. */
@Path("/api/me")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class MeResource {

    private static final int MOST = 100;
    private static final int MOST_WORDS = 200;

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

    /** @param since null without a cookie */
    public record Me(Instant since, Integer termsVersion, OwnBattles.Summary summary) {
    }

    public record Page(List<OwnBattles.OwnBattle> battles) {
    }

    @GET
    public Response me(@Context HttpHeaders headers) {
        return own(voters.known(headers)
                .map(voter -> new Me(voter.createdAt, voter.termsVersion, battles.summary(voter.id)))
                .orElse(new Me(null, null, OwnBattles.Summary.NONE)));
    }

    /**
     * The newest battles that began before then.
     *
     * @param words at most 200 characters that a prompt must contain, in any case
     */
    @GET
    @Path("/battles")
    public Response battles(@QueryParam("before") String before, @QueryParam("q") @DefaultValue("") String words,
            @QueryParam("limit") @DefaultValue("50") int limit, @Context HttpHeaders headers) {
        Instant end = Paging.before(before);
        int most = Paging.limit(limit, MOST);
        String wanted = words(words);
        return own(new Page(
                voters.known(headers).map(voter -> battles.before(voter.id, end, wanted, most)).orElse(List.of())));
    }

    /** @throws Refusal 400 if they are too long to search by */
    static String words(String words) {
        ParameterPlace.QUERY.check("q", words.length() <= MOST_WORDS, rules -> rules.longest(MOST_WORDS));
        return words.strip();
    }

    /** Deletes one battle's texts for good; its anonymous entry in the log stays. */
    @DELETE
    @Path("/battles/{id}")
    public Response remove(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        battles.remove(voters.known(headers).orElseThrow(Battles::unknown).id, id);
        return Response.noContent().build();
    }

    /** @param allowed false to keep the battle out of public data; a release that has it is withdrawn */
    public record Publication(@NotNull Boolean allowed) {
    }

    /** Keeps one battle out of public data, or allows it there again where the terms do. */
    @PUT
    @Path("/battles/{id}/publication")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response publication(
            @PathParam("id") UUID id,
            @NotNull @Valid Publication publication, @Context HttpHeaders headers) {
        battles.withhold(voters.known(headers).orElseThrow(Battles::unknown).id, id, !publication.allowed);
        return Response.noContent().build();
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
                .orElseThrow(
                        () -> Refusal.of(MeMessages.class, Status.NOT_FOUND, "nothing-kept", MeMessages::nothingKept));
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

    private static Response own(Object body) {
        return Response.ok(body).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }
}
