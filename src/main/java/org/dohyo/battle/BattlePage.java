package org.dohyo.battle;

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

/** The first page: one prompt, two hidden models, one vote. What happens on it is browser code over /api/battles. */
@Path("/")
public class BattlePage {

    private final Languages languages;

    BattlePage(Languages languages) {
        this.languages = languages;
    }

    @GET
    @Blocking
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance show(@Context HttpHeaders headers) {
        String locale = languages.of(headers);
        return Templates.battle(locale, "/").setLocale(locale);
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance battle(String locale, String path);
    }
}
