package org.dohyo.integrity.tilt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.dohyo.rating.WeightedPair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The evidence is worth what it claims to be: a bet at fair odds, which honest votes win as rarely as Ville says. */
class EvidenceTest {

    private static final int MODELS = 6;
    private static final double[] NOTHING = {};

    /** Every pair has met often; a model with a lower index is better. */
    private static Expectations settled() {
        List<WeightedPair> pairs = new ArrayList<>();
        for (int i = 0; i < MODELS; i++) {
            for (int j = i + 1; j < MODELS; j++) {
                double p = 1 / (1 + Math.exp(-0.25 * (j - i)));
                pairs.add(new WeightedPair(i, j, 160 * p, 160 * (1 - p), 40));
            }
        }
        return Expectations.of(MODELS, pairs);
    }

    private static final Expectations EXPECTED = settled();

    private record Vote(int first, int second) {
    }

    private static final List<Vote> VOTES = List.of(new Vote(0, 1), new Vote(2, 0), new Vote(4, 5), new Vote(0, 5),
            new Vote(1, 0), new Vote(3, 2));

    /** Σ over all sequences of results of their probability times E, with each vote's odds from {@code truth}. */
    private static double expectation(Slack slack, List<Result> sofar, double taste) {
        if (sofar.size() == VOTES.size()) {
            Evidence evidence = new Evidence(slack);
            double probability = 1;
            for (int i = 0; i < VOTES.size(); i++) {
                Vote vote = VOTES.get(i);
                Odds odds = EXPECTED.odds(vote.first(), vote.second(), NOTHING);
                double tilt = vote.first() == 0 ? taste : vote.second() == 0 ? -taste : 0;
                probability *= odds.of(sofar.get(i)) * Math.exp(odds.tilted(tilt, sofar.get(i)));
                evidence.add(EXPECTED, 0, vote.first(), vote.second(), sofar.get(i));
            }
            return probability * Math.exp(evidence.logE());
        }
        double sum = 0;
        for (Result result : Result.values()) {
            List<Result> more = new ArrayList<>(sofar);
            more.add(result);
            sum += expectation(slack, more, taste);
        }
        return sum;
    }

    @Test
    void meanOverAllResults_isOne() {
        assertThat(expectation(Slack.NONE, List.of(), 0)).isCloseTo(1, within(1e-12));
    }

    /** Likelihood ratios to honest tastes average 1 over these tastes. */
    @Test
    void leaningsMeanOverTastes_isOne() {
        double[] nodes = Slack.VOTER.nodes();
        double[] tastes = { 0, nodes[0], nodes[1] };
        double[] weights = { 2.0 / 3, 1.0 / 6, 1.0 / 6 };
        for (Explanation explanation : Explanation.of(0).subList(0, Evidence.TILTS.length)) {
            double mean = 0;
            for (int i = 0; i < tastes.length; i++) {
                mean += weights[i] * ratio(explanation, List.of(), tastes[i]);
            }
            assertThat(mean).as(explanation.toString()).isCloseTo(1, within(1e-12));
        }
    }

    private static double ratio(Explanation explanation, List<Result> sofar, double taste) {
        if (sofar.size() == VOTES.size()) {
            Evidence evidence = new Evidence(Slack.VOTER);
            double probability = 1;
            for (int i = 0; i < VOTES.size(); i++) {
                Vote vote = VOTES.get(i);
                Odds odds = EXPECTED.odds(vote.first(), vote.second(), NOTHING);
                double tilt = vote.first() == 0 ? taste : vote.second() == 0 ? -taste : 0;
                probability *= odds.of(sofar.get(i)) * Math.exp(odds.tilted(tilt, sofar.get(i)));
                evidence.add(EXPECTED, 0, vote.first(), vote.second(), sofar.get(i));
            }
            return probability * Math.exp(evidence.logRatio(explanation));
        }
        double sum = 0;
        for (Result result : Result.values()) {
            List<Result> more = new ArrayList<>(sofar);
            more.add(result);
            sum += ratio(explanation, more, taste);
        }
        return sum;
    }

    /** J. Ville: E of honest votes ever reaches 1/α with a probability of at most α. */
    @ParameterizedTest
    @CsvSource({ "10, 0.1", "100, 0.01" })
    void honestVotesReachTheBar_asRarelyAsVilleSays(double bar, double share) {
        SplittableRandom random = new SplittableRandom(7);
        int voters = 4_000;
        int reached = 0;
        for (int voter = 0; voter < voters; voter++) {
            Evidence evidence = new Evidence(Slack.NONE);
            for (int vote = 0; vote < 60; vote++) {
                int first = random.nextInt(MODELS);
                int second = (first + 1 + random.nextInt(MODELS - 1)) % MODELS;
                Odds odds = EXPECTED.odds(first, second, NOTHING);
                double at = random.nextDouble();
                // The voter's own votes take no part in the expectations here.
                evidence.add(EXPECTED, 0, first, second,
                        at < odds.win() ? Result.WIN : at < odds.win() + odds.tie() ? Result.TIE : Result.LOSS);
            }
            reached += evidence.peak() >= Math.log(bar) ? 1 : 0;
        }
        assertThat((double) reached / voters).isLessThanOrEqualTo(share).isPositive();
    }

