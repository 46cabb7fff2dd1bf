package org.dohyo.leaderboard.chart;

import java.util.List;

/**
 * Draws a grid of cells. Its colours differ in lightness, so that they can be distinguished without seeing hue, and
 * each cell shows its figure.
 */
public final class HeatMap {

    private static final double CELL = 34;
    private static final double NARROW_CELL = 26;
    private static final double NARROW_NAME = 24;
    private static final double NARROW_GAP = 4;

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
                draw(svg, cells.at(i, j), left + CELL * j, y, CELL, CELL);
            }
        }
        return svg.toString();
    }

    /**
     * For a phone: the name of a row is above its cells. The names of columns are level if all fit above their cells,
     * else upright.
     */
    public static String narrow(String title, List<String> rows, List<String> columns, Cells cells) {
        double cell = Math.min(CELL, Chart.NARROW / columns.size());
        boolean level = columns.stream().allMatch(column -> Chart.width(column) <= cell);
        double head = level ? NARROW_NAME : Chart.room(columns);
        double rowHeight = NARROW_NAME + NARROW_CELL + NARROW_GAP;
        Svg svg = new Svg(Chart.NARROW, head + rowHeight * rows.size(), title);
        for (int j = 0; j < columns.size(); j++) {
            if (level) {
                svg.text(cell * (j + 0.5), head / 2, "middle", "soft", Svg.SOFT, columns.get(j));
            } else {
                svg.upright(cell * (j + 0.5), head - 8, Chart.shortened(columns.get(j)));
            }
        }
        for (int i = 0; i < rows.size(); i++) {
            double y = head + rowHeight * i;
            svg.text(0, y + NARROW_NAME / 2, "start", "ink", Svg.INK, Chart.shortened(rows.get(i)));
            for (int j = 0; j < columns.size(); j++) {
                draw(svg, cells.at(i, j), cell * j, y + NARROW_NAME, cell, NARROW_CELL);
            }
        }
        return svg.toString();
    }

    private static void draw(Svg svg, Cell cell, double x, double y, double width, double height) {
        if (cell.tooltip() != null) {
            svg.group(cell.tooltip()).rect(x + 0.5, y + 0.5, width - 1, height - 1, "cell", cell.colour())
                    .text(x + width / 2, y + height / 2, "middle", "in", on(cell.colour()), cell.text()).end();
        }
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
