package org.dohyo.battle;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.dohyo.web.Languages;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The first page: one prompt, two hidden models. What happens on it is the browser's part. */
@Path("/")
public class BattlePage {

    @CheckedTemplate
    static class Templates {
        private Templates() {
        }

        static native TemplateInstance battle();
    }

    @Inject
    Languages languages;

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance battle() {
        return Templates.battle().setLocale(languages.getLocale());
    }
}
