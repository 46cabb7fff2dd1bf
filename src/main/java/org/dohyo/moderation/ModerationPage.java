package org.dohyo.moderation;

import jakarta.annotation.security.RolesAllowed;
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

/** The desk's page on the moderation of prompts. */
@Path("/desk/moderation")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@RolesAllowed(Role.Name.READER)
@Blocking
public class ModerationPage {

    private final ModerationAdmin moderation;
    private final Languages languages;

    ModerationPage(ModerationAdmin moderation, Languages languages) {
        this.moderation = moderation;
        this.languages = languages;
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {
        }

        static native TemplateInstance moderation(Moderation.View settings, boolean admin, String locale, String path);
    }

    @GET
    public TemplateInstance show(@Context HttpHeaders headers, @Context SecurityContext caller) {
        String locale = languages.of(headers);
        return Templates.moderation(moderation.view(), caller.isUserInRole(Role.Name.ADMIN), locale, "/desk/moderation")
                .setLocale(locale);
    }
}
