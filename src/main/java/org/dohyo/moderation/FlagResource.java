package org.dohyo.moderation;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.dohyo.battle.Side;
import org.dohyo.battle.play.Battles;
import org.dohyo.voter.Voter;
import org.dohyo.voter.Voters;

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

    public record Hint(@NotNull Side side, @NotBlank @Size(max = MOST_CHARACTERS) String reason) {
    }

    /** 204; a second flag of the same side replaces the first. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response flag(@PathParam("id") UUID id, @NotNull @Valid Hint hint, @Context HttpHeaders headers) {
        Voter voter = voters.known(headers).orElseThrow(Battles::unknown);
        voter.requireAdmitted();
        flags.flag(voter, id, hint.side(), hint.reason().strip());
        return Response.noContent().build();
    }
}
