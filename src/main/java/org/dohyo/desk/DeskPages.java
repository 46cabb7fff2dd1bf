package org.dohyo.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.dohyo.account.Role;
import org.dohyo.account.SignedIn;
import org.dohyo.account.signon.ReturnPath;
import org.dohyo.account.signon.SignOn;
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
    private final SignOn signOn;

    DeskPages(Overview overview, Languages languages, SignedIn signedIn, SignOn signOn) {
        this.overview = overview;
        this.languages = languages;
        this.signedIn = signedIn;
        this.signOn = signOn;
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {
        }

        static native TemplateInstance setup(String locale, String path);

        /**
         * @param local true if people can sign in by name and password
         * @param provider the name of the identity provider, or null
         * @param signOn the address that signs in by the provider
         * @param failed true if the provider has just signed nobody in
         */
        static native TemplateInstance signIn(boolean local, String provider, String signOn, boolean failed, String to,
                String locale, String path);

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
    public TemplateInstance signIn(@QueryParam("to") String wanted, @QueryParam("error") String error,
            @Context HttpHeaders headers) {
        String locale = languages.of(headers);
        ReturnPath to = ReturnPath.of(wanted);
        return Templates.signIn(signOn.local(), signOn.provider().orElse(null), SignOn.address(to), error != null,
                to.path(), locale, "/desk/sign-in").setLocale(locale);
    }

    @GET
    @Path("desk")
    @RolesAllowed(Role.Name.READER)
    public TemplateInstance dashboard(@Context HttpHeaders headers) {
        String locale = languages.of(headers);
        return Templates.dashboard(overview.now(), signedIn.may(Role.ADMIN), locale, "/desk").setLocale(locale);
    }
}
