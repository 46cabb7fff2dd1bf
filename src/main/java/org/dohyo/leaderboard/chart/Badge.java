package org.dohyo.leaderboard.chart;

import java.util.Optional;

import org.dohyo.leaderboard.board.Board;

/** Draws a badge of one line, such as "Dohyo rank #3 · 1204 ± 9". */
public final class Badge {

    private static final double HEIGHT = 22;
    private static final double MARGIN = 8;
    /** Other sites may lack our font, so the picture has room for a wide one. */
    private static final double LETTER = 7.2;

    private Badge() {
    }

    /** @param slug a model, on the board or not */
    public static String of(Board board, String slug) {
        String text = text(board.models().stream().filter(row -> row.slug().equals(slug)).findFirst());
        double name = MARGIN * 2 + LETTER * "Dohyo".length();
        double width = name + MARGIN * 2 + LETTER * text.length();
        return new Svg(width, HEIGHT, "Dohyo " + text).rect(0, 0, width, HEIGHT, "ground", "#fbfaf7")
                .rect(0, 0, name, HEIGHT, "name", Svg.INK).rect(0, HEIGHT - 2, width, 2, "clay", "#b98d5a")
                .text(name / 2, HEIGHT / 2, "middle", "in", "#fbfaf7", "Dohyo")
                .text(name + (width - name) / 2, HEIGHT / 2, "middle", "in", Svg.INK, text).toString();
    }

    private static String text(Optional<Board.Row> ranked) {
        if (ranked.isEmpty()) {
            return "not ranked yet";
        }
        Board.Row row = ranked.get();
        String interval = row.low() == null ? "" : " ± " + NumberText.whole((row.high() - row.low()) / 2);
        if (row.rank() == null) {
            return "not ranked yet · " + NumberText.whole(row.rating()) + interval;
        }
        return (row.preliminary() ? "preliminary #" : "rank #") + row.rank() + " · " + NumberText.whole(row.rating())
                + interval;
    }
}
