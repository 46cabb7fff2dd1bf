package org.dohyo.leaderboard.api;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;

import org.dohyo.leaderboard.board.Category;
import org.dohyo.leaderboard.page.CategoryList;
import org.dohyo.web.Languages;

import io.smallrye.common.annotation.Blocking;

/** The categories of votes. */
@Path("/api/categories")
@Blocking
public class CategoriesResource {

    private final CategoryList categories;
    private final Languages languages;

    CategoriesResource(CategoryList categories, Languages languages) {
        this.categories = categories;
        this.languages = languages;
    }

    public record All(List<Category> categories) {
    }

    /** All categories, with their names in the caller's language. */
    @GET
    public All all(@Context HttpHeaders headers) {
        return new All(categories.in(languages.of(headers)));
    }
}
