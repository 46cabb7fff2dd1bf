package org.dohyo.rating;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Votes one by one, as a log has them: model A, model B, outcome (2: A won, 1: tie, 0: B won).
 */
record RawVotes(int models, int[] a, int[] b, int[] outcome) {

    private static final double TIE_SHARE = 0.1;

    /** Made-up votes: strengths within ±1 logit, uniform pairs, a tenth ties. */
    static RawVotes drawn(int models, int votes, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] strengths = random.doubles(models, -1, 1).toArray();
        RawVotes drawn = new RawVotes(models, new int[votes], new int[votes], new int[votes]);
        for (int v = 0; v < votes; v++) {
            int i = random.nextInt(models);
            int j = (i + 1 + random.nextInt(models - 1)) % models;
            drawn.a[v] = i;
            drawn.b[v] = j;
            drawn.outcome[v] = random.nextDouble() < TIE_SHARE ? 1
                    : random.nextDouble() < Likelihood.sigmoid(strengths[i] - strengths[j]) ? 2 : 0;
        }
        return drawn;
    }

    PairCounts counts() {
        int[] cells = new int[3 * models * models];
        for (int v = 0; v < a.length; v++) {
            boolean inOrder = a[v] < b[v];
            int low = inOrder ? a[v] : b[v];
            int high = inOrder ? b[v] : a[v];
            cells[3 * (low * models + high) + (inOrder ? outcome[v] : 2 - outcome[v])]++;
        }
        List<PairCount> pairs = new ArrayList<>();
        for (int i = 0; i < models; i++) {
            for (int j = i + 1; j < models; j++) {
                int cell = 3 * (i * models + j);
                pairs.add(new PairCount(i, j, cells[cell + 2], cells[cell], cells[cell + 1], 0));
            }
        }
        return new PairCounts(models, pairs);
    }

    /** The same votes by so many voters, one after another. */
    VoterVotes byVoters(int voters) {
        VoterVotes votes = new VoterVotes(models);
        for (int voter = 0; voter < voters; voter++) {
            int from = (int) ((long) a.length * voter / voters);
            int to = (int) ((long) a.length * (voter + 1) / voters);
            votes.add(new RawVotes(models, Arrays.copyOfRange(a, from, to), Arrays.copyOfRange(b, from, to),
                    Arrays.copyOfRange(outcome, from, to)).sparse());
        }
        return votes;
    }

    private List<PairCount> sparse() {
        List<PairCount> pairs = new ArrayList<>();
        for (int v = 0; v < a.length; v++) {
            pairs.add(new PairCount(a[v], b[v], outcome[v] == 2 ? 1 : 0, outcome[v] == 0 ? 1 : 0,
                    outcome[v] == 1 ? 1 : 0, 0));
        }
        return new PairCounts(models, pairs).pairs();
    }
}
