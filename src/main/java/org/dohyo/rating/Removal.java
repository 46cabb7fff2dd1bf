package org.dohyo.rating;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.PriorityQueue;

/**
 * Votes taken away in the order of their first-order effect on the lead of one model over another:
 * (y−p)·(v_i−v_j), v = H⁻¹(e_above − e_below). Votes of one pair and outcome have the same effect, so there are at most
 * three kinds a pair, however many votes. Of a kind that weighs no whole number the last vote taken is a part.
 */
final class Removal {

    // Smaller than this, in nats, a lead is rounding.
    private static final double ROUNDING = 1e-9;

    private final int models;
    private final List<WeightedPair> pairs;
    private final double[] theta;
    private final int above;
    private final int below;
    private final int kinds;
    private final PriorityQueue<Kind> untaken;
    private final List<Kind> taken = new ArrayList<>();
    private final long all;

    private record Kind(int pair, int outcome, double votes, double effect) implements Comparable<Kind> {

        @Override
        public int compareTo(Kind other) {
            int byEffect = Double.compare(other.effect, effect);
            // Equal effects in a stated order, so that the number can be computed again.
            return byEffect != 0 ? byEffect
                    : pair != other.pair ? Integer.compare(pair, other.pair) : Integer.compare(outcome, other.outcome);
        }
    }

    /** The lead that remains without that many votes. */
    private record Lead(long without, double lead) {

        boolean lost() {
            return lead < -ROUNDING;
        }
    }

    Removal(int models, List<WeightedPair> pairs, double[] theta, double[] influence, int above, int below) {
        this.models = models;
        this.pairs = pairs;
        this.theta = theta;
        this.above = above;
        this.below = below;
        List<Kind> helpful = helpful(influence);
        this.all = (long) Math.ceil(votes(helpful) - ROUNDING);
        this.kinds = helpful.size();
        this.untaken = new PriorityQueue<>(helpful);
    }

    private static double votes(List<Kind> kinds) {
        double votes = 0;
        for (Kind kind : kinds) {
            votes += kind.votes;
        }
        return votes;
    }

    /** The kinds that keep the lead up. */
    private List<Kind> helpful(double[] influence) {
        List<Kind> helpful = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            WeightedPair pair = pairs.get(i);
            double p = Likelihood.sigmoid(theta[pair.first()] - theta[pair.second()]);
            double lift = influence[pair.first()] - influence[pair.second()];
            double[] votes = { pair.secondWins(), pair.halves(), pair.firstWins() };
            for (int outcome = 0; outcome < votes.length; outcome++) {
                double effect = (outcome / 2.0 - p) * lift;
                if (votes[outcome] > 0 && effect > ROUNDING * Math.abs(lift)) {
                    helpful.add(new Kind(i, outcome, votes[outcome], effect));
                }
            }
        }
        return helpful;
    }

    /** By secants between a number that keeps the lead and one that loses it, halving now and then. */
    OptionalLong fewest() {
        Lead begin = new Lead(0, theta[above] - theta[below]);
        Lead kept = begin;
        Lead lost = null;
        for (int round = 1; lost == null || lost.without - kept.without > 1; round++) {
            if (kept.without == all) {
                return OptionalLong.empty();
            }
            Lead tried = without(lost == null ? beyond(begin, kept, round) : between(kept, lost, round % 3 == 0));
            if (tried.lost()) {
                lost = tried;
            } else {
                kept = tried;
            }
        }
        return OptionalLong.of(lost.without);
    }

    private long beyond(Lead begin, Lead kept, int round) {
        if (kept.without == 0) {
            // Between equal models rounding may leave the lead below zero, and no vote taken would be tried for ever.
            return Math.max(1, firstOrder());
        }
        double perVote = (begin.lead - kept.lead) / kept.without;
        double guess = perVote > 0 ? kept.without + kept.lead / perVote : 2.0 * kept.without;
        // A straight line that falls short again and again must not be followed in small steps: few fits reach any
        // number.
        double least = kept.without + Math.max(1, kept.without * 0.01 * Math.scalb(1.0, round));
        return (long) Math.min(all, Math.ceil(Math.max(guess, least)));
    }

    private static long between(Lead kept, Lead lost, boolean halve) {
        double share = kept.lead / (kept.lead - lost.lead);
        double guess = kept.without + (lost.without - kept.without) * (halve || Double.isNaN(share) ? 0.5 : share);
        return Math.min(lost.without - 1, Math.max(kept.without + 1, (long) Math.ceil(guess)));
    }

    /** How many votes it takes if the effects simply add up. */
    private long firstOrder() {
        double lead = theta[above] - theta[below];
        double votes = 0;
        for (int i = 0; i < kinds; i++) {
            Kind kind = kind(i);
            if (lead < kind.votes * kind.effect) {
                return Math.min(all, (long) Math.floor(votes + lead / kind.effect) + 1);
            }
            votes += kind.votes;
            lead -= kind.votes * kind.effect;
        }
        return all;
    }

    /** The i-th kind by falling effect. */
    private Kind kind(int i) {
        while (taken.size() <= i) {
            taken.add(untaken.remove());
        }
        return taken.get(i);
    }

    private Lead without(long votes) {
        List<WeightedPair> rest = new ArrayList<>(pairs);
        double left = votes;
        for (int i = 0; left > 0 && i < kinds; i++) {
            Kind kind = kind(i);
            double gone = Math.min(left, kind.votes);
            rest.set(kind.pair, less(rest.get(kind.pair), kind.outcome, gone));
            left -= gone;
        }
        rest.removeIf(pair -> pair.weight() == 0);
        Solution solution = new Solution(models, rest, theta);
        int[] component = solution.component();
        double[] refitted = solution.theta();
        // Models that nothing connects any more have not swapped.
        return new Lead(votes, component[above] == component[below] ? refitted[above] - refitted[below]
                : Double.POSITIVE_INFINITY);
    }

    private static WeightedPair less(WeightedPair pair, int outcome, double gone) {
        return new WeightedPair(pair.first(), pair.second(), pair.firstWins() - (outcome == 2 ? gone : 0),
                pair.secondWins() - (outcome == 0 ? gone : 0), pair.halves() - (outcome == 1 ? gone : 0));
    }
}
