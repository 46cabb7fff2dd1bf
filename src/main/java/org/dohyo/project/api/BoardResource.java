package org.dohyo.project.api;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.dohyo.project.Criterion;
import org.dohyo.project.ProblemMessages;
import org.dohyo.project.board.Compared;
import org.dohyo.project.board.ModelComparisons;
import org.dohyo.project.board.ProjectBoards;
import org.dohyo.web.ParameterPlace;
import org.eclipse.microprofile.openapi.annotations.Operation;

import io.smallrye.common.annotation.Blocking;

/** The boards of a project for its owners and viewers, and for its annotators if the owner allows. */
@Path("/api/projects/{slug}")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class BoardResource {

    private final ProjectBoards boards;
    private final ModelComparisons comparisons;

    BoardResource(ProjectBoards boards, ModelComparisons comparisons) {
        this.boards = boards;
        this.comparisons = comparisons;
    }

    @GET
    @Path("board")
    @Operation(summary = "The board of a project by a criterion",
            description = "Computed in the background from the first logSize entries of the project's log. Callers are "
                    + "recognised by an account, a token of the scope projects:read, or an annotator's cookie; 404 for "
                    + "everyone else.")
    public ProjectBoards.View board(String slug,
            @QueryParam("criterion") @DefaultValue(Criterion.OVERALL) String criterion, @Context HttpHeaders headers) {
        return boards.of(slug, criterion, headers);
    }

    @GET
    @Path("compare")
    @Operation(summary = "Is the model b better than a?",
            description = "By an e-process over the judgements on the two, in the order of the log: it may be asked "
                    + "after each judgement. decision is better, worse, not-yet, or, with a margin of the mean score, "
                    + "equivalent. Callers as for the board.")
    public Compared compare(String slug, @QueryParam("a") String a, @QueryParam("b") String b,
            @QueryParam("criterion") @DefaultValue(Criterion.OVERALL) String criterion,
            @QueryParam("margin") String margin, @Context HttpHeaders headers) {
        return comparisons.of(slug, a, b, criterion, number(margin), headers);
    }

    private static Double number(String margin) {
        boolean absent = margin == null || margin.isEmpty();
        ParameterPlace.QUERY.check(ProblemMessages.class, "margin", absent || margin.matches("\\d(\\.\\d{1,9})?"),
                ProblemMessages::margin);
        return absent ? null : Double.valueOf(margin);
    }
}
