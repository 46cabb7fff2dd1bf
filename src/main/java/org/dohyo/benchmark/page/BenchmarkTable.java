package org.dohyo.benchmark.page;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.dohyo.leaderboard.board.Board;
import org.dohyo.model.Model;
import org.dohyo.web.Csv;

/**
 * The arena's rating beside MT-Bench and MMLU, for every model that has at least one of the three.
 *
 * @param models the greatest rating first, then those without one
 */
public record BenchmarkTable(List<Row> models) {

    /**
     * @param rating of the default board; null, as are its interval and votes, for a model without a counted vote
     * @param mtBench points from 1 to 10; null if unknown, as are the following values
     * @param mmlu a fraction
     * @param mmluBenchmark the benchmark of the MMLU result
     * @param mtBenchOwnQuestions the version of the questions if they are this arena's own rather than the original;
     *        otherwise null
     * @param mmluOwnQuestions as {@code mtBenchOwnQuestions}
     */
    public record Row(String model, String name, String organization, String license, boolean openWeights, boolean demo,
            Double rating, Double ratingLow, Double ratingHigh, Double mtBench, Double mtBenchLow, Double mtBenchHigh,
            Double mmlu, Double mmluLow, Double mmluHigh, String mmluBenchmark, String mtBenchOwnQuestions,
            String mmluOwnQuestions) {
    }

    static BenchmarkTable of(Board board, List<Model> models, Map<String, BenchmarkHeadlines.Score> mtBench,
            Map<String, BenchmarkHeadlines.Score> mmlu) {
        Map<String, Board.Row> rated = board.models().stream()
                .collect(Collectors.toMap(Board.Row::slug, Function.identity()));
        TreeSet<String> slugs = new TreeSet<>(rated.keySet());
        slugs.addAll(mtBench.keySet());
        slugs.addAll(mmlu.keySet());
        return new BenchmarkTable(models.stream().filter(model -> slugs.contains(model.slug))
                .map(model -> row(model, rated.get(model.slug), mtBench.get(model.slug), mmlu.get(model.slug)))
                .sorted(Comparator.comparing(Row::rating, Comparator.nullsLast(Comparator.reverseOrder()))
                        .thenComparing(Row::mtBench, Comparator.nullsLast(Comparator.reverseOrder()))
                        .thenComparing(Row::model))
                .toList());
    }

    private static Row row(Model model, Board.Row rated, BenchmarkHeadlines.Score mtBench,
            BenchmarkHeadlines.Score mmlu) {
        return new Row(model.slug, model.name, model.organization, model.license, model.hasOpenWeights(), model.demo(),
                rated == null ? null : rated.rating(), rated == null ? null : rated.low(),
                rated == null ? null : rated.high(),
                value(mtBench), low(mtBench), high(mtBench), value(mmlu), low(mmlu), high(mmlu),
                mmlu == null ? null : mmlu.benchmark(), mtBench == null ? null : mtBench.result().ownQuestions(),
                mmlu == null ? null : mmlu.result().ownQuestions());
    }

    private static Double value(BenchmarkHeadlines.Score headline) {
        return headline == null ? null : (Double) headline.result().value();
    }

    private static Double low(BenchmarkHeadlines.Score headline) {
        return headline == null || headline.interval() == null ? null : (Double) headline.interval().low();
    }

    private static Double high(BenchmarkHeadlines.Score headline) {
        return headline == null || headline.interval() == null ? null : (Double) headline.interval().high();
    }

    public String csv() {
        return Csv.line("model", "name", "organization", "license", "openWeights", "demo", "rating", "ratingLow",
                "ratingHigh", "mtBench", "mtBenchLow", "mtBenchHigh", "mmlu", "mmluLow", "mmluHigh", "mmluBenchmark",
                "mtBenchOwnQuestions", "mmluOwnQuestions")
                + models.stream().map(row -> Csv.line(row.model(), row.name(), row.organization(), row.license(),
                        row.openWeights(), row.demo(), row.rating(), row.ratingLow(), row.ratingHigh(), row.mtBench(),
                        row.mtBenchLow(), row.mtBenchHigh(), row.mmlu(), row.mmluLow(), row.mmluHigh(),
                        row.mmluBenchmark(),
                        row.mtBenchOwnQuestions(), row.mmluOwnQuestions()))
                        .collect(Collectors.joining());
    }
}
