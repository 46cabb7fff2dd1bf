package org.dohyo.project.api;

import java.net.URI;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.dohyo.account.Role;
import org.dohyo.account.SignedIn;
import org.dohyo.project.ProblemMessages;
import org.dohyo.project.ProjectRefusal;
import org.dohyo.project.people.MemberRole;
import org.dohyo.project.people.Projects;
import org.eclipse.microprofile.openapi.annotations.Operation;

import io.smallrye.common.annotation.Blocking;

/** Projects and who owns and reads them. Whoever has no part in a project gets 404. */
@Path("/api/admin/projects")
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.Name.READER)
@Blocking
public class ProjectResource {

    private final Projects projects;
    private final SignedIn signedIn;

    ProjectResource(Projects projects, SignedIn signedIn) {
        this.projects = projects;
        this.signedIn = signedIn;
    }

    public record All(List<Projects.View> projects) {
    }

    public record People(List<Projects.Person> members) {
    }

    public record Admission(@NotBlank String account, @NotBlank String role) {
    }

    @GET
    @Operation(summary = "The projects that the caller owns or reads, newest first; an admin's list has all")
    public All all() {
        return new All(projects.readable());
    }

    @POST
    @RolesAllowed(Role.Name.ADMIN)
    @Operation(
            summary = "Creates a project: slug, name, and optionally instructions (Markdown), votesPerItem (1 to 100), "
                    + "reserveMinutes, goldPercent, repeatPercent, highlights (true if annotators may mark passages), "
                    + "deadline, and criteria, a list of {slug, name, scale: choice or five-point, required}")
    public Response create(Map<String, Object> settings) {
        Projects.View created = projects.create(settings, signedIn.name());
        return Response.created(URI.create("/api/admin/projects/" + created.slug())).entity(created).build();
    }

    @GET
    @Path("{slug}")
    @Operation(summary = "One project with its criteria")
    public Projects.View one(String slug) {
        return projects.one(slug);
    }

    @PATCH
    @Path("{slug}")
    @Operation(summary = "Changes the members given: name, instructions, votesPerItem, reserveMinutes, goldPercent "
            + "and repeatPercent (0 to 50: known answers and repeats in a hundred items given out), highlights "
            + "(annotators may mark passages), deadline (null for none), archived. votesPerItem holds for the items that are planned afterwards")
    public Projects.View change(String slug, Map<String, Object> changes) {
        return projects.change(slug, changes, signedIn.name());
    }

    @DELETE
    @Path("{slug}")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Deletes the project with all its texts, people and judgements, for good; confirm must be its slug")
    public void delete(String slug, @QueryParam("confirm") String confirm) {
        projects.delete(slug, confirm, signedIn.name());
    }

    @GET
    @Path("{slug}/members")
    @Operation(summary = "Its owners and viewers")
    public People people(String slug) {
        return new People(projects.people(slug));
    }

    @PUT
    @Path("{slug}/members")
    @Operation(summary = "Makes an account an owner or a viewer")
    public void admit(String slug, @NotNull @Valid Admission admission) {
        MemberRole role = MemberRole.ofLabel(admission.role)
                .orElseThrow(() -> ProjectRefusal.field("role", ProblemMessages::ownerOrViewer));
        projects.admit(slug, admission.account.strip(), role, signedIn.name());
    }

    @DELETE
    @Path("{slug}/members/{account}")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Takes an account's part in the project away")
    public void remove(String slug, String account) {
        projects.remove(slug, account, signedIn.name());
    }
}
