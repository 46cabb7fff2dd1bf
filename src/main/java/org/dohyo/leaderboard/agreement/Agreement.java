package org.dohyo.leaderboard.agreement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.dohyo.leaderboard.board.PairResult;
import org.dohyo.rating.agreement.Annotation;
import org.dohyo.rating.agreement.CohensKappa;
import org.dohyo.rating.agreement.KrippendorffsAlpha;
import org.dohyo.rating.agreement.Scale;

/**
 * How far a board of judgements agrees with people's votes on the pairs of models that both compared; the JSON of the
 * public interface. The verdict of a side on a pair is which of the two models won more often.
 *
 * @param needed the number of pairs from which agreement is shown
 * @param pairs that both compared
 * @param judgements on these pairs
 * @param votes of people on these pairs
 * @param agreed the share of the pairs with equal verdicts, 0 … 1; null, as the measures, without enough
 * @param kappa Cohen's kappa of the verdicts, a tie being one of three; null also where it is undefined
 * @param alpha Krippendorff's alpha, in which a tie is closer to a win than a defeat is; null as {@code kappa}
 */
public record Agreement(String category, int needed, int pairs, long judgements, long votes, Double agreed,
        Measure kappa, Measure alpha) {

    /** With fewer, the intervals would reach over most of the scale. */
    static final int LEAST = 10;

    private static final long SEED = 1;
    private static final int VERDICTS = 3;

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

    /** A pair as judges and people see it, from the same model. */
    private record Shared(PairResult judges, PairResult people) {
    }

    static Agreement of(String category, List<PairResult> judges, List<PairResult> people) {
        List<Shared> shared = shared(judges, people);
        long judgements = shared.stream().mapToLong(pair -> pair.judges().votes()).sum();
        long votes = shared.stream().mapToLong(pair -> pair.people().votes()).sum();
        if (shared.size() < LEAST) {
            return new Agreement(category, LEAST, shared.size(), judgements, votes, null, null, null);
        }
        int[] first = shared.stream().mapToInt(pair -> verdict(pair.judges())).toArray();
        int[] second = shared.stream().mapToInt(pair -> verdict(pair.people())).toArray();
        CohensKappa kappa = CohensKappa.of(VERDICTS, first, second);
        KrippendorffsAlpha alpha = KrippendorffsAlpha.of(VERDICTS, annotations(first, second), Scale.ORDINAL, SEED);
        return new Agreement(category, LEAST, shared.size(), judgements, votes, kappa.observed(),
                Measure.of(kappa.kappa(), kappa.low(), kappa.high()),
                Measure.of(alpha.alpha(), alpha.low(), alpha.high()));
    }

    /**
     * Every other pair is seen from its second model: if the better one came first by its name or number, one verdict
     * would be the commoner one, and be expected by chance.
     */
    private static List<Shared> shared(List<PairResult> judges, List<PairResult> people) {
        Map<String, PairResult> bySlugs = people.stream()
                .collect(Collectors.toMap(Agreement::slugs, Function.identity()));
        List<PairResult> both = judges.stream().filter(pair -> bySlugs.containsKey(slugs(pair)))
                .sorted(Comparator.comparing(Agreement::slugs)).toList();
        List<Shared> shared = new ArrayList<>();
        for (PairResult pair : both) {
            String seenFrom = slugs(pair).split(" ")[shared.size() % 2];
            shared.add(new Shared(pair.seenFrom(seenFrom), bySlugs.get(slugs(pair)).seenFrom(seenFrom)));
        }
        return shared;
    }

    /** Both slugs in alphabetical order. */
    private static String slugs(PairResult pair) {
        return pair.modelA().compareTo(pair.modelB()) < 0 ? pair.modelA() + " " + pair.modelB()
                : pair.modelB() + " " + pair.modelA();
    }

    /** In rising order of the success of the pair's first model. */
    private static int verdict(PairResult pair) {
        return 1 + Long.signum(pair.winsA() - pair.winsB());
    }

    private static List<Annotation> annotations(int[] judges, int[] people) {
        List<Annotation> annotations = new ArrayList<>();
        for (int item = 0; item < judges.length; item++) {
            annotations.add(new Annotation(item, 0, judges[item]));
            annotations.add(new Annotation(item, 1, people[item]));
        }
        return annotations;
    }
}
