package org.dohyo.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** Both sandwiches against the bootstrap that assumes the same; 400 rounds tell a deviation to about 3.5%. */
class BootstrapTest {

    private static final int MODELS = 8;
    private static final double Z95 = 1.959964;

    /** The mean over models of sandwich / bootstrap. */
    private static double ratio(Fit fit, double[] deviations) {
        return IntStream.range(0, deviations.length).mapToDouble(i -> fit.halfWidth(i) / Z95 / deviations[i]).average()
                .orElseThrow();
    }

    private static PairCounts counts(VoterVotes votes) {
        return new PairCounts(MODELS, votes.unweighted());
    }

    private static VoterVotes votes(List<List<PairCount>> ballots) {
        VoterVotes votes = new VoterVotes(MODELS);
        ballots.forEach(votes::add);
        return votes;
    }

    @Test
    void independentVotes_bothBootstrapsAgreeWithTheirSandwich() {
        List<List<PairCount>> ballots = new VotingWorld(MODELS, 200, 0, 1).ballots(4_000);
        Fit byVotes = BradleyTerry.fit(counts(votes(ballots)));
        assertThat(ratio(byVotes, new Bootstrap(400, 2).byVotes(counts(votes(ballots))))).isBetween(0.96, 1.04);
        Fit byVoters = BradleyTerry.fit(votes(ballots));
        assertThat(ratio(byVoters, new Bootstrap(400, 3).byVoters(MODELS, ballots))).isBetween(0.95, 1.05);
    }

    @Test
    void votersWithTastes_onlyTheClusteredSandwichAgreesWithDrawnVoters() {
        List<List<PairCount>> ballots = new VotingWorld(MODELS, 200, 0.8, 4).ballots(4_000);
        double[] deviations = new Bootstrap(400, 5).byVoters(MODELS, ballots);
        assertThat(ratio(BradleyTerry.fit(votes(ballots)), deviations)).isBetween(0.95, 1.05);
        // The control: with tastes the same bootstrap exposes intervals that take votes as independent.
        assertThat(ratio(BradleyTerry.fit(counts(votes(ballots))), deviations)).isLessThan(0.85);
    }

    @Test
    void sameSeed_sameDeviations() {
        PairCounts counts = Oracle.read().counts();
        assertThat(Arrays.equals(new Bootstrap(5, 1).byVotes(counts), new Bootstrap(5, 1).byVotes(counts))).isTrue();
    }
}
