package org.dohyo.benchmark.imports;

import java.util.List;

import org.dohyo.benchmark.KnownBenchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The judgement of one model on a line.
 *
 * @param kind of the question, a scenario of MT-Bench
 * @param turn 1 or 2
 * @param pairwise whether {@code score} is a win (1), a draw (½) or a loss (0) instead of points
 * @param score null where the judge gave none
 * @param lines how many lines it stands for: a pair's line counts for one of its models only
 */
record MtBenchJudgement(String place, String model, String question, String kind, int turn, boolean pairwise,
        Double score,
        int lines, ObjectNode json) {

    private static final List<String> KINDS = KnownBenchmarks.MT_BENCH.scenarios().subList(1,
            KnownBenchmarks.MT_BENCH.scenarios().size());
    /** FastChat numbers its 80 questions from here, ten of each kind. */
    private static final int FIRST = 81;
    private static final int OF_A_KIND = 10;

    static MtBenchJudgement single(String place, ObjectNode json, int turn) {
        double score = json.path("score").doubleValue();
        return new MtBenchJudgement(place, json.path("model").textValue(), json.path("question_id").asText(),
                kind(json), turn,
                false, score < 0 ? null : score, 1, json);
    }

    static List<MtBenchJudgement> pair(String place, ObjectNode json, int turn) {
        return List.of(of(place, json, turn, "model_1", 1), of(place, json, turn, "model_2", 0));
    }

    private static MtBenchJudgement of(String place, ObjectNode json, int turn, String side, int lines) {
        String first = json.path("g1_winner").textValue();
        String second = json.path("g2_winner").textValue();
        // A judge that prefers another winner when the answers change places has none.
        Double score = first.equals("error") || second.equals("error") ? null
                : first.equals("tie") || !first.equals(second) ? 0.5 : first.equals(side) ? 1.0 : 0.0;
        return new MtBenchJudgement(place, json.path(side).textValue(), json.path("question_id").asText(), kind(json),
                turn,
                true,
                score, lines, json);
    }

    /** As the line says it; else by the number that the original question has. */
    private static String kind(JsonNode json) {
        String category = ImportJson.text(json.path("category"));
        if (category != null) {
            return category;
        }
        int number = json.path("question_id").asInt(-1) - FIRST;
        return number >= 0 && number < OF_A_KIND * KINDS.size() ? KINDS.get(number / OF_A_KIND) : "other";
    }

    String judge() {
        JsonNode judge = json.path("judge");
        return judge.isArray() ? judge.path(0).asText() : judge.asText();
    }

    /** The time of the judgement in seconds; 0 if unknown. */
    double at() {
        return json.path("tstamp").asDouble();
    }
}
