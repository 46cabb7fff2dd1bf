package org.dohyo.vote;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.dohyo.battle.Battle;
import org.dohyo.battle.BattleState;
import org.dohyo.battle.play.Battles;
import org.dohyo.voter.Voters;

import io.smallrye.common.annotation.Blocking;

/** A voter's link to a judged battle: made on request, revoked on request, never the same again after that. */
@Path("/api/battles/{id}/share")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class ShareResource {

    private static final int TOKEN_BYTES = 16;

    private final Battles battles;
    private final Share.Repository shares;
    private final Voters voters;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ShareResource(Battles battles, Share.Repository shares, Voters voters, Clock clock) {
        this.battles = battles;
        this.shares = shares;
        this.voters = voters;
        this.clock = clock;
    }

    /** @param url below the arena's own address */
    public record Shared(String token, String url) {
    }

    /** 201 with the link, or 200 where there is one already; 409 before the vote. */
    @POST
    @Transactional
    public Response share(@PathParam("id") String id, @Context HttpHeaders headers) {
        Battle battle = locked(id, headers);
        Battles.require(battle, BattleState.VOTED);
        Share known = shares.findById(battle.id);
        Share share = known == null ? fresh(battle) : known;
        Response.ResponseBuilder answer = known == null ? Response.created(URI.create(share.path())) : Response.ok();
        return answer.entity(new Shared(share.token, share.path())).build();
    }

    private Share fresh(Battle battle) {
        byte[] token = new byte[TOKEN_BYTES];
        random.nextBytes(token);
        Share share = new Share();
        share.battleId = battle.id;
        share.token = Base64.getUrlEncoder().withoutPadding().encodeToString(token);
        share.createdAt = clock.instant();
        shares.persist(share);
        return share;
    }

    @DELETE
    @Transactional
    public Response revoke(@PathParam("id") String id, @Context HttpHeaders headers) {
        shares.deleteById(locked(id, headers).id);
        return Response.noContent().build();
    }

    private Battle locked(String id, HttpHeaders headers) {
        return battles.locked(voters.known(headers).orElseThrow(Battles::unknown).id, Battles.id(id));
    }
}
