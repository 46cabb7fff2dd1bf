package org.dohyo.vote;

import java.net.URI;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;

import org.dohyo.battle.Battle;
import org.dohyo.battle.play.Conversation;
import org.dohyo.battle.play.Conversations;
import org.dohyo.support.Problem;
import org.dohyo.web.Languages;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

/** A battle that its voter shows to whoever has the link: to read, and nothing more. */
@Path("/s/{token}")
@Blocking
public class SharedPage {

    private static final int PREVIEW_CHARACTERS = 160;

    private final Share.Repository shares;
    private final Battle.Repository battles;
    private final Conversations conversations;
    private final Votes votes;
    private final Languages languages;

    SharedPage(Share.Repository shares, Battle.Repository battles, Conversations conversations, Votes votes,
            Languages languages) {
        this.shares = shares;
        this.battles = battles;
        this.conversations = conversations;
        this.votes = votes;
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
        static native TemplateInstance shared(Conversation battle, Reveal reveal, String preview, String site, String locale,
                String path);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Transactional
    public Response show(@PathParam("token") String token, @Context HttpHeaders headers, @Context UriInfo uri) {
        Battle battle = shares.findByToken(token).map(share -> battles.findById(share.battleId))
                .orElseThrow(() -> Problem.of(Status.NOT_FOUND, "unknown-share", "There is no such shared battle."));
        Conversation conversation = conversations.of(battle);
        String locale = languages.of(headers);
        Reveal reveal = votes.of(battle).orElseThrow();
        String html = Templates.shared(conversation, reveal, preview(conversation), site(uri), locale,
                "/s/" + token).setLocale(locale).render();
        // Revoking must hold at once, and search engines are not who it was shown to.
        return Response.ok(html).header(HttpHeaders.CACHE_CONTROL, "no-store").header("X-Robots-Tag", "noindex").build();
    }

    private static String preview(Conversation conversation) {
        // Texts that the desk erased are gone, and the link may have been made since.
        String prompt = conversation.turns().stream().findFirst().map(turn -> turn.prompt().strip().replaceAll("\\s+", " "))
                .orElse("");
        return prompt.codePointCount(0, prompt.length()) <= PREVIEW_CHARACTERS ? prompt
                : prompt.substring(0, prompt.offsetByCodePoints(0, PREVIEW_CHARACTERS)) + "…";
    }

    private static String site(UriInfo uri) {
        URI base = uri.getBaseUri();
        return base.getScheme() + "://" + base.getAuthority();
    }
}
