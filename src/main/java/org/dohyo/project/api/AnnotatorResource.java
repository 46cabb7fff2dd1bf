package org.dohyo.project.api;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.dohyo.project.judgement.Judgements;
import org.dohyo.project.judgement.Passage;
import org.dohyo.project.people.Annotators;
import org.dohyo.project.people.Invitations;
import org.dohyo.project.queue.Queue;
import org.eclipse.microprofile.openapi.annotations.Operation;

import io.smallrye.common.annotation.Blocking;

/** The calls of annotators, whom the voter's cookie or the account recognises. To others a project doesn't exist. */
@Path("/api/projects")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class AnnotatorResource {

    private static final int LONGEST_TOKEN = 100;
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_COMMENT = 5_000;
    private static final int MOST_RATINGS = 20;

    private final Annotators annotators;
    private final Invitations invitations;
    private final Queue queue;
    private final Judgements judgements;

    AnnotatorResource(Annotators annotators, Invitations invitations, Queue queue, Judgements judgements) {
        this.annotators = annotators;
        this.invitations = invitations;
        this.queue = queue;
        this.judgements = judgements;
    }

    public record Joining(@NotBlank @Size(max = LONGEST_TOKEN) String token) {
    }

    /** @param page of the project */
    public record Joined(String page) {
    }

    public record Judgement(@NotNull UUID id,
            @NotNull @Size(max = MOST_RATINGS, message = "{dohyo.Entries.message}") Map<String, String> ratings,
            @Size(max = LONGEST_COMMENT) String comment, List<Passage> highlights) {
    }

    public record Skip(@NotNull UUID id, @NotBlank @Size(max = LONGEST_REASON) String reason) {
    }

    @POST
    @Path("join")
    @Operation(summary = "Makes the caller an annotator by an invitation's token; names the project's page")
    public Response join(@NotNull @Valid Joining joining, @Context HttpHeaders headers, @Context UriInfo uri) {
        Invitations.Joined joined = invitations.join(joining.token, headers, uri);
        Response.ResponseBuilder answer = Response.ok(new Joined("/projects/" + joined.slug()));
        return (joined.cookie() == null ? answer : answer.cookie(joined.cookie())).build();
    }

    @POST
    @Path("{slug}/next")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Two answers to judge, reserved for the caller: the same ones until they are judged or skipped; "
                    + "or why there are none (DONE, QUOTA, CLOSED)")
    public Queue.Next next(String slug, @Context HttpHeaders headers) {
        return queue.next(annotators.of(slug, headers));
    }

    @POST
    @Path("{slug}/judgements")
    @Operation(summary = "Judges the reserved answers: a rating by the slug of each criterion, a comment, and "
            + "marked passages",
            description = "A, B, TIE or BOTH_BAD on the scale choice; A_MUCH, A, TIE, B or B_MUCH on five-point. The same "
                    + "judgement again changes nothing; another one is refused with 409. Where the project's owner has "
                    + "switched it on, highlights are up to 50 passages that don't overlap: side (A or B), turn (from "
                    + "1), start and end (excluded) in UTF-16 units of the answer's text as `next` has it, kind (good or "
                    + "bad), and optionally a note of up to 500 characters.")
    public Judgements.Stored judge(String slug, @NotNull @Valid Judgement judgement, @Context HttpHeaders headers) {
        return judgements.judge(annotators.of(slug, headers), judgement.id, judgement.ratings,
                PlainText.of("comment", judgement.comment), judgement.highlights);
    }

    @POST
    @Path("{slug}/skips")
    @Operation(summary = "Leaves the reserved answers to others, for a reason")
    public void skip(String slug, @NotNull @Valid Skip skip, @Context HttpHeaders headers) {
        queue.skip(annotators.of(slug, headers), skip.id, PlainText.of("reason", skip.reason));
    }
}
