package org.dohyo.benchmark.imports;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.dohyo.benchmark.Benchmark;
import org.dohyo.benchmark.KnownBenchmarks;
import org.dohyo.benchmark.Metric;
import org.dohyo.benchmark.NewResult;
import org.dohyo.benchmark.ReadResult;
import org.dohyo.benchmark.Result;
import org.dohyo.benchmark.ResultSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Judgements of Arena-Hard, one JSON object a line: a model against the baseline in two games, as B in the first and as
 * A in the second. As in Arena-Hard itself, a verdict such as {@code A>>B} counts three times, and a tie is half a win.
 */
final class ArenaHardImport {

    private static final Pattern VERDICT = Pattern.compile("([AB])(>>|>|=|<|<<)([AB])");
    private static final int MUCH_BETTER = 3;
    private static final Metric WINS = Metric.fraction("win-rate");
    private static final Benchmark BENCHMARK = new Benchmark("arena-hard", "Arena-Hard", "1",
            List.of(KnownBenchmarks.OVERALL), List.of(WINS));

    /** @param scores of the model, empty where the judge gave no verdict */
    private record Judgement(String place, String model, String category, List<QuestionMean.Score> scores,
            ObjectNode json) {

        String judge() {
            return json.path("judge").asText();
        }
    }

    private final ImportSheet sheet;
    private final List<Judgement> judgements = new ArrayList<>();

    ArenaHardImport(ImportSheet sheet) {
        this.sheet = sheet;
    }

    static void read(InputStream body, ImportSheet sheet) throws IOException {
        ArenaHardImport reader = new ArenaHardImport(sheet);
        JsonLines.read(body, sheet, reader::judgement);
        reader.figures();
    }

    void judgement(String place, ObjectNode json) {
        String model = ImportJson.text(json.path("model"));
        JsonNode question = json.hasNonNull("question_id") ? json.path("question_id") : json.path("uid");
        if (model == null) {
            sheet.wrong(place + " /model", BenchmarkFileMessages::missing);
        } else if (!question.isValueNode()) {
            sheet.wrong(place + " /question_id", BenchmarkFileMessages::missing);
        } else if (!json.path("games").isArray()) {
            sheet.wrong(place + " /games", BenchmarkFileMessages::missing);
        } else {
            scores(place, question.asText(), json.path("games")).ifPresent(scores -> judgements
                    .add(new Judgement(place, model, ImportJson.text(json.path("category")), scores, json)));
        }
    }

    private Optional<List<QuestionMean.Score>> scores(String place, String question, JsonNode games) {
        List<QuestionMean.Score> scores = new ArrayList<>();
        for (int game = 0; game < games.size(); game++) {
            JsonNode score = games.get(game).path("score");
            if (score.isNull() || score.isMissingNode()) {
                continue;
            }
            Matcher verdict = VERDICT.matcher(score.asText().strip());
            if (!verdict.matches() || verdict.group(1).equals(verdict.group(3))) {
                sheet.wrong(place + " /games/" + game + "/score", BenchmarkFileMessages::noVerdict);
                return Optional.empty();
            }
            scores.addAll(Collections.nCopies(verdict.group(2).length() > 1 ? MUCH_BETTER : 1,
                    new QuestionMean.Score(question, score(verdict, game == 0 ? "B" : "A"))));
        }
        return Optional.of(scores);
    }

    private static double score(Matcher verdict, String side) {
        if (verdict.group(2).equals("=")) {
            return 0.5;
        }
        String winner = verdict.group(verdict.group(2).startsWith(">") ? 1 : 3);
        return winner.equals(side) ? 1 : 0;
    }

    void figures() {
        Map<String, List<Judgement>> models = judgements.stream().collect(
                Collectors.groupingBy(Judgement::model, LinkedHashMap::new, Collectors.toList()));
        models.values().forEach(of -> {
            figure(KnownBenchmarks.OVERALL, of, of.stream().filter(one -> one.category() == null).toList());
            of.stream().filter(one -> one.category() != null)
                    .collect(Collectors.groupingBy(Judgement::category, LinkedHashMap::new, Collectors.toList()))
                    .forEach((category, some) -> figure(category, some, some));
        });
    }

    /** @param own those whose raw records stay with this figure */
    private void figure(String scenario, List<Judgement> of, List<Judgement> own) {
        List<QuestionMean.Score> scores = of.stream().flatMap(one -> one.scores().stream()).toList();
        if (scores.isEmpty()) {
            return;
        }
        QuestionMean mean = QuestionMean.of(scores);
        ObjectNode settings = JsonNodeFactory.instance.objectNode();
        settings.put("judge", String.join(", ",
                of.stream().map(Judgement::judge).collect(Collectors.toCollection(TreeSet::new))));
        settings.put("judgements", of.size());
        settings.put("withoutScore", of.stream().filter(one -> one.scores().isEmpty()).count());
        sheet.add(new ReadResult(of.get(0).place(), BENCHMARK,
                new NewResult(new Result(of.get(0).model(), scenario, WINS.name(), mean.value(), mean.standardError(),
                        mean.questions(), ResultSource.IMPORTED, settings, null),
                        own.stream().map(Judgement::json).toList()),
                own.size()));
    }
}
