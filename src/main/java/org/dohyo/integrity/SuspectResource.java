package org.dohyo.integrity;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.dohyo.account.Role;
import org.dohyo.account.SignedIn;
import org.dohyo.web.Paging;
import org.eclipse.microprofile.openapi.annotations.Operation;

import io.smallrye.common.annotation.Blocking;

/** Suspicious votes: list, clear, exclude. */
@Path("/api/admin/integrity")
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
public class SuspectResource {

    private static final int MOST = 500;
    private static final int MOST_REASON = 1000;

    private final Suspects suspects;
    private final Judgements judgements;
    private final Holds holds;
    private final SignedIn signedIn;

    SuspectResource(Suspects suspects, Judgements judgements, Holds holds, SignedIn signedIn) {
        this.suspects = suspects;
        this.judgements = judgements;
        this.holds = holds;
        this.signedIn = signedIn;
    }

    /** @param reason stays at the desk */
    public record Why(@NotBlank @Size(max = MOST_REASON) String reason) {
    }

    /** The newest first. */
    public record Page(List<Suspects.Item> suspects) {
    }

    @GET
    @RolesAllowed(Role.Name.READER)
    @Operation(
            summary = "Votes with something in common that are, or were, suspicious, with all judgements; newest first")
    public Page list(@QueryParam("limit") @DefaultValue("100") int limit) {
        return new Page(suspects.newest(Paging.limit(limit, MOST)));
    }

    @POST
    @Path("{id}/clear")
    @RolesAllowed(Role.Name.MODERATOR)
    @Operation(summary = "Lets these votes count, whatever the detectors say of them from now on")
    public void clear(UUID id, @NotNull @Valid Why why) {
        decide(id, Standing.CLEARED, why);
    }

    @POST
    @Path("{id}/exclude")
    @RolesAllowed(Role.Name.MODERATOR)
    @Operation(summary = "Excludes these votes, and those that follow")
    public void exclude(UUID id, @NotNull @Valid Why why) {
        decide(id, Standing.EXCLUDED, why);
    }

    private void decide(UUID id, Standing to, Why why) {
        judgements.decide(id, to, why.reason.strip(), signedIn.name());
        holds.settle();
    }
}
