package org.dohyo.voter;

import java.time.Instant;

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

    /**
     * The terms as they are shown.
     *
     * @param otherLanguage the name of their language where it isn't the reader's; else null
     */
    record Text(String language, String otherLanguage, String html) {
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {
        }

        static native TemplateInstance terms(int version, String date, Text text, String locale, String path);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance show(@Context HttpHeaders headers) {
        String locale = languages.of(headers);
        Terms current = terms.current(locale);
        return Templates.terms(current.version(), date(current.publishedAt()), text(current, locale), locale, "/terms")
                .setLocale(locale);
    }

    private Text text(Terms terms, String reader) {
        String language = terms.language();
        return new Text(language, language.equals(reader) ? null : languages.name(language, reader),
                TermsText.html(terms.body()));
    }

    /** The date in UTC, such as 2026-11-01. */
    static String date(Instant published) {
        return published.toString().substring(0, "2026-11-01".length());
    }
}
