package org.dohyo.leaderboard.api;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.dohyo.leaderboard.board.Boards;
import org.dohyo.leaderboard.board.Meetings;
import org.dohyo.leaderboard.board.PairResults;
import org.dohyo.leaderboard.page.BoardQuery;
import org.dohyo.text.CategoryRule;
import org.dohyo.web.Format;
import org.dohyo.web.cache.DataCache;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

import io.quarkus.vertx.http.Compressed;
import io.smallrye.common.annotation.Blocking;

/** The votes between each two models. */
@Path("/api/leaderboard/pairs")
@Produces({ MediaType.APPLICATION_JSON, Format.TEXT_CSV })
@Blocking
public class PairsResource {

    private final Boards boards;
    private final Meetings meetings;
    private final DataCache cache;
    private final CategoryRule.Repository rules;

    PairsResource(Boards boards, Meetings meetings, DataCache cache, CategoryRule.Repository rules) {
        this.boards = boards;
        this.meetings = meetings;
        this.cache = cache;
        this.rules = rules;
    }

    /** Every pair with a vote in the category, each once. */
    @GET
    @Compressed
    @APIResponse(responseCode = "200", description = "As CSV one line for each pair, in the order of its fields",
            content = @Content(schema = @Schema(implementation = PairResults.class)))
    public Response pairs(@BeanParam BoardQuery query, @QueryParam("format") String format, @Context Request request,
            @Context HttpHeaders headers) {
        String category = query.key(boards, rules).category();
        return cache.respond(request, headers, Format.of(format, headers), "pairs " + category,
                () -> meetings.results(category), PairResults::csv);
    }
}
