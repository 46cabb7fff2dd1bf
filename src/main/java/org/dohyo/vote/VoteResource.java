package org.dohyo.vote;

import org.dohyo.battle.Reason;
import org.dohyo.battle.Reveal;
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
import org.dohyo.support.Problem;
import org.dohyo.voter.Voter;
import org.dohyo.voter.Voters;
import org.dohyo.web.Unknown;

import io.smallrye.common.annotation.Blocking;

/** The voter's vote on a battle. */
@Path("/api/battles/{id}/vote")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
public class VoteResource {

    private static final int COMMENT_CHARACTERS = 5_000;

    private final Votes votes;
    private final Voters voters;

    VoteResource(Votes votes, Voters voters) {
        this.votes = votes;
        this.voters = voters;
    }

    /** Reasons or a comment added after the vote. */
    public record Amendment(List<Reason> reasonsA, List<Reason> reasonsB, String comment) {
    }

    /** 201 with the reveal; the same vote again 200 with the same; a different one 409. */
    @POST
    public Response cast(@PathParam("id") @Unknown(code = Battles.UNKNOWN, detail = Battles.UNKNOWN_DETAIL) UUID id,
            Votes.Ballot ballot, @Context HttpHeaders headers) {
        Voter voter = voter(headers);
        if (ballot == null || ballot.outcome() == null) {
            throw Problem.field(Status.BAD_REQUEST, "outcome", "body", "must be A, B, TIE or BOTH_BAD");
        }
        checkComment(ballot.comment());
        Votes.Cast cast = votes.cast(voter, id, ballot);
        return cast.fresh() ? Response.created(URI.create("/api/battles/" + id)).entity(cast.reveal()).build()
                : Response.ok(cast.reveal()).build();
    }

    @PATCH
    public Reveal amend(@PathParam("id") @Unknown(code = Battles.UNKNOWN, detail = Battles.UNKNOWN_DETAIL) UUID id,
            Amendment amendment, @Context HttpHeaders headers) {
        Voter voter = voter(headers);
        if (amendment == null) {
            throw Problem.field(Status.BAD_REQUEST, "comment", "body", "or reasons must be given");
        }
        checkComment(amendment.comment());
        return votes.amend(voter, id, amendment.reasonsA(), amendment.reasonsB(), amendment.comment());
    }

    @DELETE
    @Consumes(MediaType.WILDCARD)
    public Response withdraw(@PathParam("id") @Unknown(code = Battles.UNKNOWN, detail = Battles.UNKNOWN_DETAIL) UUID id,
            @Context HttpHeaders headers) {
        votes.withdraw(voter(headers), id);
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
