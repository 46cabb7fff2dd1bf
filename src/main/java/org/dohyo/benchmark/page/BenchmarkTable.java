package org.dohyo.benchmark.page;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.dohyo.benchmark.ResultInterval;
import org.dohyo.leaderboard.board.Board;
import org.dohyo.model.Model;
import org.dohyo.web.csv.CsvTable;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The arena's rating beside MT-Bench and MMLU, for every model that has at least one of the three.
 *
 * @param models the greatest rating first, then those without one
 */
public record BenchmarkTable(List<Row> models) {

    private static final CsvTable<Row> COLUMNS = CsvTable.<Row> of()
            .column("model", row -> row.facts.model).column("name", row -> row.facts.name)
            .column("organization", row -> row.facts.organization).column("license", row -> row.facts.license)
            .column("openWeights", row -> row.facts.openWeights).column("demo", row -> row.facts.demo)
            .column("rating", row -> row.rating.value).column("ratingLow", row -> row.rating.low)
            .column("ratingHigh", row -> row.rating.high)
            .column("mtBench", row -> row.mtBench.score.value).column("mtBenchLow", row -> row.mtBench.score.low)
            .column("mtBenchHigh", row -> row.mtBench.score.high)
            .column("mmlu", row -> row.mmlu.score.value).column("mmluLow", row -> row.mmlu.score.low)
            .column("mmluHigh", row -> row.mmlu.score.high).column("mmluBenchmark", row -> row.mmlu.benchmark)
            .column("mtBenchOwnQuestions", row -> row.mtBench.ownQuestions)
            .column("mmluOwnQuestions", row -> row.mmlu.ownQuestions);

    /**
     * A model with its figures; written as one line or one flat object.
     *
     * @param rating of the default board
     * @param mtBench points from 1 to 10
     * @param mmlu a fraction
     * @param tentative true if the rating is preliminary or without a rank; such models stand last
     */
    public record Row(Facts facts, Figure rating, Score mtBench, Score mmlu, boolean tentative) {

        @JsonValue
        Map<String, Object> json() {
            return COLUMNS.cells(this);
        }

        private static Row of(Model model, Board.Row rated, BenchmarkHeadlines.Score mtBench,
                BenchmarkHeadlines.Score mmlu) {
            return new Row(
                    new Facts(model.slug, model.name, model.organization, model.license, model.openWeights,
                            model.demo()),
                    rated == null ? Figure.UNKNOWN : new Figure(rated.rating(), rated.low(), rated.high()),
                    Score.of(mtBench), Score.of(mmlu), rated != null && (rated.preliminary() || rated.rank() == null));
        }
    }

    /**
     * @param model its slug
     * @param openWeights null if unknown
     */
    public record Facts(String model, String name, String organization, String license, Boolean openWeights,
            boolean demo) {
    }

    /** A value with its interval; each is null where it isn't known. */
    public record Figure(Double value, Double low, Double high) {

        private static final Figure UNKNOWN = new Figure(null, null, null);
    }

    /**
     * @param benchmark where it comes from; null where it isn't known
     * @param ownQuestions the version of the questions if they are this arena's own, not the original; else null
     */
    public record Score(Figure score, String benchmark, String ownQuestions) {

        private static final Score UNKNOWN = new Score(Figure.UNKNOWN, null, null);

        private static Score of(BenchmarkHeadlines.Score headline) {
            return headline == null ? UNKNOWN
                    : new Score(figure(headline.result().value(), headline.interval()), headline.benchmark(),
                            headline.result().ownQuestions());
        }

        private static Figure figure(double value, ResultInterval interval) {
            return interval == null ? new Figure(value, null, null)
                    : new Figure(value, interval.low(), interval.high());
        }
    }

    static BenchmarkTable of(Board board, List<Model> models, Map<String, BenchmarkHeadlines.Score> mtBench,
            Map<String, BenchmarkHeadlines.Score> mmlu) {
        Map<String, Board.Row> rated = board.models().stream()
                .collect(Collectors.toMap(Board.Row::slug, Function.identity()));
        TreeSet<String> slugs = new TreeSet<>(rated.keySet());
        slugs.addAll(mtBench.keySet());
        slugs.addAll(mmlu.keySet());
        return new BenchmarkTable(models.stream().filter(model -> slugs.contains(model.slug))
                .map(model -> Row.of(model, rated.get(model.slug), mtBench.get(model.slug), mmlu.get(model.slug)))
                .sorted(Comparator
                        .comparing(Row::tentative)
                        .thenComparing(row -> row.rating.value, Comparator.nullsLast(Comparator.reverseOrder()))
                        .thenComparing(row -> row.mtBench.score.value, Comparator.nullsLast(Comparator.reverseOrder()))
                        .thenComparing(row -> row.facts.model))
                .toList());
    }

    public String csv() {
        return COLUMNS.write(models.stream());
    }
}
