package org.dohyo.model;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.dohyo.account.Account;
import org.dohyo.web.Languages;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

/** The desk's pages on models. */
@Path("/desk/models")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@RolesAllowed(Account.ADMIN)
@Blocking
public class ModelPages {

    private final ModelAdmin models;
    private final Languages languages;

    ModelPages(ModelAdmin models, Languages languages) {
        this.models = models;
        this.languages = languages;
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {
        }

        static native TemplateInstance models(List<ModelView> models, String locale, String path);

        static native TemplateInstance model(ModelView model, String locale, String path);
    }

    @GET
    public TemplateInstance all(@Context HttpHeaders headers) {
        String locale = languages.of(headers);
        return Templates.models(models.all(), locale, "/desk/models").setLocale(locale);
    }

    @GET
    @Path("{slug}")
    public TemplateInstance one(String slug, @Context HttpHeaders headers) {
        String locale = languages.of(headers);
        return Templates.model(models.one(slug), locale, "/desk/models/" + slug).setLocale(locale);
    }
}
