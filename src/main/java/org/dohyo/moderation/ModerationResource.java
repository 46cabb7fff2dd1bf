package org.dohyo.moderation;

import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.dohyo.account.Role;
import org.dohyo.account.SignedIn;
import org.dohyo.web.Fields;
import org.dohyo.web.Languages;
import org.eclipse.microprofile.openapi.annotations.Operation;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;

/** The settings of the moderation of prompts, and a test call to its endpoint. */
@Path("/api/admin/moderation")
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
public class ModerationResource {

    private static final Map<String, Object> HARMLESS = Map.of("text", ModerationAdmin.HARMLESS);

    private final ModerationAdmin moderation;
    private final Languages languages;
    private final SignedIn signedIn;

    ModerationResource(ModerationAdmin moderation, Languages languages, SignedIn signedIn) {
        this.moderation = moderation;
        this.languages = languages;
        this.signedIn = signedIn;
    }

    @GET
    @RolesAllowed(Role.Name.READER)
    @Operation(summary = "The settings of moderation; the key is never returned")
    public Moderation.View settings() {
        return moderation.view();
    }

    @PATCH
    @RolesAllowed(Role.Name.ADMIN)
    @Operation(summary = "Changes the members given: enabled, baseUrl, model, apiKey (null removes it), "
            + "whenFlagged (refuse or mark), whenDown (pass or refuse), timeoutMillis (100 to 30000). 422 no-verdict if "
            + "the endpoint gives no verdict on a harmless sentence; untested=true saves without asking it")
    public Moderation.View change(Map<String, Object> changes, @Context HttpHeaders headers) {
        return moderation.change(changes, signedIn.name(), languages.of(headers));
    }

    @POST
    @Path("test")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Role.Name.ADMIN)
    @Operation(
            summary = "Asks the endpoint about {\"text\"}, or without a body about a harmless sentence; stores nothing")
    public Uni<ModerationAdmin.Trial> test(Map<String, Object> request, @Context HttpHeaders headers) {
        Fields fields = new Fields(request == null ? HARMLESS : request, HARMLESS.keySet());
        return moderation.test(fields.required("text"), languages.of(headers));
    }
}
