package org.dohyo.leaderboard.agreement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

import org.dohyo.rating.agreement.Annotation;
import org.dohyo.rating.agreement.CohensKappa;
import org.dohyo.rating.agreement.KrippendorffsAlpha;
import org.dohyo.rating.agreement.Scale;

/**
 * How far a board of judgements agrees with people's votes; the JSON of the public interface. A comparison is two models
 * at the same prompt, or, where too few prompts are shared, two models.
 *
 * @param needed the number of comparisons from which agreement is shown
 * @param prompts how often both compared the same two models at the same prompt
 * @param pairs of models that both compared
 * @param agreed the share of the comparisons with equal verdicts, 0 … 1; null, as the measures, without enough
 * @param kappa Cohen's kappa of the verdicts, a tie being one of three; null also where it is undefined
 * @param alpha Krippendorff's alpha, in which a tie is closer to a win than a defeat is
 * @param logSize of the log that it was computed from
 */
public record Agreement(String category, Basis basis, int needed, int prompts, int pairs, Double agreed, Measure kappa,
        Measure alpha, long logSize, Instant computedAt) {

    /** With fewer, the intervals would reach over most of the scale. */
    static final int LEAST = 10;

    private static final long SEED = 1;

    /** What is compared. */
    public enum Basis {
        /** The commonest outcomes for two models at one prompt. */
        PROMPTS,
        /** Which of two models wins more often. */
        MODELS,
        /** Too little is shared. */
        NONE
    }

    /**
     * A measure of agreement beyond chance: 1 is full agreement, 0 what chance gives.
     *
     * @param low of the 95% interval; null, as {@code high}, if unknown
     */
    public record Measure(double value, Double low, Double high) {

        static Measure of(double value, double low, double high) {
            return Double.isNaN(value) ? null
                    : new Measure(value, Double.isNaN(low) ? null : low, Double.isNaN(high) ? null : high);
        }
    }

    /** What people and judges said of the same. */
    record Shared(Tally people, Tally judges) {
    }

    static Agreement of(String category, List<Shared> prompts, List<Shared> pairs, long logSize, Instant now) {
        Basis basis = prompts.size() >= LEAST ? Basis.PROMPTS : pairs.size() >= LEAST ? Basis.MODELS : Basis.NONE;
        if (basis == Basis.NONE) {
            return new Agreement(category, basis, LEAST, prompts.size(), pairs.size(), null, null, null, logSize, now);
        }
        List<Shared> compared = basis == Basis.PROMPTS ? prompts : pairs;
        ToIntFunction<Tally> verdict = basis == Basis.PROMPTS ? Tally::commonest : Tally::preferred;
        int[] people = compared.stream().map(Shared::people).mapToInt(verdict).toArray();
        int[] judges = compared.stream().map(Shared::judges).mapToInt(verdict).toArray();
        CohensKappa kappa = CohensKappa.of(Tally.VERDICTS, people, judges);
        KrippendorffsAlpha alpha = KrippendorffsAlpha.of(Tally.VERDICTS, annotations(people, judges), Scale.ORDINAL,
                SEED);
        return new Agreement(category, basis, LEAST, prompts.size(), pairs.size(), kappa.observed(),
                Measure.of(kappa.kappa(), kappa.low(), kappa.high()),
                Measure.of(alpha.alpha(), alpha.low(), alpha.high()), logSize, now);
    }

    private static List<Annotation> annotations(int[] people, int[] judges) {
        List<Annotation> annotations = new ArrayList<>();
        for (int item = 0; item < people.length; item++) {
            annotations.add(new Annotation(item, 0, people[item]));
            annotations.add(new Annotation(item, 1, judges[item]));
        }
        return annotations;
    }

    /** The number of comparisons that the measures are about. */
    public int comparisons() {
        return basis == Basis.PROMPTS ? prompts : pairs;
    }
}
