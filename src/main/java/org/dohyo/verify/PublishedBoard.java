package org.dohyo.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.dohyo.log.tree.LogFormatException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A board as an arena has published it. */
record PublishedBoard(BoardName name, JsonNode json) {

    /** The method, and with it the order of sums, that {@link Recomputation} follows. */
    static final String METHOD_VERSION = "4";
    private static final ObjectMapper JSON = new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    /** A row of the board that has a rank. */
    private record Ranked(String slug, double rating, int rank) {
    }

    static PublishedBoard parse(BoardName name, byte[] board) {
        try {
            JsonNode json = JSON.readTree(board);
            if (json.path("models").isArray() && json.path("logSize").isIntegralNumber()) {
                return new PublishedBoard(name, json);
            }
        } catch (IOException e) {
            // No JSON at all: the same message.
        }
        throw new LogFormatException("the board isn't the JSON of a board");
    }

    long logSize() {
        return json.path("logSize").longValue();
    }

    /** Null if it has no intervals of its own. */
    Long uncertaintyLogSize() {
        JsonNode size = json.path("uncertaintyLogSize");
        return size.isIntegralNumber() ? size.longValue() : null;
    }

    boolean empty() {
        return json.path("models").isEmpty();
    }

    /** In what the board differs from what it has to be; empty if every figure has the same bits. */
    List<String> differences(Recomputation.Figures expected) {
        List<String> differences = new ArrayList<>();
        if (!METHOD_VERSION.equals(json.path("methodVersion").asText())) {
            return List.of("it was made by version " + json.path("methodVersion").asText("?")
                    + " of the method, and only version " + METHOD_VERSION + " can be recomputed");
        }
        compare("", "votes", json, (double) expected.votes(), differences);
        Map<String, JsonNode> rows = new LinkedHashMap<>();
        for (JsonNode row : json.path("models")) {
            if (rows.put(row.path("slug").asText(), row) != null) {
                differences.add(row.path("slug").asText() + " is on the board twice");
            }
        }
        rows.keySet().stream().filter(slug -> !expected.models().containsKey(slug))
                .forEach(slug -> differences.add(slug + " is on the board without a vote"));
        expected.models().forEach((slug, figures) -> {
            if (rows.containsKey(slug)) {
                figures.forEach((figure, value) -> compare(slug + ": ", figure, rows.get(slug), value, differences));
            } else {
                differences.add(slug + " isn't on the board");
            }
        });
        expected.style()
                .forEach((feature, figures) -> figures.forEach((figure, value) -> compare(feature + ": ", figure,
                        feature.equals("position") ? json.path("style").path(feature)
                                : json.path("style").path("coefficients").path(feature),
                        value, differences)));
        compareRanks(differences);
        return differences;
    }

    private static void compare(String where, String figure, JsonNode published, Object expected,
            List<String> differences) {
        JsonNode value = published.path(figure);
        boolean equal = expected == null ? value.isNull()
                : expected instanceof Double number
                        ? value.isNumber() && Double.doubleToLongBits(value.doubleValue()) == Double
                                .doubleToLongBits(number)
                        : value.isBoolean() && expected.equals(value.booleanValue());
        if (!equal) {
            differences.add(where + figure + " is " + value.asText("missing") + ", not " + expected);
        }
    }

    /** All that have a rank are of one component, and stand by falling rating, equal ones by slug. */
    private void compareRanks(List<String> differences) {
        List<Ranked> ranked = new ArrayList<>();
        List<Integer> components = new ArrayList<>();
        for (JsonNode row : json.path("models")) {
            if (row.path("rank").isInt()) {
                ranked.add(new Ranked(row.path("slug").asText(), row.path("rating").doubleValue(),
                        row.path("rank").intValue()));
                components.add(row.path("component").intValue());
            }
        }
        ranked.sort(Comparator.comparingDouble((Ranked row) -> -row.rating()).thenComparing(Ranked::slug));
        for (int i = 0; i < ranked.size(); i++) {
            if (ranked.get(i).rank() != i + 1) {
                differences.add(ranked.get(i).slug() + ": rank is " + ranked.get(i).rank() + ", not " + (i + 1));
            }
        }
        if (components.stream().distinct().count() > 1) {
            differences.add("models that no votes connect are ranked together");
        }
    }
}
