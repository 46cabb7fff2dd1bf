package org.dohyo.leaderboard.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

import org.dohyo.account.Audit;
import org.dohyo.account.Role;
import org.dohyo.leaderboard.job.Recount;
import org.jboss.logging.Logger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.core.Vertx;

/** What an admin can do to the boards. */
@Path("/api/admin/leaderboard")
@RolesAllowed(Role.Name.ADMIN)
@Consumes(MediaType.WILDCARD)
public class LeaderboardAdminResource {

    private static final Logger LOG = Logger.getLogger(LeaderboardAdminResource.class);

    private final Recount recount;
    private final Audit audit;
    private final Vertx vertx;

    LeaderboardAdminResource(Recount recount, Audit audit, Vertx vertx) {
        this.recount = recount;
        this.audit = audit;
        this.vertx = vertx;
    }

    /** Recomputes everything from the log in the background: 202 at once, the boards follow when it is done. */
    @POST
    @Path("refresh")
    public Response refresh(@Context SecurityContext caller) {
        QuarkusTransaction.requiringNew().run(
                () -> audit.record(caller.getUserPrincipal().getName(), "refresh-leaderboard", "leaderboard", null, null));
        vertx.executeBlocking(recount::run, false).onComplete(done -> {
            if (done.failed()) {
                LOG.error("The counts could not be made anew from the log; they stay as they were", done.cause());
            } else {
                LOG.infof("The counts were made anew from the log; %d differed", done.result());
            }
        });
        return Response.accepted().build();
    }
}
