package org.dohyo.rating.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final double ALPHA = 0.05;

    @Test
    void withoutVotes_isUndecided() {
        Comparison none = Comparison.of(new double[0], ALPHA);
        assertThat(none.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(none.decidedAfter()).isEmpty();
        assertThat(none.stillNeeded()).isEmpty();
    }

    @Test
    void evidenceIsTheMeanCapitalOfTheGamblers() {
        double expectedB = 0;
        double expectedA = 0;
        for (int k = 0; k < 40; k++) {
            double stake = Math.pow((k + 0.5) / 40, 2);
            expectedB += (1 + stake) * (1 + stake) * (1 - stake) * (1 + stake / 2) / 40;
            expectedA += (1 - stake) * (1 - stake) * (1 + stake) * (1 - stake / 2) / 40;
        }
        Comparison votes = Comparison.of(new double[] { 1, 0, -1, 0.5, 1 }, ALPHA);
        assertThat(votes.forB()[4]).isCloseTo(expectedB, within(1e-12));
        assertThat(votes.forA()[4]).isCloseTo(expectedA, within(1e-12));
        assertThat(votes.forB()[1]).as("a tie changes nothing").isEqualTo(votes.forB()[0]);
    }

    /** Over all outcomes of six votes, of which some are ties, the mean evidence is 1 if the sides are equal. */
    @Test
    void fairGameGainsNothing() {
        double mean = 0;
        int sequences = 729;
        for (int sequence = 0; sequence < sequences; sequence++) {
            double[] scores = new double[6];
            for (int vote = 0, rest = sequence; vote < 6; vote++, rest /= 3) {
                scores[vote] = rest % 3 - 1;
            }
            mean += Comparison.of(scores, ALPHA).forB()[5] / sequences;
        }
        assertThat(mean).isCloseTo(1, within(1e-9));
    }

    @Test
    void directionsMirrorEachOther() {
        double[] scores = IntStream.range(0, 60).mapToDouble(vote -> vote % 4 == 0 ? -1 : 1).toArray();
        Comparison votes = Comparison.of(scores, ALPHA);
        Comparison turned = Comparison.of(Arrays.stream(scores).map(score -> -score).toArray(), ALPHA);
        assertThat(votes.verdict()).isEqualTo(Verdict.B_BETTER);
        assertThat(turned.verdict()).isEqualTo(Verdict.A_BETTER);
        assertThat(turned.decidedAfter()).isEqualTo(votes.decidedAfter());
        assertThat(turned.forA()).isEqualTo(votes.forB());
    }

    @Test
    void winsAloneDecideSoon_andAVerdictStays() {
        double[] scores = new double[40];
        Arrays.fill(scores, 0, 12, 1);
        Arrays.fill(scores, 12, 40, -1);
        Comparison votes = Comparison.of(scores, ALPHA);
        assertThat(votes.verdict()).isEqualTo(Verdict.B_BETTER);
        assertThat(votes.decidedAfter().orElseThrow()).isBetween(7L, 12L);
        assertThat(votes.stillNeeded()).isEmpty();
    }

    @Test
    void forecastComesTrueIfVotesGoOnAsBefore() {
        double[] period = { 1, 1, -1, 0, 1, -1, 0, 1, -1, 1, 0, 0, 1, 0, -1, 0, 0, 1, -1, 0 };
        double[] scores = IntStream.range(0, 40).mapToDouble(vote -> period[vote % 20]).toArray();
        Comparison now = Comparison.of(scores, ALPHA);
        assertThat(now.verdict()).isEqualTo(Verdict.UNDECIDED);
        long needed = now.stillNeeded().orElseThrow();
        double[] later = IntStream.range(0, 4_000).mapToDouble(vote -> period[vote % 20]).toArray();
        assertThat(Comparison.of(later, ALPHA).decidedAfter().orElseThrow()).isCloseTo(40 + needed, within(40L));
    }

    @Test
    void withoutALeader_thereIsNoForecast() {
        assertThat(Comparison.of(new double[] { 1, -1, 0 }, ALPHA).stillNeeded()).isEqualTo(OptionalLong.empty());
        assertThat(Comparison.of(new double[] { 0, 0 }, ALPHA).stillNeeded()).isEqualTo(OptionalLong.empty());
    }

    @Test
    void hundredThousandWinsDoNotOverflow() {
        double[] scores = new double[100_000];
        Arrays.fill(scores, 1);
        Comparison votes = Comparison.of(scores, ALPHA);
        assertThat(votes.forB()[99_999]).isFinite().isGreaterThan(1e200);
        assertThat(votes.forA()[99_999]).isBetween(0.0, 1e-3);
    }

    @Test
    void refusesWhatIsNoScoreOrLevel() {
        for (double score : new double[] { 1.1, -2, Double.NaN }) {
            assertThatIllegalArgumentException().isThrownBy(() -> Comparison.of(new double[] { score }, ALPHA));
        }
        for (double alpha : new double[] { 0, 1, -1, Double.NaN }) {
            assertThatIllegalArgumentException().isThrownBy(() -> Comparison.of(new double[0], alpha));
        }
    }

    @Test
    void falseAlarmsStayBelowAlpha_whereARepeatedTestRaisesMany() {
        Alarms alarms = Alarms.of(1_000, 1_000, 0);
        assertThat(alarms.betting()).isLessThanOrEqualTo(ALPHA + 0.014);
        assertThat(alarms.naive()).isGreaterThan(0.3);
    }

    /** {@code ./mvnw test -Pproof -Dtest=ComparisonTest} prints the figures of docs/projects-statistics.md. */
    @Test
    @Tag("proof")
    void documentedFigures() {
        for (double edge : new double[] { 0, 0.1, 0.2, 0.3 }) {
            System.out.println(edge + " " + Alarms.of(10_000, 5_000, edge));
        }
        Alarms alarms = Alarms.of(10_000, 5_000, 0);
        assertThat(alarms.betting()).isLessThanOrEqualTo(ALPHA + 0.005);
        assertThat(alarms.naive()).isGreaterThan(0.4);
    }

    /**
     * How often votes on two models are decided by looking after every vote, and after how many votes in half of the
     * runs (all if fewer). Ties follow the past: after a win for B there are more. The naive test wants 1.96 standard
     * errors of the decided votes, from ten on.
     */
    private record Alarms(double betting, double naive, long medianVotes) {

        static Alarms of(int runs, int votes, double edge) {
            int betting = 0;
            int naive = 0;
            long[] ends = new long[runs];
            for (int run = 0; run < runs; run++) {
                double[] scores = scores(votes, edge, new SplittableRandom(run));
                Comparison comparison = Comparison.of(scores, ALPHA);
                ends[run] = comparison.decidedAfter().orElse(votes);
                betting += comparison.verdict() == Verdict.UNDECIDED ? 0 : 1;
                naive += naiveDecides(scores) ? 1 : 0;
            }
            Arrays.sort(ends);
            return new Alarms((double) betting / runs, (double) naive / runs, ends[runs / 2]);
        }

        private static double[] scores(int votes, double edge, SplittableRandom random) {
            double[] scores = new double[votes];
            for (int vote = 0; vote < votes; vote++) {
                double ties = vote > 0 && scores[vote - 1] > 0 ? 0.4 : 0.2;
                scores[vote] = random.nextDouble() < ties ? 0 : random.nextDouble() < (1 + edge) / 2 ? 1 : -1;
            }
            return scores;
        }

        private static boolean naiveDecides(double[] scores) {
            double sum = 0;
            int decided = 0;
            for (double score : scores) {
                sum += score;
                decided += score == 0 ? 0 : 1;
                if (decided >= 10 && Math.abs(sum) > 1.96 * Math.sqrt(decided)) {
                    return true;
                }
            }
            return false;
        }
    }
}
