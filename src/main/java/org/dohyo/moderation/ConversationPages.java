package org.dohyo.moderation;

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
import org.dohyo.web.Languages;
import org.dohyo.web.Paging;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

/** The desk's pages on flagged conversations. */
@Path("/desk/conversations")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@RolesAllowed(Role.Name.READER)
@Blocking
public class ConversationPages {

    private static final int PAGE = 50;

    private final FlaggedConversations conversations;
    private final Languages languages;
    private final SignedIn signedIn;

    ConversationPages(FlaggedConversations conversations, Languages languages, SignedIn signedIn) {
        this.conversations = conversations;
        this.languages = languages;
        this.signedIn = signedIn;
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {
        }

        static native TemplateInstance conversations(List<FlaggedConversations.Item> items, Instant next,
                boolean handled,
                String locale, String path);

        static native TemplateInstance conversation(FlaggedConversations.Whole whole, boolean moderator, String locale,
                String path);
    }

    @GET
    public TemplateInstance list(@QueryParam("state") @DefaultValue("open") String state,
            @QueryParam("before") String before,
            @Context HttpHeaders headers) {
        String locale = languages.of(headers);
        boolean handled = ConversationResource.handled(state);
        List<FlaggedConversations.Item> items = conversations.before(Paging.before(before), PAGE, handled);
        Instant next = items.size() < PAGE ? null : items.get(PAGE - 1).openedAt();
        return Templates.conversations(items, next, handled, locale, "/desk/conversations").setLocale(locale);
    }

    @GET
    @Path("{id}")
    public TemplateInstance one(UUID id, @Context HttpHeaders headers) {
        String locale = languages.of(headers);
        return Templates.conversation(conversations.one(id),
                signedIn.may(Role.MODERATOR), locale, "/desk/conversations/" + id).setLocale(locale);
    }
}
