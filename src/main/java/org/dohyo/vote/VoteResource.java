package org.dohyo.vote;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.dohyo.battle.Reason;
import org.dohyo.battle.Reveal;
import org.dohyo.battle.play.Battles;
import org.dohyo.flood.Caller;
import org.dohyo.voter.Voter;
import org.dohyo.voter.Voters;

import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;

/** The voter's vote on a battle. */
@Path("/api/battles/{id}/vote")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
public class VoteResource {

    private final Votes votes;
    private final Voters voters;

    VoteResource(Votes votes, Voters voters) {
        this.votes = votes;
        this.voters = voters;
    }

    /** Reasons or a comment added after the vote. */
    public record Amendment(List<Reason> reasonsA, List<Reason> reasonsB,
            @Size(max = Votes.COMMENT_CHARACTERS) String comment) {
    }

    /** 201 with the reveal; the same vote again 200 with the same; a different one 409. 428 as at a battle's start. */
    @POST
    public Response cast(@PathParam("id") UUID id,
            @NotNull @Valid Votes.Ballot ballot, @Context HttpHeaders headers, HttpServerRequest request) {
        Voter voter = voter(headers);
        Votes.Cast cast = votes.cast(voter, Caller.of(request), id, ballot);
        return cast.fresh() ? Response.created(URI.create("/api/battles/" + id)).entity(cast.reveal()).build()
                : Response.ok(cast.reveal()).build();
    }

    @PATCH
    public Reveal amend(@PathParam("id") UUID id, @NotNull @Valid Amendment amendment, @Context HttpHeaders headers) {
        Voter voter = voter(headers);
        return votes.amend(voter, id, amendment.reasonsA(), amendment.reasonsB(), amendment.comment());
    }

    @DELETE
    @Consumes(MediaType.WILDCARD)
    public Response withdraw(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        votes.withdraw(voter(headers), id);
        return Response.noContent().build();
    }

    private Voter voter(HttpHeaders headers) {
        return voters.known(headers).orElseThrow(Battles::unknown);
    }
}
