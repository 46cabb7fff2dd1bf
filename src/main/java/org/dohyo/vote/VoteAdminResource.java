package org.dohyo.vote;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.account.Role;
import org.dohyo.account.SignedIn;
import org.dohyo.battle.Exchange;
import org.dohyo.support.Problem;
import org.dohyo.web.Paging;
import org.dohyo.web.Unknown;

/** The desk's interface to votes: list, exclude, restore. */
@Path("/api/admin/votes")
@Consumes(MediaType.APPLICATION_JSON)
public class VoteAdminResource {

    private static final int MOST = 500;
    private static final int MOST_REASON = 1000;

    private final VoteAdmin admin;
    private final SignedIn signedIn;

    VoteAdminResource(VoteAdmin admin, SignedIn signedIn) {
        this.admin = admin;
        this.signedIn = signedIn;
    }

    public record Page(List<VoteAdmin.Judged> votes) {
    }

    public record Why(String reason) {
    }

    /** Newest first; {@code before} (a time) turns the page. */
    @GET
    @RolesAllowed(Role.Name.READER)
    public Page votes(@QueryParam("before") String before, @QueryParam("limit") @DefaultValue("100") int limit,
            @QueryParam("excluded") @DefaultValue("false") boolean excluded) {
        return new Page(admin.newest(Paging.before(before), Paging.limit(limit, MOST), excluded));
    }

    /** The prompts and answers of a battle. */
    public record Conversation(List<Exchange> turns) {
    }

    /** The texts of the battle, for moderators only: people wrote them. */
    @GET
    @Path("{id}")
    @RolesAllowed(Role.Name.MODERATOR)
    public Conversation conversation(@Unknown(code = VoteAdmin.UNKNOWN, detail = VoteAdmin.UNKNOWN_DETAIL) UUID id) {
        return new Conversation(admin.conversation(id));
    }

    @POST
    @Path("{id}/exclude")
    @RolesAllowed(Role.Name.MODERATOR)
    public void exclude(@Unknown(code = VoteAdmin.UNKNOWN, detail = VoteAdmin.UNKNOWN_DETAIL) UUID id, Why why) {
        admin.exclude(id, reason(why), signedIn.name());
    }

    @POST
    @Path("{id}/restore")
    @RolesAllowed(Role.Name.MODERATOR)
    public void restore(@Unknown(code = VoteAdmin.UNKNOWN, detail = VoteAdmin.UNKNOWN_DETAIL) UUID id, Why why) {
        admin.restore(id, reason(why), signedIn.name());
    }

    /** Required, because it becomes part of the public log. */
    private static String reason(Why why) {
        String reason = why == null || why.reason == null ? "" : why.reason.replace("\0", "").strip();
        if (reason.isEmpty() || reason.length() > MOST_REASON) {
            throw Problem.field(Status.BAD_REQUEST, "reason", "body", "must have 1 to " + MOST_REASON + " characters");
        }
        return reason;
    }
}
