package org.dohyo.leaderboard;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table as RFC 4180 text: the same columns as the JSON. */
public final class BoardCsv {

    private static final String HEADER = "rank,rankLow,rankHigh,slug,name,organization,license,openWeights,rating,low,high,"
            + "votes,winRate,bothBad,bothBadLow,bothBadHigh,votesToFlip,component,regularised,preliminary,retired,demo\r\n";

    private BoardCsv() {
    }

    static String of(Board board) {
        return HEADER + board.models().stream().map(BoardCsv::line).collect(Collectors.joining());
    }

    private static String line(Board.Row row) {
        return line(Stream.of(row.rank(), row.rankLow(), row.rankHigh(), row.slug(), row.name(), row.organization(),
                row.license(), row.openWeights(), row.rating(), row.low(), row.high(), row.votes(), row.winRate(),
                row.bothBad(), row.bothBadLow(), row.bothBadHigh(), row.votesToFlip(), row.component(), row.regularised(),
                row.preliminary(), row.retired(), row.demo()));
    }

    /** A line of such cells. */
    public static String line(Stream<?> cells) {
        return cells.map(BoardCsv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** Quoted where needed; a leading formula sign is kept from spreadsheets by an apostrophe. */
    static String cell(Object value) {
        String text = Objects.toString(value, "");
        if (value instanceof String && !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        return text.matches("[^\",\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
