package org.dohyo.text;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;

import org.dohyo.account.Role;
import org.dohyo.web.Languages;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

/** The desk's page on categories. */
@Path("/desk/categories")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@RolesAllowed(Role.Name.READER)
@Blocking
public class CategoryPages {

    private final CategoryResource categories;
    private final Languages languages;

    CategoryPages(CategoryResource categories, Languages languages) {
        this.categories = categories;
        this.languages = languages;
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {
        }

        static native TemplateInstance categories(CategoryResource.All all, boolean admin, String locale, String path);
    }

    @GET
    @Transactional
    public TemplateInstance show(@Context HttpHeaders headers, @Context SecurityContext caller) {
        String locale = languages.of(headers);
        return Templates.categories(categories.all(), caller.isUserInRole(Role.Name.ADMIN), locale, "/desk/categories")
                .setLocale(locale);
    }
}
