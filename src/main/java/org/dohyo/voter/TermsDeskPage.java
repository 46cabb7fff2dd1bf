package org.dohyo.voter;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.dohyo.account.Role;
import org.dohyo.account.SignedIn;
import org.dohyo.web.Languages;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

/** The desk's page on the terms: edits, previews and publishes the next version. */
@Path("/desk/terms")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@RolesAllowed(Role.Name.READER)
@Blocking
public class TermsDeskPage {

    private final TermsVersions terms;
    private final Languages languages;
    private final SignedIn signedIn;

    TermsDeskPage(TermsVersions terms, Languages languages, SignedIn signedIn) {
        this.terms = terms;
        this.languages = languages;
        this.signedIn = signedIn;
    }

    /** @param draft whether it is a saved draft */
    record Next(int version, boolean draft, List<Text> texts) {
    }

    /**
     * The next version in one language.
     *
     * @param name the language's name in the reader's language
     * @param html the rendered preview
     */
    record Text(String language, String name, String markdown, String html) {

        static Text of(Languages.Language language, String markdown) {
            return new Text(language.tag(), language.name(), markdown, TermsText.html(markdown));
        }
    }

    /** A published version. */
    record Version(int version, String date, boolean allowsPublication) {
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {
        }

        static native TemplateInstance termsDesk(Next next, List<Version> published, boolean admin, String locale,
                String path);
    }

    @GET
    public TemplateInstance show(@Context HttpHeaders headers) {
        String locale = languages.of(headers);
        List<Version> published = terms.publications().stream()
                .map(one -> new Version(one.version(), TermsPage.date(one.publishedAt()), one.allowsPublication())).toList();
        return Templates.termsDesk(next(locale), published, signedIn.may(Role.ADMIN), locale, "/desk/terms")
                .setLocale(locale);
    }

    private Next next(String locale) {
        TermsVersions.Next next = terms.next();
        List<Text> texts = languages.named(locale).stream()
                .map(language -> Text.of(language, next.texts().getOrDefault(language.tag(), ""))).toList();
        return new Next(next.version(), next.saved(), texts);
    }
}
