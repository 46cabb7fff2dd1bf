package org.dohyo.leaderboard.yardstick;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.leaderboard.board.Board;
import org.dohyo.leaderboard.board.BoardKey;
import org.dohyo.leaderboard.board.Boards;
import org.dohyo.text.Categories;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** Sets the default board of a category beside a category of a yardstick. */
@ApplicationScoped
class Comparisons {

    /** How the catalogue names the category of all votes. */
    private static final List<String> OVERALL = List.of(Categories.OVERALL, "full");
    private static final int MOST = 32;

    private final Yardsticks yardsticks;
    private final YardstickBoard.Repository ratings;
    private final Boards boards;
    private final Cache<Computed, YardstickComparison> cache = Caffeine.newBuilder().maximumSize(MOST).build();

    Comparisons(Yardsticks yardsticks, YardstickBoard.Repository ratings, Boards boards) {
        this.yardsticks = yardsticks;
        this.ratings = ratings;
        this.boards = boards;
    }

    /** What a comparison is computed from; its interval is drawn once for each. */
    private record Computed(Board board, List<Rating> ratings, Map<String, String> meanings, Yardsticks.Origin origin) {
    }

    /** The yardstick's category that is named like the arena's, else its first. */
    static String likeOwn(String category, Yardsticks.Listed listed) {
        List<String> names = listed.categories().stream().map(Yardsticks.Category::name).toList();
        List<String> wanted = category.equals(Categories.OVERALL) ? OVERALL : List.of(category);
        return wanted.stream().filter(names::contains).findFirst().orElse(names.get(0));
    }

    /** Empty if the yardstick has no such category, or was deleted meanwhile. */
    Optional<YardstickComparison> of(Yardstick yardstick, String category, String theirs) {
        Optional<YardstickBoard> stored = QuarkusTransaction.joiningExisting()
                .call(() -> ratings.findByIdOptional(new YardstickBoard.Key(yardstick.id, theirs)));
        return stored.map(found -> {
            Board board = boards.current(BoardKey.of(category)).board();
            Computed computed = new Computed(board, yardsticks.ratings(found), yardsticks.meanings(yardstick.id),
                    new Yardsticks.Origin(yardstick.name, yardstick.source, yardstick.dated, yardstick.license,
                            yardstick.licenseNote));
            return cache.get(computed, unused -> YardstickComparison.of(yardstick, board, theirs, computed.ratings(),
                    computed.meanings()));
        });
    }
}
