package org.dohyo.voter;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.smallrye.common.annotation.Blocking;

/** A voter's agreement to the terms. */
@Path("/api/me/terms")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class ConsentResource {

    private final Consents consents;
    private final Voters voters;

    ConsentResource(Consents consents, Voters voters) {
        this.consents = consents;
        this.voters = voters;
    }

    public record Agreed(@NotNull Integer version) {
    }

    /** Records that the voter agreed to the terms on a page; registers the voter if the request names none. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response agree(@NotNull @Valid Agreed agreed, @Context HttpHeaders headers, @Context UriInfo uri) {
        Voters.Recognised recognised = voters.knownOrFresh(headers, uri);
        consents.onPage(recognised.voter(), agreed.version());
        Response.ResponseBuilder done = Response.noContent();
        return recognised.cookie() == null ? done.build() : done.cookie(recognised.cookie()).build();
    }
}
