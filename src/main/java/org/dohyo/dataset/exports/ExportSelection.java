package org.dohyo.dataset.exports;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The votes of an export, and what is exported of them; an empty text selects by nothing.
 *
 * @param category a slug
 * @param language the slug of a language's category
 * @param from of the votes' times, included; null for no bound
 * @param to excluded; null for no bound
 * @param countedOnly true for the votes that are in the ratings now
 * @param texts true for prompts and answers
 * @param reasons true for the voters' reasons and comments
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExportSelection(String category, String language, Instant from, Instant to, boolean countedOnly,
        boolean texts,
        boolean reasons) {

    /** What programs judged and what was inferred has no such category, and is exported by its own alone. */
    private static final String PEOPLES = " and e.categories[1] = 'overall'";

    /** The end of a query's condition on a vote {@code v} with its entry {@code e}, with the {@link #values}. */
    String condition() {
        return (category.isEmpty() ? PEOPLES : " and e.categories @> cast(array[:category] as text[])")
                + (language.isEmpty() ? "" : " and e.categories @> cast(array[:language] as text[])")
                + timesAndCounted();
    }

    /**
     * As {@link #condition}, for the votes that would be selected if they were people's. With a category or a language
     * there are none, since they have no such.
     */
    String conditionOfOthers() {
        return (category.isEmpty() && language.isEmpty() ? " and e.categories[1] <> 'overall'" : " and false")
                + timesAndCounted();
    }

    private String timesAndCounted() {
        return (from == null ? "" : " and v.cast_at >= :from") + (to == null ? "" : " and v.cast_at < :to")
                + (countedOnly ? " and v.counted and v.withdrawn_at is null and v.excluded_at is null" : "");
    }

    Map<String, Object> values() {
        Map<String, Object> values = times();
        put(values, "category", category.isEmpty() ? null : category);
        put(values, "language", language.isEmpty() ? null : language);
        return values;
    }

    /** Those of the {@link #values} that {@link #conditionOfOthers} needs. */
    Map<String, Object> times() {
        Map<String, Object> values = new HashMap<>();
        put(values, "from", from);
        put(values, "to", to);
        return values;
    }

    private static void put(Map<String, Object> values, String name, Object value) {
        if (value != null) {
            values.put(name, value);
        }
    }
}
