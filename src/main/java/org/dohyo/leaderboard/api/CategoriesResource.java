package org.dohyo.leaderboard.api;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;

import org.dohyo.leaderboard.page.CategoryList;
import org.dohyo.web.Languages;

import io.smallrye.common.annotation.Blocking;

/** The categories for programs. */
@Path("/api/categories")
@Blocking
public class CategoriesResource {

    private final CategoryList categories;
    private final Languages languages;

    CategoriesResource(CategoryList categories, Languages languages) {
        this.categories = categories;
        this.languages = languages;
    }

    /**
     * @param name in the language of the caller
     * @param votes those that count in it
     */
    public record Category(String slug, String name, long votes) {
    }

    public record All(List<Category> categories) {
    }

    @GET
    public All all(@Context HttpHeaders headers) {
        return new All(categories.in(languages.of(headers)));
    }
}
