package org.dohyo.leaderboard.agreement;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.leaderboard.board.BoardKey;
import org.dohyo.leaderboard.board.Boards;
import org.dohyo.leaderboard.board.Meetings;
import org.dohyo.text.Categories;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** The agreement of boards with people's votes. */
@ApplicationScoped
public class Agreements {

    /** The boards that are not of people's votes. */
    static final List<String> CATEGORIES = List.of(Categories.JUDGE, Categories.INFERRED);

    private final Boards boards;
    private final Meetings meetings;
    private final Cache<String, Agreement> cache = Caffeine.newBuilder().maximumSize(CATEGORIES.size()).build();

    Agreements(Boards boards, Meetings meetings) {
        this.boards = boards;
        this.meetings = meetings;
    }

    /** Computed once for each published board; empty for a board of people's votes, and before its first vote. */
    public Optional<Agreement> of(String category) {
        if (!CATEGORIES.contains(category) || boards.current(BoardKey.byVotes(category)).board().votes() == 0) {
            return Optional.empty();
        }
        return Optional.of(cache.get(boards.version() + " " + category, unused -> Agreement.of(category,
                meetings.in(category).pairs(), meetings.in(Categories.OVERALL).pairs())));
    }
}
