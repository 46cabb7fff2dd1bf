package org.dohyo.vote;

import java.net.URI;
import java.util.List;
import java.util.UUID;

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
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.battle.play.Battles;
import org.dohyo.battle.stream.Streams;
import org.dohyo.support.Problem;
import org.dohyo.voter.Voter;
import org.dohyo.voter.Voters;

import io.smallrye.common.annotation.Blocking;

/** The voter's judgement of a battle. */
@Path("/api/battles/{id}/vote")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
public class VoteResource {

    private static final int COMMENT_CHARACTERS = 5_000;

    private final Votes votes;
    private final Voters voters;
    private final Streams streams;

    VoteResource(Votes votes, Voters voters, Streams streams) {
        this.votes = votes;
        this.voters = voters;
        this.streams = streams;
    }

    /** Reasons or a comment that come after the vote. */
    public record Amendment(List<Reason> reasonsA, List<Reason> reasonsB, String comment) {
    }

    /** 201 with the reveal; the same vote again 200 with the same; a different one 409. */
    @POST
    public Response cast(@PathParam("id") String id, Votes.Ballot ballot, @Context HttpHeaders headers) {
        Voter voter = voter(headers);
        UUID battle = Battles.id(id);
        if (ballot == null || ballot.outcome() == null) {
            throw Problem.field(Status.BAD_REQUEST, "outcome", "body", "must be A, B, TIE or BOTH_BAD");
        }
        checkComment(ballot.comment());
        Votes.Cast cast = votes.cast(voter, battle, ballot);
        streams.forget(battle);
        return cast.fresh() ? Response.created(URI.create("/api/battles/" + battle)).entity(cast.reveal()).build()
                : Response.ok(cast.reveal()).build();
    }

    @PATCH
    public Reveal amend(@PathParam("id") String id, Amendment amendment, @Context HttpHeaders headers) {
        Voter voter = voter(headers);
        UUID battle = Battles.id(id);
        if (amendment == null) {
            throw Problem.field(Status.BAD_REQUEST, "comment", "body", "or reasons must be given");
        }
        checkComment(amendment.comment());
        return votes.amend(voter, battle, amendment.reasonsA(), amendment.reasonsB(), amendment.comment());
    }

    @DELETE
    @Consumes(MediaType.WILDCARD)
    public Response withdraw(@PathParam("id") String id, @Context HttpHeaders headers) {
        UUID battle = Battles.id(id);
        votes.withdraw(voter(headers), battle);
        streams.forget(battle);
        return Response.noContent().build();
    }

    private Voter voter(HttpHeaders headers) {
        return voters.known(headers).orElseThrow(Battles::unknown);
    }

    private static void checkComment(String comment) {
        if (comment != null && comment.length() > COMMENT_CHARACTERS || comment != null && comment.indexOf('\0') >= 0) {
            throw Problem.field(Status.BAD_REQUEST, "comment", "body",
                    "must have at most " + COMMENT_CHARACTERS + " characters and no U+0000");
        }
    }
}
