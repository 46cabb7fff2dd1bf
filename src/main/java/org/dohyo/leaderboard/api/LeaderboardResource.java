package org.dohyo.leaderboard.api;

import java.time.Instant;

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
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import org.dohyo.leaderboard.board.Board;
import org.dohyo.leaderboard.board.Boards;
import org.dohyo.leaderboard.page.BoardQuery;
import org.dohyo.text.CategoryRule;
import org.dohyo.web.Format;
import org.dohyo.web.ServerSentEvents;
import org.dohyo.web.cache.CompressedBody;
import org.dohyo.web.cache.ResponseCache;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestStreamElementType;

import io.quarkus.vertx.http.Compressed;
import io.smallrye.mutiny.Multi;

/** The leaderboard for programs; each response comes from memory and costs no query. */
@Path("/api/leaderboard")
public class LeaderboardResource {

    private final Boards boards;
    private final CategoryRule.Repository rules;
    private final ResponseCache responses;

    LeaderboardResource(Boards boards, CategoryRule.Repository rules, ResponseCache responses) {
        this.boards = boards;
        this.rules = rules;
        this.responses = responses;
    }

    /** Sent to listening pages with each new board. */
    public record Published(Instant generatedAt, long votes) {
    }

    /** The newest board, or those of its rows that match all given filters. */
    @GET
    @Compressed
    @Produces({ MediaType.APPLICATION_JSON, Format.TEXT_CSV })
    @APIResponse(responseCode = "200",
            description = "The table; as CSV the rows of models, in the order of their fields",
            content = @Content(schema = @Schema(implementation = Board.class)))
    public Response board(@BeanParam BoardQuery query, @QueryParam("openWeights") Boolean openWeights,
            @QueryParam("organization") String organization, @QueryParam("license") String license,
            @QueryParam("format") String formatName, @Context Request request, @Context HttpHeaders headers) {
        Format format = Format.of(formatName, headers);
        long version = boards.version();
        Boards.Published published = boards.current(query.key(boards, rules));
        Board board = published.board();
        Board filtered = filtered(board, openWeights, organization, license);
        CompressedBody body = format == Format.CSV ? CompressedBody.of(BoardCsv.of(filtered))
                : filtered == board ? published.json() : boards.asJson(filtered);
        return responses.respond(request, headers, version, body, format.type(),
                format.tag(board.logSize() + "-" + board.generatedAt().toEpochMilli()), HttpHeaders.ACCEPT);
    }

    /** Hides rows; ranks stay those of the whole board. */
    private static Board filtered(Board board, Boolean openWeights, String organization, String license) {
        if (openWeights == null && organization == null && license == null) {
            return board;
        }
        return board.with(
                board.models().stream().filter(row -> openWeights == null || openWeights.equals(row.openWeights()))
                        .filter(row -> organization == null || row.organization().equals(organization))
                        .filter(row -> license == null || row.license().equals(license)).toList());
    }

    /** Sends an event for each new board, and a comment every 15 seconds to keep the connection open. */
    @GET
    @Path("/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    public Multi<OutboundSseEvent> events(@Context Sse sse) {
        return ServerSentEvents.of(sse, boards.published().map(board -> new ServerSentEvents.Event(
                Long.toString(board.logSize()), "snapshot", new Published(board.generatedAt(), board.votes()))));
    }
}
