package org.dohyo.benchmark.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Judgements of FastChat's MT-Bench, one JSON object a line: of single answers ({@code model}, {@code score},
 * {@code turn}) or of pairs in both orders ({@code model_1}, {@code model_2}, {@code g1_winner}, {@code g2_winner}).
 * They become the same figures as a run here has, and stay readable as raw records.
 */
final class MtBenchImport {

    private static final Set<String> WINNERS = Set.of("model_1", "model_2", "tie", "error");

    private final ImportSheet sheet;
    private final List<MtBenchJudgement> judgements = new ArrayList<>();
    /** Its lines look much alike. */
    private final ArenaHardImport arenaHard;

    private MtBenchImport(ImportSheet sheet) {
        this.sheet = sheet;
        this.arenaHard = new ArenaHardImport(sheet);
    }

    static void read(InputStream body, ImportSheet sheet) throws IOException {
        MtBenchImport reader = new MtBenchImport(sheet);
        JsonLines.read(body, sheet, reader::judgement);
        MtBenchFigures.of(reader.judgements).forEach(sheet::add);
        reader.arenaHard.figures();
    }

    private void judgement(String place, ObjectNode json) {
        if (json.has("games")) {
            arenaHard.judgement(place, json);
        } else if (!json.path("question_id").isValueNode() || json.path("question_id").isNull()) {
            sheet.wrong(place + " /question_id", BenchmarkFileMessages::missing);
        } else if (json.has("model_1")) {
            pair(place, json);
        } else {
            single(place, json);
        }
    }

    private void single(String place, ObjectNode json) {
        JsonNode score = json.path("score");
        int turn = json.path("turn").asInt(1);
        if (ImportJson.text(json.path("model")) == null) {
            sheet.wrong(place + " /model", BenchmarkFileMessages::missing);
        } else if (score.isNull() || score.isNumber() && Double.isNaN(score.doubleValue())) {
            sheet.leaveOut(place + " /score", BenchmarkFileMessages::noScore);
        } else if (!score.isNumber()
                || score.doubleValue() != -1 && !(score.doubleValue() >= 1 && score.doubleValue() <= 10)) {
            sheet.wrong(place + " /score", BenchmarkFileMessages::wrongScore);
        } else if (turn != 1 && turn != 2) {
            sheet.wrong(place + " /turn", BenchmarkFileMessages::wrongTurn);
        } else {
            judgements.add(MtBenchJudgement.single(place, json, turn));
        }
    }

    private void pair(String place, ObjectNode json) {
        for (String member : List.of("model_1", "model_2")) {
            if (ImportJson.text(json.path(member)) == null) {
                sheet.wrong(place + " /" + member, BenchmarkFileMessages::missing);
                return;
            }
        }
        for (String member : List.of("g1_winner", "g2_winner")) {
            if (!WINNERS.contains(json.path(member).asText())) {
                sheet.wrong(place + " /" + member, BenchmarkFileMessages::noWinner);
                return;
            }
        }
        judgements.addAll(MtBenchJudgement.pair(place, json, json.path("turn").asInt(1)));
    }
}
