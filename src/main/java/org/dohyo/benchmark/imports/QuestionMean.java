package org.dohyo.benchmark.imports;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The mean of scores, of which those of one question (its turns) hang together: the standard error takes questions as
 * what was drawn, √(Σ over questions of (Σ of its scores' deviations)² · Q / (Q − 1)) / N (K.-Y. Liang and S. L. Zeger,
 * 1986).
 *
 * @param standardError null for a single question
 * @param questions Q
 */
public record QuestionMean(double value, Double standardError, long questions) {

    /** @param question names it */
    public record Score(String question, double score) {
    }

    /** @param scores at least one */
    public static QuestionMean of(Collection<Score> scores) {
        double mean = scores.stream().mapToDouble(Score::score).average().orElseThrow();
        Map<String, Double> deviations = new LinkedHashMap<>();
        scores.forEach(score -> deviations.merge(score.question(), score.score() - mean, Double::sum));
        double questions = deviations.size();
        double squares = deviations.values().stream().mapToDouble(deviation -> deviation * deviation).sum();
        return new QuestionMean(mean,
                questions < 2 ? null : Math.sqrt(squares * questions / (questions - 1)) / scores.size(),
                deviations.size());
    }
}
