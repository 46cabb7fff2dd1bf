package org.dohyo.voter;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.SecurityContext;

import org.dohyo.account.Account;
import org.dohyo.account.Audit;
import org.dohyo.support.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hibernate.exception.ConstraintViolationException;

import io.smallrye.common.annotation.Blocking;

/** The terms as the admin edits them: each edit is a new version in every language. */
@Path("/api/admin/terms")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class TermsAdminResource {

    private static final int MOST_CHARACTERS = 50_000;

    private final Terms.Repository terms;
    private final TermsDraft.Repository drafts;
    private final Audit audit;
    private final Clock clock;

    TermsAdminResource(Terms.Repository terms, TermsDraft.Repository drafts, Audit audit, Clock clock) {
        this.terms = terms;
        this.drafts = drafts;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param texts Markdown by language, in every language of the arena */
    public record Publication(Map<String, String> texts) {
    }

    public record Published(int version) {
    }

    /** A new version; voters are asked again before their next prompt. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Account.ADMIN)
    @Transactional
    public Response publish(Publication publication, @Context SecurityContext caller) {
        check(publication);
        int version = terms.currentVersion() + 1;
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        for (String language : Terms.LANGUAGES) {
            Terms text = new Terms();
            text.version = version;
            text.language = language;
            text.body = publication.texts().get(language);
            text.publishedAt = now;
            terms.persist(text);
        }
        drafts.deleteAll();
        flush();
        audit.record(caller.getUserPrincipal().getName(), "terms.publish", "version " + version, null, publication.texts());
        return Response.status(Status.CREATED).entity(new Published(version)).build();
    }

    private void flush() {
        try {
            terms.flush();
        } catch (ConstraintViolationException e) {
            throw Problem.of(Status.CONFLICT, "published-meanwhile",
                    "Somebody else has just published terms; read them first.");
        }
    }

    /** Every version, the newest first. */
    @GET
    @RolesAllowed(Account.READER)
    @Transactional
    public List<TermsResource.TermsJson> all() {
        return terms.list("order by version desc, language").stream()
                .map(TermsResource.TermsJson::of).toList();
    }

    /** Keeps the next version while it is written; nobody but the desk sees it. */
    @PUT
    @Path("draft")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Account.ADMIN)
    @Transactional
    @Operation(summary = "Saves the next version of the terms without publishing it; it is part of no other answer")
    public void draft(Publication publication, @Context SecurityContext caller) {
        check(publication);
        Terms.LANGUAGES.forEach(language -> drafts.put(language, publication.texts().get(language), clock.instant()));
        audit.record(caller.getUserPrincipal().getName(), "terms.draft", "version " + (terms.currentVersion() + 1), null,
                publication.texts());
    }

    private static void check(Publication publication) {
        for (String language : Terms.LANGUAGES) {
            check(language, publication == null || publication.texts() == null ? null : publication.texts().get(language));
        }
    }

    private static void check(String language, String text) {
        if (text == null || text.isBlank() || text.length() > MOST_CHARACTERS || text.indexOf('\0') >= 0) {
            throw Problem.field(Status.BAD_REQUEST, "texts." + language, "body",
                    "must be given, with at most " + MOST_CHARACTERS + " characters and no U+0000");
        }
    }
}
