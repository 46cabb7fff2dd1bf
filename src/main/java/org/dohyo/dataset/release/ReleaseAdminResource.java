package org.dohyo.dataset.release;

import java.net.URI;
import java.time.Instant;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.dohyo.account.Role;
import org.dohyo.account.SignedIn;
import org.dohyo.dataset.exports.ExportParameters;
import org.dohyo.web.Languages;
import org.dohyo.web.Paging;
import org.dohyo.web.ParameterPlace;
import org.dohyo.web.Texts;
import org.dohyo.web.proxy.PublicPath;

import io.smallrye.common.annotation.Blocking;

/** The desk's interface to releases: draft, review, publish, withdraw. */
@Path("/api/admin/releases")
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
public class ReleaseAdminResource {

    private static final int MOST = 200;
    private static final int MOST_REASON = 1000;

    private final Releases releases;
    private final Publication publication;
    private final ExportParameters parameters;
    private final PublicPath path;
    private final Languages languages;
    private final SignedIn signedIn;

    ReleaseAdminResource(Releases releases, Publication publication, ExportParameters parameters, PublicPath path,
            Languages languages, SignedIn signedIn) {
        this.releases = releases;
        this.publication = publication;
        this.parameters = parameters;
        this.path = path;
        this.languages = languages;
        this.signedIn = signedIn;
    }

    /**
     * @param searched the positions of the log that were searched of a draft that is being prepared or has failed; else
     *        null
     * @param failure why the search of a draft ended, or null
     * @param battles that could be published when the draft was searched, and later of those that were
     * @param scheduled true if the schedule made it
     */
    public record View(long id, Preparation.Stage state, String title, String license, String category,
            String language, Instant from, Instant to, long logSize, Long searched, String failure, int battles,
            Long records, Long redactions, Long replaces, boolean scheduled, String madeBy, Instant madeAt,
            String publishedBy, Instant publishedAt, Instant withdrawnAt, String withdrawnReason) {

        static View of(Releases.Staged staged, ReleaseMessages words) {
            Release release = staged.release();
            return new View(release.id, staged.stage(), release.title, release.license.spdx(), release.category,
                    release.language, release.beginAt, release.endAt, release.logSize, staged.searched(),
                    staged.failure(), release.battles, release.records, release.redactions, release.replaces,
                    release.scheduled, release.madeBy, release.madeAt, release.publishedBy, release.publishedAt,
                    release.withdrawnAt, release.withdrawnReason(words));
        }
    }

    public record All(List<View> releases) {
    }

    /** All releases and drafts, the newest first. */
    @GET
    @RolesAllowed(Role.Name.READER)
    public All all(@Context HttpHeaders headers) {
        ReleaseMessages words = words(headers);
        return new All(releases.all().stream().map(staged -> View.of(staged, words)).toList());
    }

    /** A release or draft; while a draft is being prepared, how far it is. */
    @GET
    @Path("{id}")
    @RolesAllowed(Role.Name.READER)
    public View one(@PathParam("id") long id, @Context HttpHeaders headers) {
        return View.of(releases.staged(id), words(headers));
    }

    private ReleaseMessages words(HttpHeaders headers) {
        return Texts.of(ReleaseMessages.class, languages.of(headers));
    }

    /**
     * @param category a slug; absent for all
     * @param language such as {@code ja}; absent for all
     * @param from a day in UTC or a time; absent for no bound
     * @param to likewise; a day is included
     */
    public record Draft(
            @NotBlank @Size(max = 200) @Pattern(regexp = PublicLine.PLAIN,
                    message = PublicLine.RULE) String title,
            @NotNull License license,
            @Size(max = 100) String category, @Size(max = 40) String language, @Size(max = 40) String from,
            @Size(max = 40) String to) {
    }

    /**
     * Makes a draft of the votes whose texts may be published. It is searched for what looks personal in the
     * background, and is {@code PREPARING} until then.
     */
    @POST
    @RolesAllowed(Role.Name.ADMIN)
    public Response draft(@NotNull @Valid Draft draft) {
        return created(
                releases.draft(draft.title.strip(), draft.license,
                        parameters.selection(ParameterPlace.BODY, given(draft.category), given(draft.language),
                                draft.from, draft.to, true, true, false),
                        signedIn.name()));
    }

    private static Response created(Release draft) {
        return Response.created(URI.create("/api/admin/releases/" + draft.id))
                .entity(new Made(draft.id, ReleaseDeskPage.path(draft.id))).build();
    }

    /** @param page the desk's page of the draft */
    public record Made(long id, String page) {
    }

    private static String given(String text) {
        return text == null ? "" : text;
    }

    public record Findings(List<Releases.Shown> findings) {
    }

    /** The findings behind one of them, in the order of the log, with the text around; people wrote it. */
    @GET
    @Path("{id}/findings")
    @RolesAllowed(Role.Name.ADMIN)
    public Findings findings(@PathParam("id") long id, @QueryParam("after") @DefaultValue("0") long after,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        return new Findings(releases.findings(id, after, Paging.limit(limit, MOST)));
    }

    public record Decision(@NotNull Boolean kept) {
    }

    /** Keeps a place in the text, or redacts it after all. */
    @PUT
    @Path("{id}/findings/{finding}")
    @RolesAllowed(Role.Name.ADMIN)
    public void decide(@PathParam("id") long id, @PathParam("finding") long finding,
            @NotNull @Valid Decision decision) {
        releases.decide(id, finding, decision.kept, signedIn.name());
    }

    /** Goes on with the search of a draft that failed. */
    @POST
    @Path("{id}/retry")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Role.Name.ADMIN)
    public void retry(@PathParam("id") long id) {
        releases.retry(id, signedIn.name());
    }

    /** Publishes a draft that has been searched, for good. */
    @POST
    @Path("{id}/publish")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Role.Name.ADMIN)
    public void publish(@PathParam("id") long id, @Context UriInfo uri) {
        URI base = uri.getBaseUri();
        publication.publish(id, base.getScheme() + "://" + base.getAuthority() + path.of(""), signedIn.name());
    }

    /** @param reason is public */
    public record Why(
            @NotBlank @Size(max = MOST_REASON) @Pattern(regexp = PublicLine.PLAIN,
                    message = PublicLine.RULE) String reason) {
    }

    /** Withdraws a published release: its files are deleted, and a tombstone with the reason stays. */
    @POST
    @Path("{id}/withdraw")
    @RolesAllowed(Role.Name.ADMIN)
    public void withdraw(@PathParam("id") long id, @NotNull @Valid Why why) {
        releases.withdraw(id, why.reason.strip(), signedIn.name());
    }

    /**
     * Makes a draft in place of a withdrawn release: the same votes without those that may no longer be published. 409
     * while there is such a draft.
     */
    @POST
    @Path("{id}/anew")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Role.Name.ADMIN)
    public Response anew(@PathParam("id") long id) {
        return created(releases.anew(id, signedIn.name()));
    }

    /** Deletes a draft. */
    @DELETE
    @Path("{id}")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Role.Name.ADMIN)
    public void discard(@PathParam("id") long id) {
        releases.discard(id, signedIn.name());
    }
}
