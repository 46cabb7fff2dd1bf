package org.dohyo.leaderboard.api;

import java.util.stream.Collectors;

import org.dohyo.leaderboard.board.Board;
import org.dohyo.web.Csv;

/** The table as text: the same columns as the JSON. */
final class BoardCsv {

    private static final String HEADER = "rank,rankLow,rankHigh,slug,name,organization,license,openWeights,rating,low,high,"
            + "votes,winRate,bothBad,bothBadLow,bothBadHigh,votesToFlip,component,regularised,preliminary,retired,demo\r\n";

    private BoardCsv() {
    }

    static String of(Board board) {
        return HEADER + board.models().stream().map(BoardCsv::line).collect(Collectors.joining());
    }

    private static String line(Board.Row row) {
        return Csv.line(row.rank(), row.rankLow(), row.rankHigh(), row.slug(), row.name(), row.organization(),
                row.license(), row.openWeights(), row.rating(), row.low(), row.high(), row.votes(), row.winRate(),
                row.bothBad(), row.bothBadLow(), row.bothBadHigh(), row.votesToFlip(), row.component(), row.regularised(),
                row.preliminary(), row.retired(), row.demo());
    }
}
