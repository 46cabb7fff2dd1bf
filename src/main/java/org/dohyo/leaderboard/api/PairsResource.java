package org.dohyo.leaderboard.api;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

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
import org.dohyo.leaderboard.page.BoardQuery;
import org.dohyo.rating.Proportion;
import org.dohyo.text.CategoryRule;
import org.dohyo.web.Csv;
import org.dohyo.web.Format;
import org.dohyo.web.cache.CachedAnswers;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

import io.quarkus.vertx.http.Compressed;
import io.smallrye.common.annotation.Blocking;

/** How often each two models met, and how it went. */
@Path("/api/leaderboard/pairs")
@Produces({ MediaType.APPLICATION_JSON, Format.TEXT_CSV })
@Blocking
public class PairsResource {

    private static final String SELECT = """
            select h.size, a.slug, b.slug, c.first_wins, c.second_wins, c.ties, c.both_bad
            from log_head h left join pair_count c on c.category = ?
                and c.first_wins + c.second_wins + c.ties + c.both_bad > 0
            left join model a on a.id = c.first left join model b on b.id = c.second order by a.slug, b.slug""";

    private final Boards boards;
    private final CachedAnswers answers;
    private final CategoryRule.Repository rules;

    PairsResource(Boards boards, CachedAnswers answers, CategoryRule.Repository rules) {
        this.boards = boards;
        this.answers = answers;
        this.rules = rules;
    }

    /**
     * @param winRate A's share of the points, a tie and both bad as one half, 0 … 1; by votes
     * @param low of its 95% interval by Wilson, votes taken as independent
     */
    public record Pair(String modelA, String modelB, long votes, long winsA, long winsB, long ties, long bothBad,
            double winRate, double low, double high) {

        public static Pair of(String a, String b, long winsA, long winsB, long ties, long bothBad) {
            long votes = winsA + winsB + ties + bothBad;
            Proportion rate = Proportion.of(winsA + (ties + bothBad) / 2.0, votes);
            return new Pair(a, b, votes, winsA, winsB, ties, bothBad, rate.share(), rate.low(), rate.high());
        }

        public boolean isBetween(String one, String other) {
            return modelA.equals(one) && modelB.equals(other) || modelA.equals(other) && modelB.equals(one);
        }

        /** The same pair with that model as A. */
        public Pair seenFrom(String slug) {
            return modelA.equals(slug) ? this
                    : new Pair(modelB, modelA, votes, winsB, winsA, ties, bothBad, 1 - winRate, 1 - high, 1 - low);
        }
    }

    public record Pairs(String category, long logSize, List<Pair> pairs) {

        private static final String HEADER = "modelA,modelB,votes,winsA,winsB,ties,bothBad,winRate,low,high\r\n";

        String csv() {
            return HEADER + pairs.stream().map(pair -> Csv.line(pair.modelA(), pair.modelB(), pair.votes(), pair.winsA(),
                    pair.winsB(), pair.ties(), pair.bothBad(), pair.winRate(), pair.low(), pair.high()))
                    .collect(Collectors.joining());
        }
    }

    /** Every pair with a vote in the category, each once. */
    @GET
    @Compressed
    @APIResponse(responseCode = "200", description = "As CSV one line for each pair, in the order of its fields", content = @Content(schema = @Schema(implementation = Pairs.class)))
    public Response pairs(@BeanParam BoardQuery query, @QueryParam("format") String format, @Context Request request,
            @Context HttpHeaders headers) {
        String category = query.key(boards, rules).category();
        return answers.to(request, headers, Format.of(format, headers), "pairs " + category,
                connection -> read(connection, category), Pairs::csv);
    }

    public static Pairs read(Connection connection, String category) throws SQLException {
        long logSize = 0;
        List<Pair> pairs = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setString(1, category);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    logSize = row.getLong(1);
                    if (row.getString(2) != null) {
                        pairs.add(pair(row));
                    }
                }
            }
        }
        return new Pairs(category, logSize, pairs);
    }

    private static Pair pair(ResultSet row) throws SQLException {
        return Pair.of(row.getString(2), row.getString(3), row.getLong(4), row.getLong(5), row.getLong(6), row.getLong(7));
    }
}
