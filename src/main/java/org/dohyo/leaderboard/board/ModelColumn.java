package org.dohyo.leaderboard.board;

import java.util.Map;

/** One more figure about each model beside its votes: a column that readers may switch on. A bean of this type is enough. */
public interface ModelColumn {

    /** Names it in addresses and in JSON: lower-case letters, other than the names that the table sorts by. */
    String key();

    /** @param locale {@code en} or {@code ja} */
    String title(String locale);

    /** What the figure says and where it comes from, in one sentence. */
    String note(String locale);

    /** By slug; a model that isn't among them has an empty cell. */
    Map<String, Figure> figures();

    /**
     * @param value what is sorted by
     * @param text what is shown
     * @param uncertainty as shown beside it, such as {@code ± 3}; null where the figure is exact
     */
    record Figure(double value, String text, String uncertainty) {
    }
}
