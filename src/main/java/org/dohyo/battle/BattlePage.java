package org.dohyo.battle;

import java.util.Locale;
import java.util.OptionalLong;

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
    private final VotesToday votesToday;

    BattlePage(Languages languages, VotesToday votesToday) {
        this.languages = languages;
        this.votesToday = votesToday;
    }

    @GET
    @Blocking
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance show(@Context HttpHeaders headers) {
        String locale = languages.of(headers);
        OptionalLong votes = votesToday.count();
        return Templates.battle(votes.isPresent() ? votes.getAsLong() : null,
                String.format(Locale.ROOT, "%,d", votes.orElse(0)), locale, "/").setLocale(locale);
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {
        }

        /** @param votesToday null where they can't be counted now */
        static native TemplateInstance battle(Long votesToday, String votesTodayText, String locale, String path);
    }
}
