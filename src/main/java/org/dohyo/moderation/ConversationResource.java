package org.dohyo.moderation;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.dohyo.account.Role;
import org.dohyo.account.SignedIn;
import org.dohyo.web.Paging;
import org.dohyo.web.ParameterPlace;
import org.eclipse.microprofile.openapi.annotations.Operation;

import io.smallrye.common.annotation.Blocking;

/** Conversations flagged by voters or marked by moderation: read, dismiss, erase, ban. The id is the battle's. */
@Path("/api/admin/conversations")
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
public class ConversationResource {

    private static final int MOST = 200;
    private static final int MOST_REASON = 1000;

    private final FlaggedConversations conversations;
    private final ConversationAdmin admin;
    private final SignedIn signedIn;

    ConversationResource(FlaggedConversations conversations, ConversationAdmin admin, SignedIn signedIn) {
        this.conversations = conversations;
        this.admin = admin;
        this.signedIn = signedIn;
    }

    record Page(List<FlaggedConversations.Item> conversations) {
    }

    public record Erasure(boolean commentOnly) {
    }

    public record Ban(@NotBlank @Size(max = MOST_REASON) String reason, boolean excludeVotes) {
    }

    public record Banned(int excluded) {
    }

    @GET
    @RolesAllowed(Role.Name.READER)
    @Operation(
            summary = "Flagged conversations, newest first; state is open or handled, before (a time) turns the page")
    public Page list(@QueryParam("state") @DefaultValue("open") String state, @QueryParam("before") String before,
            @QueryParam("limit") @DefaultValue("50") int limit) {
        return new Page(conversations.before(Paging.before(before), Paging.limit(limit, MOST), handled(state)));
    }

    /** @throws RuntimeException 400 if the value is invalid */
    static boolean handled(String state) {
        ParameterPlace.QUERY.check("state", state.equals("open") || state.equals("handled"),
                List.of("open", "handled"));
        return state.equals("handled");
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Role.Name.READER)
    @Operation(summary = "One conversation: prompts and answers of all turns, flags, marks, the vote")
    public FlaggedConversations.Whole one(UUID id) {
        return conversations.one(id);
    }

    @POST
    @Path("{id}/dismiss")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Role.Name.MODERATOR)
    @Operation(summary = "Takes it off the open list and changes nothing else")
    public void dismiss(UUID id) {
        admin.dismiss(id, signedIn.name());
    }

    @POST
    @Path("{id}/erase")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Role.Name.MODERATOR)
    @Operation(
            summary = "Erases prompts, answers and comment for good, or with {\"commentOnly\": true} the comment alone; "
                    + "the vote and its entry in the log stay")
    public void erase(UUID id, Erasure erasure) {
        admin.erase(id, erasure != null && erasure.commentOnly, signedIn.name());
    }

    @POST
    @Path("{id}/ban")
    @RolesAllowed(Role.Name.MODERATOR)
    @Operation(
            summary = "Bans the voter: no battle and no vote any more; with excludeVotes all earlier votes are left out, "
                    + "with the reason in the public log")
    public Banned ban(UUID id, @NotNull @Valid Ban ban) {
        return new Banned(admin.ban(id, ban.reason.strip(), ban.excludeVotes, signedIn.name()));
    }

    @POST
    @Path("{id}/unban")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Role.Name.MODERATOR)
    @Operation(summary = "Lets the voter in again; votes that were left out stay out until they are restored")
    public void unban(UUID id) {
        admin.unban(id, signedIn.name());
    }
}
