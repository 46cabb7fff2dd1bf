package org.dohyo.desk;

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

/** The desk's front: sign-in, the first setup, and the dashboard. */
@Path("/")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@Blocking
public class DeskPages {

    private final Overview overview;
    private final Languages languages;
    private final SignedIn signedIn;

    DeskPages(Overview overview, Languages languages, SignedIn signedIn) {
        this.overview = overview;
        this.languages = languages;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {
        }

        static native TemplateInstance setup(String locale, String path);

        static native TemplateInstance signIn(String locale, String path);

        static native TemplateInstance dashboard(Overview.Figures overview, boolean admin, String locale, String path);
    }

    @GET
    @Path("setup")
    public TemplateInstance setup(@Context HttpHeaders headers) {
        String locale = languages.of(headers);
        return Templates.setup(locale, "/setup").setLocale(locale);
    }

    @GET
    @Path("desk/sign-in")
    public TemplateInstance signIn(@Context HttpHeaders headers) {
        String locale = languages.of(headers);
        return Templates.signIn(locale, "/desk/sign-in").setLocale(locale);
    }

    @GET
    @Path("desk")
    @RolesAllowed(Role.Name.READER)
    public TemplateInstance dashboard(@Context HttpHeaders headers) {
        String locale = languages.of(headers);
        return Templates.dashboard(overview.now(), signedIn.may(Role.ADMIN), locale, "/desk").setLocale(locale);
    }
}
