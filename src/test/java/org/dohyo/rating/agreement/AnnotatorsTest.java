package org.dohyo.rating.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.dohyo.rating.PairCount;
import org.junit.jupiter.api.Test;

/** The diagnostics of annotators and pairs of them. */
class AnnotatorsTest {

    private static final List<Annotation> THREE = KrippendorffsAlphaTest.table(List.of(
            "1 1 2 2 .",
            "1 2 2 2 1",
            "1 1 2 1 ."));

    @Test
    void agreementIsCountedByPair() {
        // 3 of 3, 1 of 3, 3 of 3, 1 of 3; the last item has one value.
        PairwiseAgreement agreement = PairwiseAgreement.of(2, THREE, 1);
        assertThat(agreement.pairs()).isEqualTo(12);
        assertThat(agreement.share()).isCloseTo(8.0 / 12, within(1e-12));
        assertThat(agreement.low()).isLessThan(agreement.share());
        assertThat(agreement.high()).isGreaterThan(agreement.share());
        assertThat(PairwiseAgreement.of(2, List.of(), 1).share()).isNaN();

        List<PairOfAnnotators> pairs = PairOfAnnotators.of(2, THREE);
        assertThat(pairs).extracting(PairOfAnnotators::first).containsExactly(0, 0, 1);
        assertThat(pairs).extracting(PairOfAnnotators::second).containsExactly(1, 2, 2);
        assertThat(pairs).extracting(pair -> pair.kappa().observed()).containsExactly(0.75, 0.75, 0.5);
    }

    @Test
    void annotatorIsComparedWithTheRest() {
        List<AnnotatorAgreement> all = AnnotatorAgreement.of(2, THREE, Scale.NOMINAL);
        assertThat(all).extracting(AnnotatorAgreement::annotator).containsExactly(0, 1, 2);
        assertThat(all).extracting(AnnotatorAgreement::items).containsExactly(4, 4, 4);
        // 1, ½, 1, ½ · 1, 0, 1, ½ · 1, ½, 1, 0
        assertThat(all).extracting(one -> one.withRest().share()).containsExactly(0.75, 0.625, 0.625);
        double first = KrippendorffsAlpha.of(2, KrippendorffsAlphaTest.table(List.of("1 2 2 2", "1 1 2 1")),
                Scale.NOMINAL, 1).alpha();
        assertThat(all.get(0).alphaWithout()).isCloseTo(first, within(1e-12));
    }

    @Test
    void carelessAnnotatorStandsOut() {
        Random random = new Random(2);
        List<Annotation> made = new ArrayList<>(KrippendorffsAlphaTest.made(200, 4, 3, 0.9, random));
        for (int item = 0; item < 200; item++) {
            made.add(new Annotation(item, 9, random.nextInt(3)));
        }
        double all = KrippendorffsAlpha.of(3, made, Scale.NOMINAL, 1).alpha();
        List<AnnotatorAgreement> diagnosed = AnnotatorAgreement.of(3, made, Scale.NOMINAL);
        assertThat(diagnosed).hasSize(5).allSatisfy(one -> {
            if (one.annotator() == 9) {
                assertThat(one.withRest().high()).isLessThan(0.5);
                assertThat(one.alphaWithout()).isGreaterThan(all + 0.1);
            } else {
                assertThat(one.withRest().low()).isGreaterThan(0.5);
                assertThat(one.alphaWithout()).isLessThan(all);
            }
        });
    }

    /** Annotator k votes by σ(a_k·d) with a of 1, but the last two: chance and the reverse. */
    @Test
    void discriminationTellsSharpFromCarelessAndContrary() {
        double[] slopes = { 1, 1, 1, 1, 1, 1, 2, 0, -1 };
        Random random = new Random(4);
        List<List<PairCount>> votes = IntStream.range(0, slopes.length)
                .mapToObj(annotator -> votes(slopes[annotator], 300, random)).toList();
        List<Discrimination> all = Discrimination.of(6, votes);
        assertThat(all).extracting(Discrimination::votes).containsOnly(300L);
        assertThat(all.get(8).high()).isNegative();
        assertThat(all.get(7).high()).isLessThan(0.7);
        assertThat(all.get(7).low()).isNegative();
        assertThat(all.get(6).low()).isGreaterThan(1);
        assertThat(all.subList(0, 6)).allSatisfy(one -> assertThat(one.low()).isPositive());
    }

    private static List<PairCount> votes(double slope, int votes, Random random) {
        return IntStream.range(0, votes).mapToObj(vote -> {
            int first = random.nextInt(6);
            int second = (first + 1 + random.nextInt(5)) % 6;
            boolean won = random.nextDouble() < 1 / (1 + Math.exp(-slope * 0.5 * (first - second)));
            return new PairCount(first, second, won ? 1 : 0, won ? 0 : 1, 0, 0);
        }).toList();
    }

    @Test
    void withoutVotesOfOthers_discriminationIsThePrior() {
        List<PairCount> own = List.of(new PairCount(0, 1, 3, 1, 0, 0));
        Discrimination alone = Discrimination.of(3, List.of(own, List.of(new PairCount(1, 2, 1, 1, 0, 0)))).get(0);
        assertThat(alone.votes()).isZero();
        assertThat(alone.slope()).isCloseTo(1, within(1e-9));
        assertThat(alone.high() - alone.low()).isCloseTo(2 * 1.959964, within(1e-5));
    }
}
