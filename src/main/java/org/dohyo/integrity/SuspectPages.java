package org.dohyo.integrity;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.dohyo.account.Role;
import org.dohyo.account.SignedIn;
import org.dohyo.integrity.tilt.Ladder;
import org.dohyo.web.Languages;
import org.dohyo.web.Texts;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

/** The desk's pages on suspicious votes. */
@Path(SuspectPages.PATH)
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@RolesAllowed(Role.Name.READER)
@Blocking
public class SuspectPages {

    static final String PATH = "/desk/integrity";
    private static final int MOST = 100;

    private final Suspects suspects;
    private final Languages languages;
    private final SignedIn signedIn;

    SuspectPages(Suspects suspects, Languages languages, SignedIn signedIn) {
        this.suspects = suspects;
        this.languages = languages;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {
        }

        static native TemplateInstance suspects(List<Suspects.Item> items, String locale, String path);

        /**
         * @param chart null while no vote could be judged
         * @param quarantine E at which votes are quarantined
         * @param exclusion E at which they are excluded
         */
        static native TemplateInstance suspect(Suspects.Item item, String chart, long quarantine, long exclusion,
                boolean moderator, String locale, String path);
    }

    @GET
    public TemplateInstance list(@Context HttpHeaders headers) {
        String locale = languages.of(headers);
        return Templates.suspects(suspects.newest(MOST), locale, PATH).setLocale(locale);
    }

    @GET
    @Path("{id}")
    public TemplateInstance one(UUID id, @Context HttpHeaders headers) {
        String locale = languages.of(headers);
        Suspects.Whole whole = suspects.one(id);
        IntegrityMessages words = Texts.of(IntegrityMessages.class, locale);
        String chart = whole.path().length == 0 ? null
                : EvidenceChart.draw(words.chart(), whole.path(), whole.item().votes(), words);
        return Templates.suspect(whole.item(), chart, Math.round(Math.exp(Ladder.QUARANTINE)),
                Math.round(Math.exp(Ladder.EXCLUSION)), signedIn.may(Role.MODERATOR), locale, PATH + "/" + id)
                .setLocale(locale);
    }
}
