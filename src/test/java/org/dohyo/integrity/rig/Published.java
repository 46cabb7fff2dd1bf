package org.dohyo.integrity.rig;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.dohyo.integrity.tilt.Expectations;
import org.dohyo.integrity.tilt.Result;
import org.dohyo.rating.BradleyTerry;
import org.dohyo.rating.EloScale;
import org.dohyo.rating.Fit;
import org.dohyo.rating.Matchmaking;
import org.dohyo.rating.PairCount;
import org.dohyo.rating.PairSampling;
import org.dohyo.rating.RankIntervals;
import org.dohyo.rating.VoterVotes;

/** The arena's board of some ballots: each voter's weight limited, as published. */
final class Published {

    private final VoterVotes votes;
    private final int models;
    private Fit fit;

    private Published(VoterVotes votes, int models) {
        this.votes = votes;
        this.models = models;
    }

    static Published of(int models, List<Ballot> ballots) {
        Map<Integer, List<PairCount>> byVoter = new TreeMap<>();
        for (Ballot ballot : ballots) {
            byVoter.computeIfAbsent(ballot.voter(), unused -> new ArrayList<>()).add(new PairCount(ballot.first(),
                    ballot.second(), ballot.result() == Result.WIN ? 1 : 0, ballot.result() == Result.LOSS ? 1 : 0,
                    ballot.result() == Result.TIE ? 1 : 0, 0));
        }
        VoterVotes votes = new VoterVotes(models);
        byVoter.values().forEach(votes::add);
        return new Published(votes, models);
    }

    private Fit fit() {
        if (fit == null) {
            fit = BradleyTerry.fit(votes);
        }
        return fit;
    }

    PairSampling plan() {
        double[] weights = new double[models];
        Arrays.fill(weights, 1);
        return votes.voters() == 0 ? new PairSampling(weights)
                : Matchmaking.sampling(weights, fit(), votes.weighted());
    }

    Expectations expectations() {
        return Expectations.of(models, votes.weighted());
    }

    /** Log-strengths of all models. */
    double[] strengths() {
        return Arrays.stream(fit().ratings()).map(EloScale::logStrength).toArray();
    }

    int rank(int model) {
        return fit().ranks()[model];
    }

    /** True if the published range of ranks of a model contains a rank. */
    boolean contains(int model, int rank) {
        RankIntervals ranks = RankIntervals.of(fit(), 1);
        return ranks.low()[model] <= rank && rank <= ranks.high()[model];
    }
}
