package org.dohyo.leaderboard.yardstick;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.dohyo.support.NotUtf8Exception;
import org.dohyo.support.Utf8Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * Reads a leaderboard in the shape of LMArena's catalogue: an object of categories, each an object of models, each with
 * {@code rating} and, optionally, the ends of its 95% interval, {@code rating_q025} and {@code rating_q975}.
 */
final class YardstickFile {

    private static final int MOST_CATEGORIES = 500;
    private static final int MOST_MODELS = 5_000;
    private static final int LONGEST_NAME = 200;
    private static final double LARGEST = 1e6;
    private static final int MOST_ERRORS = 100;
    private static final ObjectMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private final Map<String, List<Rating>> boards = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    private YardstickFile() {
    }

    /**
     * What is wrong with a file.
     *
     * @param record the category and the model; empty for the file as a whole
     * @param field empty for a record as a whole
     */
    private record Fault(String record, String field, Function<YardstickFileMessages, String> reason) {
    }

    /** A {@link Fault} in the caller's words. */
    public record Refused(String record, String field, String reason) {
    }

    /** The file can't be imported. */
    static final class Invalid extends Exception {

        private static final long serialVersionUID = 1;

        private final transient List<Fault> faults;

        Invalid(List<Fault> faults) {
            this.faults = List.copyOf(faults);
        }

        /** At least one. */
        List<Refused> errors(YardstickFileMessages words) {
            return faults.stream().map(one -> new Refused(one.record, one.field, one.reason.apply(words))).toList();
        }
    }

    /** The ratings by category, each by falling rating. */
    static Map<String, List<Rating>> read(InputStream file) throws IOException, Invalid {
        YardstickFile read = new YardstickFile();
        read.categories(tree(file));
        if (!read.faults.isEmpty()) {
            throw new Invalid(read.faults);
        }
        return read.boards;
    }

    private static JsonNode tree(InputStream file) throws IOException, Invalid {
        try {
            return JSON.readTree(Utf8Stream.of(file));
        } catch (NotUtf8Exception e) {
            throw new Invalid(List.of(new Fault("", "", YardstickFileMessages::notUtf8)));
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new Invalid(List.of(new Fault("", "", words -> words.notJson(line))));
        }
    }

    private void categories(JsonNode root) {
        if (!root.isObject() || root.isEmpty()) {
            refuse("", "", YardstickFileMessages::noCategories);
        } else if (root.size() > MOST_CATEGORIES) {
            refuse("", "", words -> words.manyCategories(MOST_CATEGORIES));
        } else {
            root.properties().forEach(category -> models(category.getKey(), category.getValue()));
        }
    }

    private void models(String category, JsonNode models) {
        if (!isName(category)) {
            refuse(category, "", YardstickFileMessages::categoryName);
        } else if (!models.isObject() || models.isEmpty()) {
            refuse(category, "", YardstickFileMessages::noModels);
        } else if (models.size() > MOST_MODELS) {
            refuse(category, "", words -> words.manyModels(MOST_MODELS));
        } else {
            List<Rating> ratings = new ArrayList<>();
            models.properties().forEach(model -> rating(category, model.getKey(), model.getValue(), ratings));
            ratings.sort(Comparator.comparing(Rating::rating).reversed().thenComparing(Rating::model));
            boards.put(category, ratings);
        }
    }

    private void rating(String category, String model, JsonNode given, List<Rating> ratings) {
        String record = category + "/" + model;
        if (!isName(model)) {
            refuse(record, "", YardstickFileMessages::modelName);
            return;
        }
        Double rating = number(record, "rating", given);
        Double low = number(record, "rating_q025", given);
        Double high = number(record, "rating_q975", given);
        if (rating == null && given.path("rating").isMissingNode()) {
            refuse(record, "rating", YardstickFileMessages::missing);
        } else if (rating != null && low != null && low > rating) {
            refuse(record, "rating_q025", YardstickFileMessages::aboveRating);
        } else if (rating != null && high != null && high < rating) {
            refuse(record, "rating_q975", YardstickFileMessages::belowRating);
        } else if (rating != null) {
            ratings.add(new Rating(model, rating, high == null ? null : low, low == null ? null : high));
        }
    }

    /** Null if it is absent, or refused. */
    private Double number(String record, String field, JsonNode given) {
        JsonNode value = given.path(field);
        if (value.isMissingNode() || value.isNull() && !field.equals("rating")) {
            return null;
        }
        if (!value.isNumber() || !(Math.abs(value.doubleValue()) <= LARGEST)) {
            refuse(record, field, YardstickFileMessages::noNumber);
            return null;
        }
        return value.doubleValue();
    }

    private static boolean isName(String name) {
        return !name.isBlank() && name.length() <= LONGEST_NAME
                && name.codePoints().noneMatch(letter -> Character.getType(letter) == Character.CONTROL
                        || Character.getType(letter) == Character.SURROGATE);
    }

    private void refuse(String record, String field, Function<YardstickFileMessages, String> reason) {
        if (faults.size() < MOST_ERRORS) {
            faults.add(new Fault(record.length() <= LONGEST_NAME ? record : record.substring(0, LONGEST_NAME) + "…",
                    field, reason));
        }
    }
}
