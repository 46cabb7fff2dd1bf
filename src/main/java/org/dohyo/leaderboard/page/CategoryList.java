package org.dohyo.leaderboard.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.leaderboard.board.Board;
import org.dohyo.leaderboard.board.Boards;
import org.dohyo.leaderboard.board.Category;
import org.dohyo.text.Categories;
import org.dohyo.text.CategoryRule;

/** The categories that have, or can have, a board. */
@ApplicationScoped
public class CategoryList {

    private final Boards boards;
    private final CategoryRule.Repository rules;
    private final CategoryNames names;

    CategoryList(Boards boards, CategoryRule.Repository rules, CategoryNames names) {
        this.boards = boards;
        this.rules = rules;
        this.names = names;
    }

    /** Built-in ones first, then an admin's own, then those of imported votes only. */
    @Transactional
    public List<Category> in(String locale) {
        Map<String, String> named = new LinkedHashMap<>();
        Categories.builtIn().forEach(slug -> named.put(slug, names.of(slug, locale)));
        for (CategoryRule rule : rules.namedInForce()) {
            named.put(rule.slug, rule.name(locale));
        }
        Map<String, Long> votes = boards.ofCategories().stream()
                .collect(Collectors.toMap(Board::category, Board::votes));
        votes.keySet().stream().sorted().forEach(slug -> named.putIfAbsent(slug, names.of(slug, locale)));
        return named.entrySet().stream().map(entry -> new Category(entry.getKey(), entry.getValue(),
                votes.getOrDefault(entry.getKey(), 0L))).toList();
    }
}
