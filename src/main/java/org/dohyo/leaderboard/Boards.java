package org.dohyo.leaderboard;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

/** Where the newest published table is read. */
@ApplicationScoped
public class Boards {

    /** The table of a category by a method ({@code bt} or {@code elo}); empty, never null, before the first vote. */
    public Board current(String category, String method) {
        return new Board(Instant.now(), category, method, "votes", false, 0, 0, "1", List.of());
    }
}
