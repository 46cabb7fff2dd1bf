package org.dohyo.leaderboard;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.dohyo.text.Categories;
import org.dohyo.web.Languages;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

/** The leaderboard as a page: the whole table is in the HTML, the script only fetches it again when it has moved. */
@Path("/leaderboard")
public class LeaderboardPage {

    private static final DateTimeFormatter UPDATED = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'")
            .withZone(ZoneOffset.UTC);

    private final Boards boards;
    private final Languages languages;

    LeaderboardPage(Boards boards, Languages languages) {
        this.boards = boards;
        this.languages = languages;
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {
        }

        /**
         * @param ranged whether any row has a range of ranks
         * @param cut whether any interval leaves the axis
         * @param tied whether any row can't be told apart from the first
         */
        static native TemplateInstance leaderboard(Board board, List<BoardLine> lines, List<RatingAxis.Tick> axis,
                String votes, String updated, boolean ranged, boolean cut, boolean tied, boolean elo, String locale,
                String path);
    }

    @GET
    @Blocking
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance leaderboard(@RestQuery String method, @Context HttpHeaders headers) {
        String locale = languages.of(headers);
        boolean elo = "elo".equals(method);
        Board board = boards.current(BoardKey.of(Categories.OVERALL, elo ? "elo" : "bt", Weights.VOTERS, false)).board();
        RatingAxis axis = RatingAxis.of(board.models());
        List<BoardLine> lines = BoardLine.of(board.models(), axis);
        return Templates.leaderboard(board, lines, axis.ticks(), BoardLine.grouped(board.votes()),
                UPDATED.format(board.generatedAt()), board.models().stream().anyMatch(row -> row.rankLow() != null),
                lines.stream().anyMatch(line -> line.cutLow() || line.cutHigh()),
                lines.stream().anyMatch(BoardLine::tied), elo, locale, elo ? "/leaderboard?method=elo" : "/leaderboard")
                .setLocale(locale);
    }
}
