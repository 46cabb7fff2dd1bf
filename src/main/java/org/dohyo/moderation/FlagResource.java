package org.dohyo.moderation;

import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.battle.Side;
import org.dohyo.battle.play.Battles;
import org.dohyo.support.Problem;
import org.dohyo.voter.Voter;
import org.dohyo.voter.Voters;
import org.dohyo.web.Unknown;

import io.smallrye.common.annotation.Blocking;

/** A voter's flag on an answer that moderators should look at. */
@Path("/api/battles/{id}/flag")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class FlagResource {

    private static final int MOST_CHARACTERS = 1_000;

    private final Flags flags;
    private final Voters voters;

    FlagResource(Flags flags, Voters voters) {
        this.flags = flags;
        this.voters = voters;
    }

    public record Hint(Side side, String reason) {
    }

    /** 204; a second flag of the same side replaces the first. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response flag(@PathParam("id") @Unknown(code = Battles.UNKNOWN, detail = Battles.UNKNOWN_DETAIL) UUID id,
            Hint hint,
            @Context HttpHeaders headers) {
        Voter voter = voters.known(headers).orElseThrow(Battles::unknown);
        voter.requireAdmitted();
        check(hint);
        flags.flag(voter, id, hint.side(), hint.reason().strip());
        return Response.noContent().build();
    }

    private static void check(Hint hint) {
        if (hint == null || hint.side() == null) {
            throw Problem.field(Status.BAD_REQUEST, "side", "body", "must be A or B");
        }
        String reason = hint.reason();
        if (reason == null || reason.isBlank() || reason.length() > MOST_CHARACTERS || reason.indexOf('\0') >= 0) {
            throw Problem.field(Status.BAD_REQUEST, "reason", "body",
                    "must be given, with at most " + MOST_CHARACTERS + " characters and no U+0000");
        }
    }
}
