package org.dohyo.vote;

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
import org.dohyo.battle.Exchange;
import org.dohyo.web.Paging;
import org.dohyo.web.Refusal;
import org.dohyo.web.Texts;

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

    /**
     * @param reason a note for the desk
     * @param code becomes part of the public log; OTHER if it is missing
     */
    public record Why(@NotBlank @Size(max = MOST_REASON) String reason, ReasonCode code) {

        ReasonCode among(List<ReasonCode> codes) {
            ReasonCode given = code == null ? ReasonCode.OTHER : code;
            if (!codes.contains(given)) {
                throw Refusal.field("code",
                        words -> Texts.oneOf(words, codes.stream().map(ReasonCode::name).toList()));
            }
            return given;
        }
    }

    /**
     * Newest first; {@code before} (a time) turns the page.
     *
     * @param model part of a model's slug or name, at most 200 characters, in any case
     * @param words part of the first 300 characters of the first prompt, at most 200 characters, in any case
     * @param voter the first 4 to 64 hexadecimal digits of the voter's tag
     */
    @GET
    @RolesAllowed(Role.Name.READER)
    public VoteAdmin.Page votes(@QueryParam("before") String before,
            @QueryParam("limit") @DefaultValue("100") int limit,
            @QueryParam("excluded") @DefaultValue("false") boolean excluded,
            @QueryParam("uncounted") @DefaultValue("false") boolean uncounted,
            @QueryParam("model") @DefaultValue("") String model, @QueryParam("q") @DefaultValue("") String words,
            @QueryParam("voter") @DefaultValue("") String voter) {
        return admin.newest(Paging.before(before), Paging.limit(limit, MOST),
                VoteSelection.of(excluded, uncounted, model, words, voter));
    }

    /** The prompts and answers of a battle. */
    public record Conversation(List<Exchange> turns) {
    }

    /** The texts of the battle, for moderators only: people wrote them. */
    @GET
    @Path("{id}")
    @RolesAllowed(Role.Name.MODERATOR)
    public Conversation conversation(UUID id) {
        return new Conversation(admin.conversation(id));
    }

    @POST
    @Path("{id}/exclude")
    @RolesAllowed(Role.Name.MODERATOR)
    public void exclude(UUID id, @NotNull @Valid Why why) {
        admin.exclude(id, why.among(ReasonCode.ofExclusion()), why.reason.strip(), signedIn.name());
    }

    @POST
    @Path("{id}/restore")
    @RolesAllowed(Role.Name.MODERATOR)
    public void restore(UUID id, @NotNull @Valid Why why) {
        admin.restore(id, why.among(ReasonCode.ofReturn()), why.reason.strip(), signedIn.name());
    }
}
