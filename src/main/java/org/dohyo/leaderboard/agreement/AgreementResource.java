package org.dohyo.leaderboard.agreement;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.support.Problem;
import org.dohyo.web.QueryParameter;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

import io.smallrye.common.annotation.Blocking;

/** How far judges agree with people. */
@Path("/api/leaderboard/agreement")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class AgreementResource {

    private final Agreements agreements;

    AgreementResource(Agreements agreements) {
        this.agreements = agreements;
    }

    /** The agreement of the board {@code judge} or {@code inferred} with people's votes. */
    @GET
    @APIResponse(responseCode = "200", description = "As it was last computed",
            content = @Content(schema = @Schema(implementation = Agreement.class)))
    public Response agreement(@QueryParam("category") String category, @Context Request request) {
        QueryParameter.check("category", category != null && Agreements.CATEGORIES.contains(category),
                "must be one of: " + String.join(", ", Agreements.CATEGORIES));
        Agreement agreement = agreements.of(category).orElseThrow(() -> Problem.of(Status.NOT_FOUND, "no-agreement",
                "No agreement has been computed for this board."));
        EntityTag tag = new EntityTag(category + "-" + agreement.computedAt().toEpochMilli());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return (unchanged == null ? Response.ok(agreement).tag(tag) : unchanged).build();
    }
}
