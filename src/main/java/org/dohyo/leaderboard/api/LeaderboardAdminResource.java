package org.dohyo.leaderboard.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

import org.dohyo.account.Role;
import org.dohyo.leaderboard.job.Recount;

/** Lets an admin recompute the boards. */
@Path("/api/admin/leaderboard")
@RolesAllowed(Role.Name.ADMIN)
@Consumes(MediaType.WILDCARD)
public class LeaderboardAdminResource {

    private final Recount recount;

    LeaderboardAdminResource(Recount recount) {
        this.recount = recount;
    }

    /** Recomputes everything from the log in the background: 202 at once, the boards follow when it is done. */
    @POST
    @Path("refresh")
    public Response refresh(@Context SecurityContext caller) {
        recount.request(caller.getUserPrincipal().getName());
        return Response.accepted().build();
    }
}
