package org.dohyo.voter;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.dohyo.web.Languages;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

/** The current terms as a page. */
@Path("/terms")
@Blocking
public class TermsPage {

    private final TermsVersions terms;
    private final Languages languages;

    TermsPage(TermsVersions terms, Languages languages) {
        this.terms = terms;
        this.languages = languages;
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {
        }

        static native TemplateInstance terms(int version, String date, String html, String locale, String path);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance show(@Context HttpHeaders headers) {
        String locale = languages.of(headers);
        Terms current = terms.current(locale);
        return Templates.terms(current.version(), date(current), TermsText.html(current.body()), locale, "/terms")
                .setLocale(locale);
    }

    /** The date of publication in UTC, such as 2026-11-01. */
    static String date(Terms terms) {
        return terms.publishedAt().toString().substring(0, "2026-11-01".length());
    }
}
