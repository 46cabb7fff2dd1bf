package org.dohyo.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.dohyo.log.tree.LogFormatException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A board as an arena has published it. */
record PublishedBoard(BoardName name, JsonNode json) {

    /** A method of which everything is computed again but its ranges of ranks and votes to flip. */
    static final String FORMER_VERSION = "4";
    private static final ObjectMapper JSON = new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

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

    private String methodVersion() {
        return json.path("methodVersion").asText("?");
    }

    /** True if its ranges of ranks and votes to flip can be computed again too. */
    boolean ranged() {
        return methodVersion().equals(name.kind().version());
    }

    boolean empty() {
        return json.path("models").isEmpty();
    }

    /** In what the board differs from what it has to be; empty if every figure has the same bits. */
    List<String> differences(Figures expected) {
        List<String> differences = new ArrayList<>();
        if (!ranged() && !methodVersion().equals(FORMER_VERSION)) {
            return List.of("it was made by version " + methodVersion() + " of the method, and only version "
                    + name.kind().version() + " can be recomputed");
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
        comparePlaces(expected, rows, differences);
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

    private void comparePlaces(Figures expected, Map<String, JsonNode> rows, List<String> differences) {
        Set<String> demos = new HashSet<>();
        rows.forEach((slug, row) -> {
            if (row.path("demo").asBoolean()) {
                demos.add(slug);
            }
        });
        Map<String, Integer> ranks = expected.ranks(demos);
        expected.models().keySet().stream().filter(rows::containsKey).forEach(slug -> {
            Integer rank = ranks.get(slug);
            compare(slug + ": ", "rank", rows.get(slug), rank == null ? null : (double) rank, differences);
            if (ranged()) {
                expected.place(slug, rank).forEach(
                        (figure, value) -> compare(slug + ": ", figure, rows.get(slug), value, differences));
            }
        });
    }
}
