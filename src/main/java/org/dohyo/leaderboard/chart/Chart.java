package org.dohyo.leaderboard.chart;

import java.util.List;

import org.dohyo.web.csv.Csv;

/**
 * A picture and a table with the same figures.
 *
 * @param name in addresses
 * @param note explains the title; may be empty
 * @param svg null while there is nothing to draw
 * @param narrow the picture for a phone; null if there is none
 */
public record Chart(String name, String title, String note, String svg, Narrow narrow, List<String> heads,
        List<List<String>> rows) {

    /** The width of a picture for a phone. */
    static final double NARROW = 340;

    /** Longer names are cut in the middle, because many differ only at their end; the table has the full name. */
    private static final int LONGEST_NAME = 24;
    private static final double LETTER = 7.5;
    private static final double WIDE_LETTER = 13;
    private static final int FIRST_WIDE = 0x2e80;

    /**
     * A picture for a phone: {@value #NARROW} wide, with names above the marks that they belong to.
     *
     * @param note says what it leaves out; may be empty
     */
    public record Narrow(String svg, String note) {
    }

    /** The name, without its middle if it is long. */
    public static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST_NAME ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME / 2)) + "…"
                        + name.substring(name.offsetByCodePoints(name.length(), 1 - LONGEST_NAME / 2));
    }

    /**
     * The width that the longest of these names takes at most; ideographs and syllables are as wide as they are high.
     */
    static double room(List<String> names) {
        return 16 + names.stream().map(Chart::shortened).mapToDouble(Chart::width).max().orElse(0);
    }

    static double width(String text) {
        return text.codePoints().mapToDouble(letter -> letter < FIRST_WIDE ? LETTER : WIDE_LETTER).sum();
    }

    public boolean empty() {
        return svg == null;
    }

    /** The table. */
    public String csv() {
        return Csv.line(heads) + Csv.lines(rows.stream());
    }
}
