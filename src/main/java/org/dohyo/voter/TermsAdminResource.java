package org.dohyo.voter;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.account.Role;
import org.dohyo.account.SignedIn;
import org.dohyo.web.Languages;
import org.dohyo.web.Refusal;
import org.eclipse.microprofile.openapi.annotations.Operation;

import io.smallrye.common.annotation.Blocking;

/** The terms for the desk. Each publication is a new version in every language. */
@Path("/api/admin/terms")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class TermsAdminResource {

    private static final int MOST_CHARACTERS = 50_000;

    private final TermsVersions terms;
    private final Languages languages;
    private final SignedIn signedIn;

    TermsAdminResource(TermsVersions terms, Languages languages, SignedIn signedIn) {
        this.terms = terms;
        this.languages = languages;
        this.signedIn = signedIn;
    }

    /**
     * @param texts Markdown by language, in every language of the arena
     * @param allowsPublication true if the texts allow prompts and answers to be published; false if absent
     */
    public record Publication(Map<String, String> texts, boolean allowsPublication) {
    }

    public record Published(int version) {
    }

    /** Publishes a new version; voters are asked to agree again before their next prompt. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Name.ADMIN)
    public Response publish(Publication publication) {
        int version = terms.publish(texts(publication), publication.allowsPublication(), signedIn.name());
        return Response.status(Status.CREATED).entity(new Published(version)).build();
    }

    /** Every version, the newest first. */
    @GET
    @RolesAllowed(Role.Name.READER)
    public List<TermsResource.TermsJson> all() {
        return terms.all().stream().map(TermsResource.TermsJson::of).toList();
    }

    /** Saves the draft of the next version, which only the desk shows. */
    @PUT
    @Path("draft")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Name.ADMIN)
    @Operation(summary = "Saves the next version of the terms without publishing it; it is part of no other answer")
    public void draft(Publication publication) {
        terms.saveDraft(texts(publication), signedIn.name());
    }

    /** The text in every language of the arena; texts in other languages are ignored. */
    private Map<String, String> texts(Publication publication) {
        Map<String, String> texts = new TreeMap<>();
        for (String language : languages.all()) {
            String text = publication == null || publication.texts() == null ? null : publication.texts().get(language);
            if (text == null || text.isBlank() || text.length() > MOST_CHARACTERS || text.indexOf('\0') >= 0) {
                throw Refusal.field(VoterMessages.class, "texts." + language,
                        words -> words.textNeeded(MOST_CHARACTERS));
            }
            texts.put(language, text);
        }
        return texts;
    }
}
