package org.dohyo.leaderboard.api;

import org.dohyo.leaderboard.board.Board;
import org.dohyo.web.csv.CsvTable;

/** A board as CSV: the rows of models, with the columns in the order of the JSON. */
final class BoardCsv {

    private static final CsvTable<Board.Row> TABLE = CsvTable.<Board.Row> of().column("rank", Board.Row::rank)
            .column("rankLow", Board.Row::rankLow).column("rankHigh", Board.Row::rankHigh)
            .column("slug", Board.Row::slug)
            .column("name", Board.Row::name).column("organization", Board.Row::organization)
            .column("license", Board.Row::license).column("openWeights", Board.Row::openWeights)
            .column("rating", Board.Row::rating).column("low", Board.Row::low).column("high", Board.Row::high)
            .column("votes", Board.Row::votes).column("winRate", Board.Row::winRate)
            .column("bothBad", Board.Row::bothBad)
            .column("bothBadLow", Board.Row::bothBadLow).column("bothBadHigh", Board.Row::bothBadHigh)
            .column("votesToFlip", Board.Row::votesToFlip).column("component", Board.Row::component)
            .column("regularised", Board.Row::regularised).column("preliminary", Board.Row::preliminary)
            .column("retired", Board.Row::retired).column("demo", Board.Row::demo);

    private BoardCsv() {
    }

    static String of(Board board) {
        return TABLE.write(board.models().stream());
    }
}
