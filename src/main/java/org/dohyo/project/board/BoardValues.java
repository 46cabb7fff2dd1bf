package org.dohyo.project.board;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.leaderboard.board.Board;
import org.dohyo.leaderboard.value.ValueBoards;
import org.dohyo.leaderboard.value.ValueView;

/** Sets a project's ratings beside the prices and speeds of the arena's models that have the same slugs. */
@ApplicationScoped
public class BoardValues {

    private final ValueBoards values;

    BoardValues(ValueBoards values) {
        this.values = values;
    }

    /** The rated models of a board; without any figure beside the rating for those that the arena doesn't have. */
    public ValueView of(ProjectBoards.View board, String locale) {
        List<Board.Row> rows = board.models().stream().filter(row -> row.rank() != null).map(BoardValues::row).toList();
        return values.beside(new Board(board.computedAt(), board.criterion(), "ordinal", "none", false,
                board.judgements(), board.logSize(), "1", board.computedAt(), board.logSize(), null, rows), locale);
    }

    private static Board.Row row(BoardRow row) {
        return new Board.Row(new Board.Place(row.rank(), row.rankLow(), row.rankHigh()),
                new Board.Facts(row.model(), row.model(), null, null, null),
                new Board.Estimate(row.rating(), row.low(), row.high()),
                new Board.Results(row.judgements(), Double.NaN, Double.NaN, Double.NaN, Double.NaN),
                new Board.Support(null, 0, false, !row.settled()), new Board.Status(false, false));
    }
}
