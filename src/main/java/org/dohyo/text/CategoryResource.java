package org.dohyo.text;

import java.net.URI;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.dohyo.account.Role;
import org.dohyo.account.SignedIn;
import org.eclipse.microprofile.openapi.annotations.Operation;

import io.smallrye.common.annotation.Blocking;

/** The admin's own categories. */
@Path("/api/admin/categories")
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
public class CategoryResource {

    private final CategoryRules rules;
    private final SignedIn signedIn;

    CategoryResource(CategoryRules rules, SignedIn signedIn) {
        this.rules = rules;
        this.signedIn = signedIn;
    }

    @GET
    @RolesAllowed(Role.Name.READER)
    public CategoryRules.All all() {
        return rules.all();
    }

    /** @param pattern a pattern to try that is not in force, or null */
    public record Question(String prompt, String pattern) {
    }

    @POST
    @Path("try")
    @RolesAllowed(Role.Name.ADMIN)
    @Operation(summary = "Returns the categories of a prompt and whether a pattern matches it; stores nothing")
    public CategoryRules.Decision decide(Question question) {
        return question == null ? rules.decide(null, null) : rules.decide(question.prompt(), question.pattern());
    }

    @POST
    @RolesAllowed(Role.Name.ADMIN)
    public Response create(CategoryRules.Own request) {
        CategoryRules.Own created = rules.create(request, signedIn.name());
        return Response.created(URI.create("/api/admin/categories/" + created.slug())).entity(created).build();
    }

    /** Ends the rule; its board keeps the votes that it has. */
    @DELETE
    @Path("{slug}")
    @RolesAllowed(Role.Name.ADMIN)
    @Consumes(MediaType.WILDCARD)
    public void end(String slug) {
        rules.end(slug, signedIn.name());
    }
}
