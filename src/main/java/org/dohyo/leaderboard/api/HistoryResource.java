package org.dohyo.leaderboard.api;

import java.util.List;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.dohyo.leaderboard.board.BoardHistories;
import org.dohyo.leaderboard.board.BoardHistory;
import org.dohyo.leaderboard.board.BoardHistory.Resolution;
import org.dohyo.leaderboard.board.BoardKey;
import org.dohyo.leaderboard.board.Boards;
import org.dohyo.leaderboard.page.BoardQuery;
import org.dohyo.text.CategoryRule;
import org.dohyo.web.Format;
import org.dohyo.web.ParameterPlace;
import org.dohyo.web.cache.DataCache;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

import io.quarkus.vertx.http.Compressed;
import io.smallrye.common.annotation.Blocking;

/** The history of ratings and ranks. */
@Path("/api/leaderboard/history")
@Produces({ MediaType.APPLICATION_JSON, Format.TEXT_CSV })
@Blocking
public class HistoryResource {

    private static final int MAX_SLUG = 100;

    private final Boards boards;
    private final BoardHistories histories;
    private final DataCache cache;
    private final CategoryRule.Repository rules;

    HistoryResource(Boards boards, BoardHistories histories, DataCache cache, CategoryRule.Repository rules) {
        this.boards = boards;
        this.histories = histories;
        this.cache = cache;
        this.rules = rules;
    }

    /**
     * The last board of each day, or of each hour or minute as far back as those are kept (90 days, one day), by model.
     *
     * @param model a slug; all models without it
     */
    @GET
    @Compressed
    @APIResponse(responseCode = "200", description = "By model; as CSV one line for each point, after its model's slug",
            content = @Content(schema = @Schema(implementation = BoardHistory.class)))
    public Response history(@BeanParam BoardQuery query, @QueryParam("model") String model,
            @QueryParam("resolution") @DefaultValue("day") String resolution, @QueryParam("format") String format,
            @Context Request request, @Context HttpHeaders headers) {
        ParameterPlace.QUERY.check("resolution", Resolution.ofLabel(resolution).isPresent(),
                List.of("minute", "hour", "day"));
        BoardKey key = query.key(boards, rules);
        ParameterPlace.QUERY.check("model", model == null || model.length() <= MAX_SLUG,
                words -> words.longest(MAX_SLUG));
        return cache.respond(request, headers, Format.of(format, headers),
                "history " + key + " " + resolution + " " + model,
                () -> histories.of(key, Resolution.ofLabel(resolution).orElseThrow(), model), BoardHistory::csv);
    }
}