    @Test
    void votesForOneModelOnly_areExcludedWithinTwenty() {
        Evidence evidence = new Evidence(Slack.VOTER);
        for (int vote = 0; vote < 20; vote++) {
            evidence.add(EXPECTED, 0, 4, vote % 4, Result.WIN);
        }
        assertThat(evidence.logE()).isGreaterThan(Ladder.EXCLUSION);
        assertThat(evidence.leading()).satisfies(leading -> {
            assertThat(leading.kind()).isNotEqualTo(Explanation.Kind.COIN);
            assertThat(leading.model()).isEqualTo(4);
            assertThat(leading.against()).isFalse();
        });
    }

    @Test
    void votesThatLiftOneModel_areSeenWithoutIt() {
        Evidence evidence = new Evidence(Slack.VOTER);
        for (int vote = 0; vote < 60; vote++) {
            int first = vote % MODELS;
            int second = (first + 1 + vote / MODELS % (MODELS - 1)) % MODELS;
            int sign = EXPECTED.promotes(3, 1, first, second);
            evidence.add(EXPECTED, 0, first, second, sign > 0 ? Result.WIN : Result.LOSS);
        }
        assertThat(evidence.logE()).isGreaterThan(Ladder.EXCLUSION);
        assertThat(evidence.leading().kind()).isEqualTo(Explanation.Kind.PROMOTING);
    }

    @Test
    void manyVotes_overflowNothing() {
        Evidence evidence = new Evidence(Slack.GROUP);
        for (int vote = 0; vote < 20_000; vote++) {
            evidence.add(EXPECTED, 0, 5, vote % 5, vote % 7 == 0 ? Result.LOSS : Result.WIN);
        }
        assertThat(evidence.logE()).isFinite().isGreaterThan(1_000);
    }

    @Test
    void unknownModel_saysNothing() {
        Expectations few = Expectations.of(2, List.of(new WeightedPair(0, 1, 10, 10, 0)));
        Evidence evidence = new Evidence(Slack.VOTER);
        assertThat(evidence.add(few, 0, 0, 1, Result.WIN)).isZero();
        assertThat(evidence.votes()).isZero();
    }

    @Test
    void stateIsWholeAgain() {
        Evidence evidence = new Evidence(Slack.VOTER);
        for (int vote = 0; vote < 9; vote++) {
            evidence.add(EXPECTED, vote / 3, 2, vote % 2, vote % 4 == 0 ? Result.TIE : Result.WIN);
        }
        Evidence again = Evidence.of(Slack.VOTER, evidence.state());
        assertThat(again.state()).isEqualTo(evidence.state());
        assertThat(again.add(EXPECTED, 3, 2, 5, Result.WIN)).isEqualTo(evidence.add(EXPECTED, 3, 2, 5, Result.WIN));
    }

    /** A voter's own votes must not make them look normal: half of all votes on the pair are this voter's. */
    @Test
    void voterIsLeftOutOfWhatIsExpected() {
        List<WeightedPair> others = List.of(new WeightedPair(0, 1, 100, 100, 0), new WeightedPair(1, 2, 100, 100, 0),
                new WeightedPair(0, 2, 100, 100, 0));
        List<WeightedPair> all = List.of(new WeightedPair(0, 1, 120, 100, 0), others.get(1), others.get(2));
        double fair = Expectations.of(3, others).odds(0, 1, NOTHING).win();
        double biased = Expectations.of(3, all).odds(0, 1, NOTHING).win();
        Evidence voter = new Evidence(Slack.VOTER);
        for (int vote = 0; vote < 20; vote++) {
            voter.add(Expectations.of(3, others), 0, 0, 1, Result.WIN);
        }
        double[] own = { 20 * (1 - biased), -20 * (1 - biased), 0 };
        double leftOut = Expectations.of(3, all).odds(0, 1, own).win();
        assertThat(Math.abs(leftOut - fair)).isLessThan(0.1 * Math.abs(biased - fair));
    }

    @Test
    void oddsHaveTheScore_andAddUp() {
        for (double score : new double[] { 0.02, 0.3, 0.5, 0.9 }) {
            Odds odds = Odds.of(score, 0.6);
            assertThat(odds.score()).isCloseTo(score, within(1e-12));
            assertThat(odds.win() + odds.tie() + odds.loss()).isCloseTo(1, within(1e-12));
            assertThat(odds.loss()).isPositive();
        }
        assertThat(Odds.of(0.5, 1)).isEqualTo(new Odds(1.0 / 3, 1.0 / 3, 1.0 / 3));
    }
}
