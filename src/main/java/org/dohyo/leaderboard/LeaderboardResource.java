package org.dohyo.leaderboard;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import org.dohyo.support.Problem;
import org.jboss.resteasy.reactive.RestStreamElementType;

import io.smallrye.mutiny.Multi;

/** The leaderboard for programs; each answer comes from memory and costs no query. */
@Path("/api/leaderboard")
public class LeaderboardResource {

    private static final Set<String> METHODS = Set.of("bt", "elo");
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final MediaType CSV = new MediaType("text", "csv", "utf-8");

    private final Boards boards;

    LeaderboardResource(Boards boards) {
        this.boards = boards;
    }

    /** What a listening page is told. */
    public record Published(Instant generatedAt, long votes) {
    }

    @GET
    @Produces({ MediaType.APPLICATION_JSON, "text/csv" })
    public Response board(@QueryParam("category") @DefaultValue("overall") String category,
            @QueryParam("method") @DefaultValue("bt") String method,
            @QueryParam("weights") @DefaultValue("voters") String weights,
            @QueryParam("styleControl") @DefaultValue("false") String styleControl,
            @QueryParam("openWeights") Boolean openWeights, @QueryParam("organization") String organization,
            @QueryParam("license") String license, @QueryParam("format") String format, @Context Request request,
            @Context HttpHeaders headers) {
        check("method", METHODS.contains(method), "must be bt or elo");
        check("weights", Weights.ofLabel(weights).isPresent(), "must be voters or votes");
        check("styleControl", styleControl.equals("false"), "must be false: no style-controlled board is published yet");
        check("category", boards.knows(category), "must be a category with a counted vote");
        check("format", format == null || format.equals("csv") || format.equals("json"), "must be json or csv");
        Board board = filtered(boards.current(category, method, weights(method, weights)), openWeights, organization, license);
        boolean csv = "csv".equals(format) || format == null && headers.getAcceptableMediaTypes().get(0).isCompatible(CSV)
                && !headers.getAcceptableMediaTypes().get(0).isWildcardType();
        EntityTag tag = new EntityTag(board.logSize() + "-" + board.generatedAt().toEpochMilli() + (csv ? "c" : "j"));
        Response.ResponseBuilder unchanged = board.votes() == 0 ? null : request.evaluatePreconditions(tag);
        if (unchanged != null) {
            return unchanged.build();
        }
        return Response.ok(csv ? BoardCsv.of(board) : board, csv ? CSV : MediaType.APPLICATION_JSON_TYPE).tag(tag)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT).build();
    }

    private static Weights weights(String method, String weights) {
        return method.equals("elo") ? Weights.VOTES : Weights.ofLabel(weights).orElseThrow();
    }

    private static void check(String parameter, boolean good, String message) {
        if (!good) {
            throw Problem.field(Status.BAD_REQUEST, parameter, "query", message);
        }
    }

    /** Hides rows; ranks stay those of the whole board. */
    private static Board filtered(Board board, Boolean openWeights, String organization, String license) {
        List<Board.Row> rows = board.models().stream()
                .filter(row -> openWeights == null || row.openWeights() == openWeights)
                .filter(row -> organization == null || row.organization().equals(organization))
                .filter(row -> license == null || row.license().equals(license)).toList();
        return new Board(board.generatedAt(), board.category(), board.method(), board.weights(), board.styleControl(),
                board.votes(), board.logSize(), board.methodVersion(), board.uncertaintyAt(), board.uncertaintyLogSize(), rows);
    }

    @GET
    @Path("/events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    public Multi<OutboundSseEvent> events(@Context Sse sse) {
        Multi<OutboundSseEvent> snapshots = boards.published().map(board -> sse.newEventBuilder().name("snapshot")
                .id(Long.toString(board.logSize())).data(new Published(board.generatedAt(), board.votes()))
                .mediaType(MediaType.APPLICATION_JSON_TYPE).build());
        Multi<OutboundSseEvent> heartbeats = Multi.createFrom().ticks().every(HEARTBEAT).onOverflow().drop()
                .map(tick -> sse.newEventBuilder().comment("").build());
        return Multi.createBy().merging().streams(snapshots, heartbeats);
    }
}
