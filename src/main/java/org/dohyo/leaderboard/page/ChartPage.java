package org.dohyo.leaderboard.page;

import java.util.List;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.leaderboard.board.Boards;
import org.dohyo.leaderboard.board.ModelColumn;
import org.dohyo.leaderboard.chart.Chart;
import org.dohyo.leaderboard.chart.Svg;
import org.dohyo.text.CategoryRule;
import org.dohyo.web.Languages;
import org.dohyo.web.Refusal;
import org.dohyo.web.cache.PageCache;

import io.quarkus.arc.All;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.Compressed;
import io.smallrye.common.annotation.Blocking;

/** The leaderboard's charts, each also as SVG and as CSV. */
@Path("/leaderboard/charts")
@Blocking
public class ChartPage {

    private final Boards boards;
    private final CategoryRule.Repository rules;
    private final List<ModelColumn> columns;
    private final Charts charts;
    private final PageCache pages;
    private final Languages languages;

    ChartPage(Boards boards, CategoryRule.Repository rules, @All List<ModelColumn> columns, Charts charts,
            PageCache pages,
            Languages languages) {
        this.boards = boards;
        this.rules = rules;
        this.columns = columns;
        this.charts = charts;
        this.pages = pages;
        this.languages = languages;
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {
        }

        static native TemplateInstance charts(List<Chart> charts, BoardView view, String locale, String path);
    }

    @GET
    @Compressed
    @Produces(MediaType.TEXT_HTML)
    public Response charts(@BeanParam ViewQuery query, @Context Request request, @Context HttpHeaders headers) {
        BoardView view = query.view(boards, rules, columns);
        String locale = languages.of(headers);
        return pages.html(request, headers, "charts " + locale + " " + view.cacheKey(), () -> {
            List<BoardLine> lines = lines(view, locale);
            return Templates
                    .charts(Charts.NAMES.stream().map(name -> charts.draw(name, view, lines, locale)).toList(), view,
                            locale, view.charts())
                    .setLocale(locale).render();
        });
    }

    /**
     * A single route: with the ending in its pattern, the router would try the pattern at each place of a long address.
     *
     * @param file the chart's name, then {@code .svg} or {@code .csv}
     */
    @GET
    @Compressed
    @Path("/{file}")
    @Produces({ "image/svg+xml", "text/csv" })
    public Response file(String file, @BeanParam ViewQuery query, @Context Request request,
            @Context HttpHeaders headers) {
        int dot = Math.max(0, file.lastIndexOf('.'));
        String name = file.substring(0, dot);
        if (!Charts.NAMES.contains(name)) {
            throw unknown();
        }
        return switch (file.substring(dot)) {
            case ".svg" -> svg(name, query, request, headers);
            case ".csv" -> csv(name, query, request, headers);
            default -> throw unknown();
        };
    }

    private Response svg(String name, ViewQuery query, Request request, HttpHeaders headers) {
        BoardView view = query.view(boards, rules, columns);
        String locale = languages.of(headers);
        return pages.svg(request, headers, "svg " + locale + " " + name + " " + view.cacheKey(), () -> {
            Chart chart = charts.draw(name, view, lines(view, locale), locale);
            return chart.empty() ? new Svg(320, 40, chart.title()).toString() : chart.svg();
        });
    }

    private Response csv(String name, ViewQuery query, Request request, HttpHeaders headers) {
        BoardView view = query.view(boards, rules, columns);
        String locale = languages.of(headers);
        return pages.csv(request, headers, "csv " + locale + " " + name + " " + view.cacheKey(),
                () -> charts.draw(name, view, lines(view, locale), locale).csv());
    }

    private static Refusal unknown() {
        return Refusal.of(LeaderboardMessages.class, Status.NOT_FOUND, "no-such-chart",
                words -> words.noSuchChart(String.join(", ", Charts.NAMES)));
    }

    private List<BoardLine> lines(BoardView view, String locale) {
        List<BoardTable.Shown> shown = columns.stream().filter(column -> view.columns().contains(column.key()))
                .map(column -> new BoardTable.Shown(column.key(), column.title(locale), column.note(locale),
                        column.figures()))
                .toList();
        return BoardTable.of(boards.current(view.key()).board(), view, null, shown).lines();
    }
}
