package org.dohyo.leaderboard.api;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

import org.dohyo.leaderboard.board.BoardKey;
import org.dohyo.leaderboard.board.Boards;
import org.dohyo.leaderboard.page.BoardQuery;
import org.dohyo.text.CategoryRule;
import org.dohyo.web.Csv;
import org.dohyo.web.Format;
import org.dohyo.web.cache.CachedAnswers;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

import io.quarkus.vertx.http.Compressed;
import io.smallrye.common.annotation.Blocking;

/** How ratings have moved: what each board said that is still kept. */
@Path("/api/leaderboard/history")
@Produces({ MediaType.APPLICATION_JSON, Format.TEXT_CSV })
@Blocking
public class HistoryResource {

    private static final Set<String> RESOLUTIONS = Set.of("minute", "hour", "day");
    private static final String SELECT = """
            select distinct on (date_trunc('%1$s', generated_at)) generated_at, log_size, method_version, models, ranks, ratings,
                lows, highs from snapshot
            where category = ? and method = ? and weights = ? and style_control = ?
            order by date_trunc('%1$s', generated_at), id desc""";

    private final Boards boards;
    private final CachedAnswers answers;
    private final CategoryRule.Repository rules;

    HistoryResource(Boards boards, CachedAnswers answers, CategoryRule.Repository rules) {
        this.boards = boards;
        this.answers = answers;
        this.rules = rules;
    }

    /** @param low null, as {@code high}, where the interval was not known */
    public record Point(Instant at, long logSize, String methodVersion, int rank, float rating, Float low, Float high) {
    }

    public record Series(String slug, List<Point> points) {
    }

    public record History(String category, String method, String weights, boolean styleControl, String resolution,
            List<Series> models) {

        String csv() {
            StringBuilder csv = new StringBuilder("model,at,logSize,methodVersion,rank,rating,low,high\r\n");
            for (Series series : models) {
                for (Point point : series.points()) {
                    csv.append(Csv.line(series.slug(), point.at(), point.logSize(), point.methodVersion(), point.rank(),
                            point.rating(), point.low(), point.high()));
                }
            }
            return csv.toString();
        }
    }

    /**
     * The last board of each day, or of each hour or minute as far as they are kept (90 days, one day), by model.
     *
     * @param model a slug; all models without it
     */
    @GET
    @Compressed
    @APIResponse(responseCode = "200", description = "By model; as CSV one line for each point, after its model's slug", content = @Content(schema = @Schema(implementation = History.class)))
    public Response history(@BeanParam BoardQuery query, @QueryParam("model") String model,
            @QueryParam("resolution") @DefaultValue("day") String resolution, @QueryParam("format") String format,
            @Context Request request, @Context HttpHeaders headers) {
        BoardQuery.check("resolution", RESOLUTIONS.contains(resolution), "must be minute, hour or day");
        BoardKey key = query.key(boards, rules);
        BoardQuery.check("model", model == null || model.length() <= 100, "must be a model's slug");
        return answers.to(request, headers, Format.of(format, headers), "history " + key + " " + resolution + " " + model,
                connection -> read(connection, key, resolution, model), History::csv);
    }

    public static History read(Connection connection, BoardKey key, String resolution, String model) throws SQLException {
        Map<String, List<Point>> points = new LinkedHashMap<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT.formatted(resolution))) {
            select.setString(1, key.category());
            select.setString(2, key.method());
            select.setString(3, key.weights().label());
            select.setBoolean(4, key.styleControl());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    read(row, model, points);
                }
            }
        }
        List<Series> models = points.entrySet().stream().map(entry -> new Series(entry.getKey(), entry.getValue())).toList();
        return new History(key.category(), key.method(), key.weights().label(), key.styleControl(), resolution, models);
    }

    private static void read(ResultSet row, String model, Map<String, List<Point>> points) throws SQLException {
        Instant at = row.getTimestamp("generated_at").toInstant();
        long logSize = row.getLong("log_size");
        String version = row.getString("method_version");
        String[] models = (String[]) row.getArray("models").getArray();
        Integer[] ranks = (Integer[]) row.getArray("ranks").getArray();
        Float[] ratings = (Float[]) row.getArray("ratings").getArray();
        Float[] lows = (Float[]) row.getArray("lows").getArray();
        Float[] highs = (Float[]) row.getArray("highs").getArray();
        for (int i = 0; i < models.length; i++) {
            if (model == null || model.equals(models[i])) {
                points.computeIfAbsent(models[i], unused -> new ArrayList<>()).add(new Point(at, logSize, version, ranks[i],
                        ratings[i], lows[i].isNaN() ? null : lows[i], highs[i].isNaN() ? null : highs[i]));
            }
        }
    }
}
