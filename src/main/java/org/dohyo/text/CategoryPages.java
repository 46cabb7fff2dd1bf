package org.dohyo.text;

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

/** The desk's page of categories. */
@Path("/desk/categories")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@RolesAllowed(Role.Name.READER)
@Blocking
public class CategoryPages {

    private final CategoryRules rules;
    private final SignedIn signedIn;
    private final Languages languages;

    CategoryPages(CategoryRules rules, Languages languages, SignedIn signedIn) {
        this.rules = rules;
        this.signedIn = signedIn;
        this.languages = languages;
    }

    /**
     * The field for a category's name in one language.
     *
     * @param language in the reader's language
     */
    record NameField(String field, String language) {
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {
        }

        static native TemplateInstance categories(CategoryRules.All all, List<NameField> names,
                boolean admin, String locale, String path);
    }

    @GET
    public TemplateInstance show(@Context HttpHeaders headers) {
        String locale = languages.of(headers);
        return Templates
                .categories(rules.all(), nameFields(locale), signedIn.may(Role.ADMIN), locale, "/desk/categories")
                .setLocale(locale);
    }

    private List<NameField> nameFields(String locale) {
        return languages.named(locale).stream()
                .map(language -> new NameField(CategoryRules.nameField(language.tag()), language.name())).toList();
    }
}
