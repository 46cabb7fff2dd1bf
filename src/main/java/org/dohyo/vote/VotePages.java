package org.dohyo.vote;

import java.time.Instant;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;

import org.dohyo.account.Role;
import org.dohyo.web.Languages;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

/** The desk's page on votes. */
@Path("/desk/votes")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@RolesAllowed(Role.Name.READER)
@Blocking
public class VotePages {

    private static final int PAGE = 50;

    private final Judgements judgements;
    private final Languages languages;

    VotePages(Judgements judgements, Languages languages) {
        this.judgements = judgements;
        this.languages = languages;
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {
        }

        static native TemplateInstance votes(List<Judgements.Judged> votes, Instant next, boolean excluded, boolean moderator,
                String locale, String path);

        static native TemplateInstance conversation(List<Judgements.Said> turns, String locale, String path);
    }

    @GET
    public TemplateInstance votes(@QueryParam("before") String before,
            @QueryParam("excluded") @DefaultValue("false") boolean excluded, @Context HttpHeaders headers,
            @Context SecurityContext caller) {
        String locale = languages.of(headers);
        List<Judgements.Judged> votes = judgements.newest(JudgementResource.time(before), PAGE, excluded);
        Instant next = votes.size() < PAGE ? null : votes.get(PAGE - 1).castAt();
        return Templates.votes(votes, next, excluded, caller.isUserInRole(Role.Name.MODERATOR), locale, "/desk/votes")
                .setLocale(locale);
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Role.Name.MODERATOR)
    public TemplateInstance conversation(String id, @Context HttpHeaders headers) {
        String locale = languages.of(headers);
        return Templates.conversation(judgements.conversation(JudgementResource.id(id)), locale, "/desk/votes/" + id)
                .setLocale(locale);
    }
}
