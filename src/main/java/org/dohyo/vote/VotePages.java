package org.dohyo.vote;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.dohyo.account.Role;
import org.dohyo.account.SignedIn;
import org.dohyo.battle.Exchange;
import org.dohyo.web.Languages;
import org.dohyo.web.Paging;
import org.dohyo.web.Unknown;

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

    private final VoteAdmin admin;
    private final Languages languages;
    private final SignedIn signedIn;

    VotePages(VoteAdmin admin, Languages languages, SignedIn signedIn) {
        this.admin = admin;
        this.languages = languages;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {
        }

        static native TemplateInstance votes(List<VoteAdmin.Judged> votes, Instant next, VoteSelection selection,
                boolean moderator, boolean admin, String locale, String path);

        static native TemplateInstance conversation(List<Exchange> turns, String locale, String path);
    }

    @GET
    public TemplateInstance votes(@QueryParam("before") String before,
            @QueryParam("excluded") @DefaultValue("false") boolean excluded,
            @QueryParam("uncounted") @DefaultValue("false") boolean uncounted, @Context HttpHeaders headers) {
        String locale = languages.of(headers);
        VoteSelection selection = VoteSelection.of(excluded, uncounted);
        List<VoteAdmin.Judged> votes = admin.newest(Paging.before(before), PAGE, selection);
        Instant next = votes.size() < PAGE ? null : votes.get(PAGE - 1).castAt();
        return Templates.votes(votes, next, selection, signedIn.may(Role.MODERATOR),
                signedIn.may(Role.ADMIN), locale, "/desk/votes")
                .setLocale(locale);
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Role.Name.MODERATOR)
    public TemplateInstance conversation(@Unknown(code = VoteAdmin.UNKNOWN, detail = VoteAdmin.UNKNOWN_DETAIL) UUID id,
            @Context HttpHeaders headers) {
        String locale = languages.of(headers);
        return Templates.conversation(admin.conversation(id), locale, "/desk/votes/" + id)
                .setLocale(locale);
    }
}
