package org.dohyo.project.api;

import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.account.Role;
import org.dohyo.account.SignedIn;
import org.dohyo.project.people.Invitations;
import org.dohyo.project.queue.Plan;
import org.dohyo.project.queue.Progress;
import org.eclipse.microprofile.openapi.annotations.Operation;

import io.smallrye.common.annotation.Blocking;

/** The plan of a project, its progress, and the links by which annotators come. */
@Path("/api/admin/projects/{slug}")
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Name.READER)
@Blocking
public class QueueResource {

    private static final int MOST_PAIRS = 100_000;

    private final Plan plan;
    private final Progress progress;
    private final Invitations invitations;
    private final SignedIn signedIn;

    QueueResource(Plan plan, Progress progress, Invitations invitations, SignedIn signedIn) {
        this.plan = plan;
        this.progress = progress;
        this.invitations = invitations;
        this.signedIn = signedIn;
    }

    public record Extent(@Min(1) @Max(MOST_PAIRS) Integer pairsPerPrompt) {
    }

    public record AllInvitations(List<Invitations.View> invitations) {
    }

    @POST
    @Path("plan")
    @Operation(summary = "Plans what is compared: all pairs of models at each prompt, or pairsPerPrompt of them, in "
            + "balanced blocks; again, it adds what was answered since. Answers that name their own model are left out")
    public Plan.Report plan(String slug, @Valid Extent extent) {
        return plan.extend(slug, extent == null ? null : extent.pairsPerPrompt, signedIn.name());
    }

    @GET
    @Path("progress")
    @Operation(summary = "How many items there are, and how many judgements they want and have")
    public Progress.Figures progress(String slug) {
        return progress.of(slug);
    }

    @GET
    @Path("invitations")
    @Operation(summary = "The links by which annotators come, without their secret part")
    public AllInvitations invitations(String slug) {
        return new AllInvitations(invitations.of(slug));
    }

    @POST
    @Path("invitations")
    @Operation(summary = "Makes a link for annotators: label, places (how many people), and optionally quota (the most "
            + "judgements of each). Its path is shown this once")
    public Response invite(String slug, Map<String, Object> settings) {
        return Response.status(Status.CREATED).entity(invitations.create(slug, settings, signedIn.name())).build();
    }

    @DELETE
    @Path("invitations/{number}")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Revokes a link; who has come by it stays")
    public void revoke(String slug, long number) {
        invitations.revoke(slug, number, signedIn.name());
    }
}
