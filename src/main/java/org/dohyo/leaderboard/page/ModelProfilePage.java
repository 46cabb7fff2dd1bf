package org.dohyo.leaderboard.page;

import java.net.URI;

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
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.leaderboard.board.BoardKey;
import org.dohyo.leaderboard.board.Boards;
import org.dohyo.leaderboard.chart.Badge;
import org.dohyo.model.Model;
import org.dohyo.text.Categories;
import org.dohyo.web.Languages;
import org.dohyo.web.ParameterPlace;
import org.dohyo.web.Refusal;
import org.dohyo.web.RequestMessages;
import org.dohyo.web.cache.PageCache;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.vertx.http.Compressed;
import io.smallrye.common.annotation.Blocking;

/** A model's page, the page of two models, and a model's badge. */
@Path("/models/{slug}")
@Blocking
public class ModelProfilePage {

    private final Model.Repository models;
    private final Boards boards;
    private final ModelProfiles profiles;
    private final PairComparisons comparisons;
    private final PageCache pages;
    private final Languages languages;

    ModelProfilePage(Model.Repository models, Boards boards, ModelProfiles profiles, PairComparisons comparisons,
            PageCache pages,
            Languages languages) {
        this.models = models;
        this.boards = boards;
        this.profiles = profiles;
        this.comparisons = comparisons;
        this.pages = pages;
        this.languages = languages;
    }

    @CheckedTemplate
    static class Templates {

        private Templates() {
        }

        static native TemplateInstance model(ModelProfile profile, String locale, String path);

        static native TemplateInstance pair(PairComparison pair, String locale, String path);
    }

    @GET
    @Compressed
    @Produces(MediaType.TEXT_HTML)
    public Response model(String slug, @QueryParam("category") @DefaultValue(Categories.OVERALL) String category,
            @Context Request request, @Context HttpHeaders headers) {
        Model model = known(slug);
        check(category);
        String locale = languages.of(headers);
        return pages.html(request, headers, "model " + locale + " " + slug + " " + category, () -> Templates
                .model(profiles.of(model, category, locale), locale, address("/models/" + slug, category))
                .setLocale(locale)
                .render());
    }

    /** Redirects the form of a model's page to the page of two models. */
    @GET
    @Path("/vs")
    public Response pair(String slug, @QueryParam("with") String with) {
        return Response.seeOther(URI.create("/models/" + known(slug).slug + "/vs/" + known(with).slug)).build();
    }

    @GET
    @Compressed
    @Path("/vs/{other}")
    @Produces(MediaType.TEXT_HTML)
    public Response pair(String slug, String other,
            @QueryParam("category") @DefaultValue(Categories.OVERALL) String category,
            @Context Request request, @Context HttpHeaders headers) {
        Model one = known(slug);
        Model two = known(other);
        check(category);
        if (slug.equals(other)) {
            throw Refusal.of(LeaderboardMessages.class, Status.NOT_FOUND, "same-model", LeaderboardMessages::sameModel);
        }
        String locale = languages.of(headers);
        return pages.html(request, headers, "pair " + locale + " " + slug + " " + other + " " + category,
                () -> Templates.pair(comparisons.of(one, two, category, locale), locale,
                        address("/models/" + slug + "/vs/" + other, category)).setLocale(locale).render());
    }

    /** Rank and rating as a small picture for other sites. */
    @GET
    @Compressed
    @Path("/badge.svg")
    @Produces("image/svg+xml")
    public Response badge(String slug, @QueryParam("category") @DefaultValue(Categories.OVERALL) String category,
            @Context Request request, @Context HttpHeaders headers) {
        Model model = known(slug);
        check(category);
        return pages.svg(request, headers, "badge " + slug + " " + category,
                () -> Badge.of(boards.current(BoardKey.of(category)).board(), model.slug));
    }

    static String address(String path, String category) {
        return category.equals(Categories.OVERALL) ? path : path + "?category=" + category;
    }

    private void check(String category) {
        ParameterPlace.QUERY.check("category", category.equals(Categories.OVERALL) || boards.knows(category)
                || Categories.builtIn().contains(category), RequestMessages::category);
    }

    private Model known(String slug) {
        return models.findBySlug(slug == null ? "" : slug)
                .orElseThrow(() -> Refusal.of(LeaderboardMessages.class, Status.NOT_FOUND, "no-such-model",
                        LeaderboardMessages::noSuchModel));
    }
}
