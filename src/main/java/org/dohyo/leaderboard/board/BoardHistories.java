package org.dohyo.leaderboard.board;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Reads the history of boards from their snapshots. */
@ApplicationScoped
public class BoardHistories {

    private final Snapshot.Repository snapshots;

    BoardHistories(Snapshot.Repository snapshots) {
        this.snapshots = snapshots;
    }

    /** @param slug only this model; all if null */
    @Transactional
    public BoardHistory of(BoardKey key, BoardHistory.Resolution resolution, String slug) {
        Map<String, List<BoardHistory.Point>> points = new LinkedHashMap<>();
        for (Snapshot.Figures board : snapshots.history(key, resolution)) {
            for (int i = 0; i < board.models().length; i++) {
                if (slug == null || slug.equals(board.models()[i])) {
                    points.computeIfAbsent(board.models()[i], unused -> new ArrayList<>()).add(point(board, i));
                }
            }
        }
        List<BoardHistory.Series> models = points.entrySet().stream()
                .map(entry -> new BoardHistory.Series(entry.getKey(), entry.getValue())).toList();
        return new BoardHistory(key.category(), key.method().label(), key.weights().label(), key.styleControl(),
                resolution.label(), models);
    }

    private static BoardHistory.Point point(Snapshot.Figures board, int i) {
        return new BoardHistory.Point(board.generatedAt(), board.logSize(), board.methodVersion(), board.ranks()[i],
                board.ratings()[i], known(board.lows()[i]), known(board.highs()[i]));
    }

    private static Float known(Float value) {
        return value.isNaN() ? null : value;
    }
}
