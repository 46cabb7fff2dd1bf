package org.dohyo.leaderboard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;

import org.dohyo.text.Categories;
import org.dohyo.text.CategoryRule;
import org.dohyo.web.Languages;

/** The categories that a board can be asked for. */
@Path("/api/categories")
public class CategoriesResource {

    private final Boards boards;
    private final CategoryRule.Repository rules;
    private final CategoryNames names;
    private final Languages languages;

    CategoriesResource(Boards boards, CategoryRule.Repository rules, CategoryNames names, Languages languages) {
        this.boards = boards;
        this.rules = rules;
        this.names = names;
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

    /** Built-in ones first, then an admin's own, then those that only came with imported votes. */
    @GET
    @Transactional
    public All all(@Context HttpHeaders headers) {
        String locale = languages.of(headers);
        Map<String, String> named = new LinkedHashMap<>();
        Categories.builtIn().forEach(slug -> named.put(slug, names.of(slug, locale)));
        for (CategoryRule rule : rules.inForce()) {
            named.put(rule.slug, locale.equals("ja") ? rule.nameJa : rule.nameEn);
        }
        Map<String, Long> votes = boards.ofCategories().stream().collect(Collectors.toMap(Board::category, Board::votes));
        votes.keySet().stream().sorted().forEach(slug -> named.putIfAbsent(slug, names.of(slug, locale)));
        return new All(named.entrySet().stream()
                .map(entry -> new Category(entry.getKey(), entry.getValue(), votes.getOrDefault(entry.getKey(), 0L))).toList());
    }
}
