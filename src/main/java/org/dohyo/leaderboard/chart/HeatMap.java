package org.dohyo.leaderboard.chart;

import java.util.List;

/**
 * Draws a grid of cells. Its colours differ in lightness, so that they can be distinguished without seeing hue, and
 * each cell shows its figure.
 */
public final class HeatMap {

    private static final double CELL = 34;

    private HeatMap() {
    }

    /** @param tooltip null for an empty cell */
    public record Cell(String text, String tooltip, String colour) {

        public static final Cell EMPTY = new Cell("", null, null);
    }

    /** The cells by row and column, from 0. */
    public interface Cells {
        Cell at(int row, int column);
    }

    public static String draw(String title, List<String> rows, List<String> columns, Cells cells) {
        double left = Chart.room(rows);
        double head = Chart.room(columns);
        Svg svg = new Svg(left + CELL * columns.size() + 8, head + CELL * rows.size() + 8, title);
        for (int j = 0; j < columns.size(); j++) {
            svg.upright(left + CELL * (j + 0.5), head - 8, Chart.shortened(columns.get(j)));
        }
        for (int i = 0; i < rows.size(); i++) {
            double y = head + CELL * i;
            svg.text(left - 8, y + CELL / 2, "end", "ink", Svg.INK, Chart.shortened(rows.get(i)));
            for (int j = 0; j < columns.size(); j++) {
                Cell cell = cells.at(i, j);
                if (cell.tooltip() != null) {
                    double x = left + CELL * j;
                    svg.group(cell.tooltip()).rect(x + 0.5, y + 0.5, CELL - 1, CELL - 1, "cell", cell.colour())
                            .text(x + CELL / 2, y + CELL / 2, "middle", "in", on(cell.colour()), cell.text()).end();
                }
            }
        }
        return svg.toString();
    }

    /** From vermilion (never wins) through paper (even) to blue (always wins), darker towards both ends. */
    static String diverging(double share) {
        return share >= 0.5 ? mixed(0xf7f3ea, 0x14457c, (share - 0.5) * 2)
                : mixed(0xf7f3ea, 0x9a3410, (0.5 - share) * 2);
    }

    /** From paper to a dark brown. */
    public static String sequential(double share) {
        return mixed(0xf7f3ea, 0x4a3210, share);
    }

    private static String mixed(int from, int to, double share) {
        double part = Math.max(0, Math.min(1, share));
        int colour = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = from >> shift & 255;
            int b = to >> shift & 255;
            colour |= (int) Math.round(a + (b - a) * part) << shift;
        }
        return String.format("#%06x", colour);
    }

    /** Black or white, whichever has the greater contrast on that colour by WCAG's relative luminance. */
    static String on(String colour) {
        double luminance = luminance(Integer.parseInt(colour.substring(1), 16));
        return 1.05 / (luminance + 0.05) > (luminance + 0.05) / 0.05 ? "#ffffff" : "#000000";
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int level) {
        double share = level / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
