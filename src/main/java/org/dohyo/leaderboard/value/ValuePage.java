package org.dohyo.leaderboard.value;

import java.util.Arrays;
import java.util.stream.Collectors;

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
import org.dohyo.leaderboard.chart.Chart;
import org.dohyo.leaderboard.chart.Svg;
import org.dohyo.leaderboard.page.CategoryList;
import org.dohyo.leaderboard.page.LeaderboardMessages;
import org.dohyo.text.CategoryRule;
import org.dohyo.web.Languages;
import org.dohyo.web.Refusal;
import org.dohyo.web.cache.PageCache;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.Compressed;
import io.smallrye.common.annotation.Blocking;

/** Quality, price and speed as a page; each of its charts also as SVG and as CSV. */
@Path(ValuePage.PATH)
@Blocking
public class ValuePage {

    static final String PATH = "/leaderboard/value";

    private final Boards boards;
    private final CategoryRule.Repository rules;
    private final CategoryList categories;
    private final ValueBoards values;
    private final PageCache pages;
    private final Languages languages;

    ValuePage(Boards boards, CategoryRule.Repository rules, CategoryList categories, ValueBoards values,
            PageCache pages, Languages languages) {
        this.boards = boards;
        this.rules = rules;
        this.categories = categories;
        this.values = values;
        this.pages = pages;
        this.languages = languages;
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {
        }

        static native TemplateInstance value(ValueView view, String locale, String path);
    }

    @GET
    @Compressed
    @Produces(MediaType.TEXT_HTML)
    public Response value(@BeanParam ValueQuery query, @Context Request request, @Context HttpHeaders headers) {
        query.check(boards, rules);
        String locale = languages.of(headers);
        return pages.html(request, headers, "value " + locale + " " + query.key(), () -> Templates
                .value(ValueView.of(values.of(query.category, query.currency), categories.in(locale), query, locale),
                        locale, query.address(PATH))
                .setLocale(locale).render());
    }

    /** @param file {@code price}, {@code speed} or {@code wait}, then {@code .svg} or {@code .csv} */
    @GET
    @Compressed
    @Path("/{file}")
    @Produces({ "image/svg+xml", "text/csv" })
    public Response file(String file, @BeanParam ValueQuery query, @Context Request request,
            @Context HttpHeaders headers) {
        int dot = Math.max(0, file.lastIndexOf('.'));
        Quantity quantity = Arrays.stream(Quantity.values())
                .filter(known -> known.label().equals(file.substring(0, dot))).findFirst()
                .orElseThrow(ValuePage::unknown);
        query.check(boards, rules);
        String locale = languages.of(headers);
        String key = file + " " + locale + " " + query.key();
        return switch (file.substring(dot)) {
            case ".svg" -> pages.svg(request, headers, key, () -> {
                Chart chart = chart(quantity, query, locale);
                return chart.empty() ? new Svg(320, 40, chart.title()).toString() : chart.svg();
            });
            case ".csv" -> pages.csv(request, headers, key, () -> chart(quantity, query, locale).csv());
            default -> throw unknown();
        };
    }

    private Chart chart(Quantity quantity, ValueQuery query, String locale) {
        return ValueCharts.of(values.of(query.category, query.currency), locale).draw(quantity);
    }

    private static Refusal unknown() {
        return Refusal.of(LeaderboardMessages.class, Status.NOT_FOUND, "no-such-chart", words -> words.noSuchChart(
                Arrays.stream(Quantity.values()).map(Quantity::label).collect(Collectors.joining(", "))));
    }
}
