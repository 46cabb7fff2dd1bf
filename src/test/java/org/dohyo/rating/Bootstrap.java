package org.dohyo.rating;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Intervals by drawing votes again (B. Efron, Bootstrap methods, 1979): slow, and free of the sandwich's algebra. */
final class Bootstrap {

    private final int rounds;
    private final SplittableRandom random;

    Bootstrap(int rounds, long seed) {
        this.rounds = rounds;
        this.random = new SplittableRandom(seed);
    }

    /** Standard deviation of each model's rating where as many votes are drawn from those cast, each alike. */
    double[] byVotes(PairCounts counts) {
        List<PairCount> votes = new ArrayList<>();
        for (PairCount pair : counts.pairs()) {
            add(votes, pair.firstWins(), new PairCount(pair.first(), pair.second(), 1, 0, 0, 0));
            add(votes, pair.secondWins(), new PairCount(pair.first(), pair.second(), 0, 1, 0, 0));
            add(votes, pair.halves(), new PairCount(pair.first(), pair.second(), 0, 0, 1, 0));
        }
        double[][] ratings = new double[rounds][];
        for (int round = 0; round < rounds; round++) {
            List<PairCount> drawn = new ArrayList<>();
            for (int i = 0; i < votes.size(); i++) {
                drawn.add(votes.get(random.nextInt(votes.size())));
            }
            ratings[round] = BradleyTerry.fit(new PairCounts(counts.models(), drawn)).ratings();
        }
        return deviations(ratings, counts.models());
    }

    private static void add(List<PairCount> votes, long times, PairCount vote) {
        for (long i = 0; i < times; i++) {
            votes.add(vote);
        }
    }

    /** The same where as many voters are drawn, each with all their votes. */
    double[] byVoters(int models, List<List<PairCount>> voters) {
        double[][] ratings = new double[rounds][];
        for (int round = 0; round < rounds; round++) {
            VoterVotes drawn = new VoterVotes(models);
            for (int i = 0; i < voters.size(); i++) {
                drawn.add(voters.get(random.nextInt(voters.size())));
            }
            ratings[round] = BradleyTerry.ratings(models, drawn.weighted()).ratings();
        }
        return deviations(ratings, models);
    }

    private static double[] deviations(double[][] ratings, int models) {
        double[] deviations = new double[models];
        for (int i = 0; i < models; i++) {
            double mean = 0;
            for (double[] round : ratings) {
                mean += round[i] / ratings.length;
            }
            for (double[] round : ratings) {
                deviations[i] += (round[i] - mean) * (round[i] - mean) / (ratings.length - 1);
            }
            deviations[i] = Math.sqrt(deviations[i]);
        }
        return deviations;
    }
}
