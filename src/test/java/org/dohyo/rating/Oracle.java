package org.dohyo.rating;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The battles of src/test/resources/oracle and what the peers' code makes of them. */
record Oracle(JsonNode battles, JsonNode expected, List<String> models) {

    static Oracle read() {
        try (InputStream battles = new GZIPInputStream(Oracle.class.getResourceAsStream("/oracle/battles.json.gz"));
                InputStream expected = Oracle.class.getResourceAsStream("/oracle/expected.json")) {
            ObjectMapper json = new ObjectMapper();
            JsonNode figures = json.readTree(expected);
            List<String> models = new ArrayList<>();
            figures.get("elo").fieldNames().forEachRemaining(models::add);
            return new Oracle(json.readTree(battles), figures, models);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int modelA(JsonNode battle) {
        return models.indexOf(battle.get("model_a").asText());
    }

    int modelB(JsonNode battle) {
        return models.indexOf(battle.get("model_b").asText());
    }

    static double scoreA(JsonNode battle) {
        return switch (battle.get("winner").asText()) {
            case "model_a" -> 1;
            case "model_b" -> 0;
            default -> 0.5;
        };
    }

    PairCounts counts() {
        List<PairCount> votes = new ArrayList<>();
        for (JsonNode battle : battles) {
            double score = scoreA(battle);
            votes.add(new PairCount(modelA(battle), modelB(battle), score == 1 ? 1 : 0, score == 0 ? 1 : 0,
                    score == 0.5 ? 1 : 0, 0));
        }
        return new PairCounts(models.size(), votes);
    }
}
