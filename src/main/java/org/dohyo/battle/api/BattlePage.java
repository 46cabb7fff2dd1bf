package org.dohyo.battle.api;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.dohyo.battle.BattleConfig;
import org.dohyo.battle.VotesToday;
import org.dohyo.model.endpoint.DrawableModels;
import org.dohyo.voter.Consents;
import org.dohyo.voter.Voter;
import org.dohyo.voter.Voters;
import org.dohyo.web.Languages;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

/** The first page: one prompt, two hidden models, one vote. Browser code drives it through /api/battles. */
@Path("/")
public class BattlePage {

    private final Languages languages;
    private final VotesToday votesToday;
    private final Voters voters;
    private final Consents consents;
    private final BattleConfig config;
    private final DrawableModels drawable;

    BattlePage(Languages languages, VotesToday votesToday, Voters voters, Consents consents, BattleConfig config,
            DrawableModels drawable) {
        this.languages = languages;
        this.votesToday = votesToday;
        this.voters = voters;
        this.consents = consents;
        this.config = config;
        this.drawable = drawable;
    }

    /**
     * The facts about the reader and the limits that the page needs.
     *
     * @param banned true if the reader is banned
     * @param agreed true if the reader has agreed to the current terms
     * @param terms their version
     * @param limit characters of a prompt
     * @param demos true while scripted demo models answer, for want of real ones
     */
    public record Rules(boolean banned, boolean agreed, int terms, int limit, boolean demos) {
    }

    @GET
    @Blocking
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance show(@Context HttpHeaders headers) {
        String locale = languages.of(headers);
        Voters.Standing standing = voters.standing();
        if (standing != Voters.Standing.MAY_VOTE) {
            return Templates.closed(standing, locale, "/").setLocale(locale);
        }
        OptionalLong votes = votesToday.count();
        Optional<Voter> voter = voters.known(headers);
        Rules rules = new Rules(voter.filter(known -> known.bannedAt != null).isPresent(), consents.hasAgreed(voter),
                consents.version(), config.promptCharacters(), drawable.onlyDemos());
        return Templates.battle(rules, votes.isPresent() ? votes.getAsLong() : null,
                String.format(Locale.ROOT, "%,d", votes.orElse(0)), locale, "/").setLocale(locale);
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {
        }

        /** For a reader who may not vote. */
        static native TemplateInstance closed(Voters.Standing standing, String locale, String path);

        /** @param votesToday null if they can't be counted now */
        static native TemplateInstance battle(Rules rules, Long votesToday, String votesTodayText, String locale,
                String path);
    }
}
