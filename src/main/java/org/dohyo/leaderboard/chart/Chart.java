package org.dohyo.leaderboard.chart;

import java.util.List;
import java.util.stream.Collectors;

import org.dohyo.web.Csv;

/**
 * A picture and the table that says the same.
 *
 * @param name in addresses
 * @param note what the title can't say; may be empty
 * @param svg null where there is nothing to draw yet
 */
public record Chart(String name, String title, String note, String svg, List<String> heads, List<List<String>> rows) {

    /** Longer names are cut in the middle, for many differ at their end only; the table has the whole. */
    private static final int LONGEST_NAME = 24;
    private static final double LETTER = 7.5;
    private static final double WIDE_LETTER = 13;
    private static final int FIRST_WIDE = 0x2e80;

    public static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST_NAME ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME / 2)) + "…"
                        + name.substring(name.offsetByCodePoints(name.length(), 1 - LONGEST_NAME / 2));
    }

    /** So much room the longest of these names takes at most, Japanese letters being as wide as high. */
    static double room(List<String> names) {
        return 16 + names.stream().map(Chart::shortened).mapToDouble(
                name -> name.codePoints().mapToDouble(letter -> letter < FIRST_WIDE ? LETTER : WIDE_LETTER).sum())
                .max().orElse(0);
    }

    public boolean empty() {
        return svg == null;
    }

    public String csv() {
        return Csv.line(heads) + rows.stream().map(Csv::line).collect(Collectors.joining());
    }
}
