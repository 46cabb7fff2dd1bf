package org.dohyo.leaderboard.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.dohyo.account.Role;
import org.dohyo.account.SignedIn;
import org.dohyo.leaderboard.job.Recount;

/** Lets an admin recompute the boards. */
@Path("/api/admin/leaderboard")
@RolesAllowed(Role.Name.ADMIN)
@Consumes(MediaType.WILDCARD)
public class LeaderboardAdminResource {

    private final Recount recount;
    private final SignedIn signedIn;

    LeaderboardAdminResource(Recount recount, SignedIn signedIn) {
        this.recount = recount;
        this.signedIn = signedIn;
    }

    /** Recomputes everything from the log in the background: 202 at once, the boards follow when it is done. */
    @POST
    @Path("refresh")
    public Response refresh() {
        recount.request(signedIn.name());
        return Response.accepted().build();
    }
}
