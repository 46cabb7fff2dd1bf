package org.dohyo.leaderboard.board;

import java.util.Map;

/** An optional column of the table, with a figure for each model. A bean of this type adds one. */
public interface ModelColumn {

    /** Its name in addresses and in JSON: lower-case letters, different from the table's sort orders. */
    String key();

    /** @param locale {@code en} or {@code ja} */
    String title(String locale);

    /** Explains the figure and its source in one sentence. */
    String note(String locale);

    /** The figures by slug; a model without one has an empty cell. */
    Map<String, Figure> figures();

    /**
     * @param value for sorting
     * @param text for showing
     * @param uncertainty shown beside it, such as {@code ± 3}; null if the figure is exact
     */
    record Figure(double value, String text, String uncertainty) {
    }
}
