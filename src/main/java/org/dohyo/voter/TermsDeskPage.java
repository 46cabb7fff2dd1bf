package org.dohyo.voter;

import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;

import org.dohyo.account.Account;
import org.dohyo.web.Languages;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

/** The desk's page on the terms: write, look, publish. */
@Path("/desk/terms")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@RolesAllowed(Account.READER)
@Blocking
public class TermsDeskPage {

    private final Terms.Repository terms;
    private final TermsDraft.Repository drafts;
    private final Languages languages;

    TermsDeskPage(Terms.Repository terms, TermsDraft.Repository drafts, Languages languages) {
        this.terms = terms;
        this.drafts = drafts;
        this.languages = languages;
    }

    /**
     * What is written at.
     *
     * @param en the English text to go on from: the draft's, else the current one's
     * @param draft whether it is a saved draft
     * @param htmlEn how it will look
     */
    record Writing(int version, boolean draft, String en, String ja, String htmlEn, String htmlJa) {
    }

    /** A published version. */
    record Version(int version, String date) {
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {
        }

        static native TemplateInstance termsDesk(Writing writing, List<Version> published, boolean admin, String locale,
                String path);
    }

    @GET
    @Transactional
    public TemplateInstance show(@Context HttpHeaders headers, @Context SecurityContext caller) {
        String locale = languages.of(headers);
        int current = terms.currentVersion();
        Map<String, String> texts = drafts.texts();
        String en = texts.getOrDefault("en", text(current, "en"));
        String ja = texts.getOrDefault("ja", text(current, "ja"));
        List<Version> published = terms.list("language = ?1 order by version desc", locale).stream()
                .map(one -> new Version(one.version, TermsPage.date(one))).toList();
        Writing writing = new Writing(current + 1, !texts.isEmpty(), en, ja, TermsText.html(en), TermsText.html(ja));
        return Templates.termsDesk(writing, published, caller.isUserInRole(Account.ADMIN), locale, "/desk/terms")
                .setLocale(locale);
    }

    private String text(int version, String language) {
        return terms.find(version, language).orElseThrow().body;
    }
}
