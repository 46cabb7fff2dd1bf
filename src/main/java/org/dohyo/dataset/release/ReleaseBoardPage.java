package org.dohyo.dataset.release;

import java.util.List;
import java.util.Optional;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.dohyo.leaderboard.board.Board;
import org.dohyo.leaderboard.chart.Chart;
import org.dohyo.leaderboard.chart.ChartMessages;
import org.dohyo.leaderboard.chart.NumberText;
import org.dohyo.leaderboard.chart.RatingChart;
import org.dohyo.web.Languages;
import org.dohyo.web.Texts;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

/** The board of a release as a page, as it was when the release was published; a withdrawn release has a tombstone. */
@Path("/data/{id}/board")
@Blocking
public class ReleaseBoardPage {

    /** More rows would make the picture unreadable; the table has all. */
    private static final int MOST_DRAWN = 60;

    private final PublicReleases releases;
    private final ReleaseBoards boards;
    private final Languages languages;

    ReleaseBoardPage(PublicReleases releases, ReleaseBoards boards, Languages languages) {
        this.releases = releases;
        this.boards = boards;
        this.languages = languages;
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {
        }

        static native TemplateInstance board(DataPage.Line line, List<Row> rows, Chart chart, String votes,
                String locale, String path);
    }

    /**
     * A model as text.
     *
     * @param half half of the rating's 95% interval; null without one
     */
    record Row(Board.Row model, String rank, String range, String rating, String half, String votes, String win) {

        static Row of(Board.Row row) {
            return new Row(row, row.rank() == null ? "–" : row.rank().toString(), range(row),
                    NumberText.whole(row.rating()),
                    row.low() == null ? null : NumberText.whole((row.high() - row.low()) / 2),
                    NumberText.grouped(row.votes()), NumberText.percent(row.winRate(), row.votes()));
        }

        private static String range(Board.Row row) {
            return row.rankLow() == null ? "–"
                    : row.rankLow().equals(row.rankHigh()) ? row.rankLow().toString()
                            : row.rankLow() + "–" + row.rankHigh();
        }
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance show(@PathParam("id") long id, @Context HttpHeaders headers) {
        String locale = languages.of(headers);
        PublicReleases.Listed release = releases.one(id, Texts.of(ReleaseMessages.class, locale));
        Optional<Board> board = release.withdrawnAt() != null ? Optional.empty()
                : boards.of(id).map(ReleaseBoards.Kept::board);
        List<Board.Row> models = board.map(Board::models).orElse(List.of());
        Chart chart = RatingChart.draw(models.subList(0, Math.min(MOST_DRAWN, models.size())),
                models.size() > MOST_DRAWN, Texts.of(ChartMessages.class, locale));
        return Templates.board(DataPage.Line.of(release), models.stream().map(Row::of).toList(), chart,
                NumberText.grouped(board.map(Board::votes).orElse(0L)), locale, "/data/" + id + "/board")
                .setLocale(locale);
    }
}
