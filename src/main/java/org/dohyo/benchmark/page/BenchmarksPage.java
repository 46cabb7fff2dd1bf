package org.dohyo.benchmark.page;

import java.util.List;
import java.util.Map;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.dohyo.benchmark.Benchmark;
import org.dohyo.benchmark.Benchmarks;
import org.dohyo.leaderboard.chart.Chart;
import org.dohyo.leaderboard.chart.Svg;
import org.dohyo.web.Languages;
import org.dohyo.web.Texts;
import org.dohyo.web.cache.PageCache;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.Compressed;
import io.smallrye.common.annotation.Blocking;

/** The pages of benchmarks, complete without a script. */
@Path("/benchmarks")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class BenchmarksPage {

    private final Benchmarks benchmarks;
    private final BenchmarkViews views;
    private final PageCache pages;
    private final Languages languages;

    BenchmarksPage(Benchmarks benchmarks, BenchmarkViews views, PageCache pages, Languages languages) {
        this.benchmarks = benchmarks;
        this.views = views;
        this.pages = pages;
        this.languages = languages;
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {
        }

        static native TemplateInstance benchmarks(List<Benchmark> benchmarks, Map<String, Benchmarks.Extent> extents,
                String locale, String path);

        static native TemplateInstance benchmark(BenchmarkView view, String locale, String path);

        static native TemplateInstance results(ResultsView view, String locale, String path);

        static native TemplateInstance table(List<TableView> lines, String locale, String path);
    }

    private static BenchmarkMessages words(String locale) {
        return Texts.of(BenchmarkMessages.class, locale);
    }

    private String key(String what, String locale) {
        return "benchmarks " + benchmarks.version() + " " + locale + " " + what;
    }

    @GET
    @Compressed
    public Response all(@Context Request request, @Context HttpHeaders headers) {
        String locale = languages.of(headers);
        return pages.other(request, headers, key("list", locale), PageCache.HTML, () -> {
            Map<String, Benchmarks.Extent> extents = benchmarks.extents();
            return Templates.benchmarks(benchmarks.of(extents.keySet()), extents, locale, "/benchmarks")
                    .setLocale(locale).render();
        });
    }

    @GET
    @Path("/table")
    @Compressed
    public Response table(@Context Request request, @Context HttpHeaders headers) {
        String locale = languages.of(headers);
        return pages.other(request, headers, key("table", locale), PageCache.HTML, () -> Templates.table(
                views.table().models().stream().map(TableView::of).toList(), locale, "/benchmarks/table")
                .setLocale(locale)
                .render());
    }

    @GET
    @Path("/{benchmark}")
    @Compressed
    public Response one(String benchmark, @RestQuery String metric, @RestQuery String scenario,
            @Context Request request,
            @Context HttpHeaders headers) {
        String locale = languages.of(headers);
        BenchmarkSelection selection = views.selection(benchmark, metric, scenario);
        return pages.other(request, headers, key("one " + selection.key(), locale), PageCache.HTML, () -> {
            BenchmarkMatrix matrix = views.matrix(selection);
            BenchmarkView view = BenchmarkView.of(matrix, views.scatter(matrix, selection.scenario()), views.names(),
                    words(locale));
            return Templates.benchmark(view, locale, view.at().matrix(selection.metric(), selection.scenario()))
                    .setLocale(locale)
                    .render();
        });
    }

    @GET
    @Path("/{benchmark}/scatter.svg")
    @Produces("image/svg+xml")
    @Compressed
    public Response scatter(String benchmark, @RestQuery String metric, @RestQuery String scenario,
            @Context Request request,
            @Context HttpHeaders headers) {
        String locale = languages.of(headers);
        BenchmarkSelection selection = views.selection(benchmark, metric, scenario);
        return pages.other(request, headers, key("svg " + selection.key(), locale), PageCache.SVG, () -> {
            BenchmarkMatrix matrix = views.matrix(selection);
            Chart chart = BenchmarkView.of(matrix, views.scatter(matrix, selection.scenario()), Map.of(), words(locale))
                    .chart();
            return chart.empty() ? new Svg(320, 40, chart.title()).toString() : chart.svg();
        });
    }

    @GET
    @Path("/{benchmark}/results")
    public TemplateInstance results(String benchmark, @RestQuery String scenario, @RestQuery String model,
            @RestQuery("from") Integer from,
            @Context HttpHeaders headers) {
        String locale = languages.of(headers);
        Benchmark known = views.benchmark(benchmark);
        List<Benchmarks.Stored> all = views.history(known, scenario, model);
        int first = BenchmarkViews.position(from);
        ResultsView view = ResultsView.of(known, scenario, model, views.names().getOrDefault(model, model), all,
                new ResultsView.Records(first, views.newestRecords(all, first)), words(locale));
        return Templates.results(view, locale, view.at().results(scenario, model)).setLocale(locale);
    }
}
