package org.dohyo.voter;

import java.time.Instant;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.dohyo.web.Languages;
import org.dohyo.web.ParameterPlace;
import org.dohyo.web.Refusal;

import io.smallrye.common.annotation.Blocking;

/** The terms, for everyone to read. */
@Path("/api/terms")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class TermsResource {

    private final TermsVersions terms;
    private final Languages languages;

    TermsResource(TermsVersions terms, Languages languages) {
        this.terms = terms;
        this.languages = languages;
    }

    /**
     * @param text Markdown
     * @param allowsPublication true if prompts and answers may be published
     */
    public record TermsJson(int version, String language, String text, Instant publishedAt,
            boolean allowsPublication) {

        static TermsJson of(Terms terms) {
            return new TermsJson(terms.version(), terms.language(), terms.body(), terms.publishedAt(),
                    terms.allowsPublication());
        }
    }

    /** The current terms, or an older version, in the language asked for or the reader's. */
    @GET
    public TermsJson current(@QueryParam("language") String language, @QueryParam("version") Integer version,
            @Context HttpHeaders headers) {
        ParameterPlace.QUERY.check("language", language == null || languages.contains(language), languages.all());
        String chosen = language == null ? languages.of(headers) : language;
        if (version == null) {
            return TermsJson.of(terms.current(chosen));
        }
        return terms.version(version, chosen).map(TermsJson::of)
                .orElseThrow(() -> Refusal.parameter(VoterMessages.class, "version", VoterMessages::published));
    }
}
