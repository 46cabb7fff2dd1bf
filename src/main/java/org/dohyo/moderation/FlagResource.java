package org.dohyo.moderation;

import java.time.Clock;

import jakarta.transaction.Transactional;
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

import org.dohyo.battle.Battle;
import org.dohyo.battle.Side;
import org.dohyo.battle.play.Battles;
import org.dohyo.support.Problem;
import org.dohyo.voter.Voter;
import org.dohyo.voter.Voters;

import io.smallrye.common.annotation.Blocking;

/** A voter's hint to the admin that something is wrong with an answer. It changes neither the battle nor the vote. */
@Path("/api/battles/{id}/flag")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class FlagResource {

    private static final int MOST_CHARACTERS = 1_000;

    private final Battles battles;
    private final Flag.Repository flags;
    private final FlaggedConversation.Repository conversations;
    private final Voters voters;
    private final Clock clock;

    FlagResource(Battles battles, Flag.Repository flags, FlaggedConversation.Repository conversations, Voters voters,
            Clock clock) {
        this.battles = battles;
        this.flags = flags;
        this.conversations = conversations;
        this.voters = voters;
        this.clock = clock;
    }

    public record Hint(Side side, String reason) {
    }

    /** 204; a second flag of the same side replaces the first. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    public Response flag(@PathParam("id") String id, Hint hint, @Context HttpHeaders headers) {
        Voter voter = voters.known(headers).orElseThrow(Battles::unknown);
        voter.requireAdmitted();
        Battle battle = battles.locked(voter.id, Battles.id(id));
        check(hint);
        Flag known = flags.findById(new Flag.Key(battle.id, hint.side()));
        Flag flag = known == null ? new Flag() : known;
        flag.battleId = battle.id;
        flag.side = hint.side();
        flag.turn = battle.turn;
        flag.reason = hint.reason().strip();
        flag.flaggedAt = clock.instant();
        flags.persist(flag);
        conversations.open(battle.id, flag.flaggedAt);
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
