package org.dohyo.vote;

import java.net.URI;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.dohyo.battle.Reveal;
import org.dohyo.battle.play.Conversation;
import org.dohyo.web.Languages;
import org.dohyo.web.proxy.PublicPath;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

/** A shared battle, read-only, for everyone who has the link. */
@Path("/s/{token}")
@Blocking
public class SharedPage {

    private static final int PREVIEW_CHARACTERS = 160;

    private final Shares shares;
    private final Languages languages;
    private final PublicPath path;

    SharedPage(Shares shares, Languages languages, PublicPath path) {
        this.path = path;
        this.shares = shares;
        this.languages = languages;
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {
        }

        /**
         * @param preview the beginning of the first prompt
         * @param site the arena's own address, for previews on other sites
         */
        static native TemplateInstance shared(Conversation battle, Reveal reveal, String preview, String site,
                String locale,
                String path);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Response show(@PathParam("token") String token, @Context HttpHeaders headers, @Context UriInfo uri) {
        Shares.Shared shared = shares.shared(token);
        String locale = languages.of(headers);
        String html = Templates
                .shared(shared.conversation(), shared.reveal(), preview(shared.conversation()), site(uri), locale,
                        "/s/" + token)
                .setLocale(locale).render();
        // A revoked link must stop working at once, and the link is not meant for search engines.
        return Response.ok(html).header(HttpHeaders.CACHE_CONTROL, "no-store").header("X-Robots-Tag", "noindex")
                .build();
    }

    private static String preview(Conversation conversation) {
        // A moderator may have erased the texts.
        String prompt = conversation.turns().stream().findFirst()
                .map(turn -> turn.prompt().strip().replaceAll("\\s+", " "))
                .orElse("");
        return prompt.codePointCount(0, prompt.length()) <= PREVIEW_CHARACTERS ? prompt
                : prompt.substring(0, prompt.offsetByCodePoints(0, PREVIEW_CHARACTERS)) + "…";
    }

    private String site(UriInfo uri) {
        URI base = uri.getBaseUri();
        return base.getScheme() + "://" + base.getAuthority() + path.of("");
    }
}
