package org.dohyo.vote;

import java.net.URI;
import java.util.UUID;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.dohyo.battle.play.Battles;
import org.dohyo.voter.Voters;

import io.smallrye.common.annotation.Blocking;

/** The voter's link to a judged battle. */
@Path("/api/battles/{id}/share")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class ShareResource {

    private final Shares shares;
    private final Voters voters;

    ShareResource(Shares shares, Voters voters) {
        this.shares = shares;
        this.voters = voters;
    }

    /** @param url below the arena's own address */
    public record Shared(String token, String url) {
    }

    /** 201 with the link, or 200 if there is one already; 409 before the vote. */
    @POST
    public Response share(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        Shares.Link link = shares.share(voter(headers), id);
        Response.ResponseBuilder response = link.fresh() ? Response.created(URI.create(link.path())) : Response.ok();
        return response.entity(new Shared(link.token(), link.path())).build();
    }

    @DELETE
    public Response revoke(@PathParam("id") UUID id, @Context HttpHeaders headers) {
        shares.revoke(voter(headers), id);
        return Response.noContent().build();
    }

    private long voter(HttpHeaders headers) {
        return voters.known(headers).orElseThrow(Battles::unknown).id;
    }
}
