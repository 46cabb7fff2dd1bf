package org.dohyo.moderation;

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

/** The desk's page on the moderation of prompts. */
@Path("/desk/moderation")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@RolesAllowed(Role.Name.READER)
@Blocking
public class ModerationPage {

    private final ModerationAdmin moderation;
    private final Languages languages;
    private final SignedIn signedIn;

    ModerationPage(ModerationAdmin moderation, Languages languages, SignedIn signedIn) {
        this.moderation = moderation;
        this.languages = languages;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {
        }

        static native TemplateInstance moderation(Moderation.View settings, boolean admin, String locale, String path);
    }

    @GET
    public TemplateInstance show(@Context HttpHeaders headers) {
        String locale = languages.of(headers);
        return Templates.moderation(moderation.view(), signedIn.may(Role.ADMIN), locale, "/desk/moderation")
                .setLocale(locale);
    }
}
