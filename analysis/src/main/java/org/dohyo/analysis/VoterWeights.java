package org.dohyo.analysis;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

import org.dohyo.rating.PairCount;
import org.dohyo.rating.VoterVotes;
import org.dohyo.rating.WeightedPair;

/**
 * The votes of each pair of models, where a voter weighs {@value VoterVotes#CAP} votes at most. Those of different
 * voters can be added.
 */
final class VoterWeights implements Serializable {

    private final int models;
    /** By first model and second: the votes for the first, the votes for the second, the halves. */
    private final long[] units;
    private final double[] weights;

    VoterWeights(int models) {
        this.models = models;
        units = new long[3 * models * models];
        weights = new double[units.length];
    }

    /** Adds all votes of one more voter. */
    void add(List<PairCount> ofVoter) {
        long votes = 0;
        for (PairCount pair : ofVoter) {
            votes += pair.votes();
        }
        double weight = votes <= VoterVotes.CAP ? 1 : (double) VoterVotes.CAP / votes;
        for (PairCount pair : ofVoter) {
            int place = place(pair.first(), pair.second());
            add(place, pair.firstWins(), votes, weight);
            add(place + 1, pair.secondWins(), votes, weight);
            add(place + 2, pair.halves(), votes, weight);
        }
    }

    private void add(int place, long some, long votes, double weight) {
        units[place] += VoterVotes.units(some, votes);
        weights[place] += some * weight;
    }

    private int place(int first, int second) {
        return 3 * (first * models + second);
    }

    /** These, with those of other voters added. */
    VoterWeights plus(VoterWeights others) {
        for (int i = 0; i < units.length; i++) {
            units[i] += others.units[i];
            weights[i] += others.weights[i];
        }
        return this;
    }

    /** In whole units, as the arena's board has them. */
    List<WeightedPair> inUnits() {
        return pairs(place -> VoterVotes.fromUnits(units[place]));
    }

    /** As the intervals have them. */
    List<WeightedPair> weighted() {
        return pairs(place -> weights[place]);
    }

    private List<WeightedPair> pairs(IntToDoubleFunction weight) {
        List<WeightedPair> pairs = new ArrayList<>();
        for (int first = 0; first < models; first++) {
            for (int second = first + 1; second < models; second++) {
                int place = place(first, second);
                pairs.add(new WeightedPair(first, second, weight.applyAsDouble(place), weight.applyAsDouble(place + 1),
                        weight.applyAsDouble(place + 2)));
            }
        }
        pairs.removeIf(pair -> pair.weight() == 0);
        return pairs;
    }
}
