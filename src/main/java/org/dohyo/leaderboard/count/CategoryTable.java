package org.dohyo.leaderboard.count;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.dohyo.rating.EloScale;
import org.dohyo.rating.PairCount;
import org.dohyo.rating.PairCounts;
import org.dohyo.rating.VoterVotes;
import org.dohyo.rating.WeightedPair;

/**
 * A category's counts and online ratings in memory. Models are identified by stable indexes 0 … n−1; row i holds the
 * figures of the pairs of index i with each lower one, seen from the model with the lower id.
 */
public final class CategoryTable {

    /**
     * First wins, second wins, ties, both bad; then first wins, second wins and halves in units of {@link VoterVotes}.
     */
    static final int FIGURES = 7;
    /** The first of the weighted ones among the figures. */
    static final int WEIGHTED = 4;

    private final List<Long> ids = new ArrayList<>();
    private final Map<Long, Integer> indexes = new HashMap<>();
    private final List<long[]> rows = new ArrayList<>();
    private final Map<Long, Double> elo = new HashMap<>();
    private final Map<Weights, Map<Long, Double>> lastRatings = new EnumMap<>(Weights.class);

    /** Online ratings by model id. */
    public Map<Long, Double> elo() {
        return elo;
    }

    /** Ratings from which a fit may start: the last ones, the mean for a model that had none. */
    public double[] startingAt(Weights weights, List<Long> ids) {
        Map<Long, Double> last = lastRatings.getOrDefault(weights, Map.of());
        return ids.stream().mapToDouble(id -> last.getOrDefault(id, EloScale.MEAN)).toArray();
    }

    /** Remembers the ratings of a fit for {@link #startingAt}. */
    public void keep(Weights weights, List<Long> ids, double[] ratings) {
        Map<Long, Double> last = new HashMap<>();
        for (int i = 0; i < ratings.length; i++) {
            last.put(ids.get(i), ratings[i]);
        }
        lastRatings.put(weights, last);
    }

    /**
     * Adds to the figures of a pair.
     *
     * @param first the lower id
     * @param deltas all {@value #FIGURES}
     */
    void add(long first, long second, long[] deltas) {
        int i = index(first);
        int j = index(second);
        long[] row = rows.get(Math.max(i, j));
        int at = Math.min(i, j) * FIGURES;
        for (int k = 0; k < FIGURES; k++) {
            row[at + k] += deltas[k];
        }
    }

    private int index(long id) {
        return indexes.computeIfAbsent(id, unused -> {
            rows.add(new long[rows.size() * FIGURES]);
            ids.add(id);
            return ids.size() - 1;
        });
    }

    /**
     * Models and the votes between them.
     *
     * @param weighted the votes weighted by voters
     */
    public record Played(List<Long> ids, PairCounts counts, List<WeightedPair> weighted) {
    }

    /** @param models the {@linkplain #models models that have a vote}; indexes and sums are in their order */
    public Played played(List<Long> models) {
        int[] active = models.stream().mapToInt(indexes::get).toArray();
        List<PairCount> counts = new ArrayList<>();
        List<WeightedPair> weighted = new ArrayList<>();
        for (int first = 0; first < active.length; first++) {
            for (int second = first + 1; second < active.length; second++) {
                long[] row = rows.get(Math.max(active[first], active[second]));
                int at = Math.min(active[first], active[second]) * FIGURES;
                if (votes(row, at) > 0) {
                    // The row is seen from the lower id.
                    int turned = models.get(first) < models.get(second) ? 0 : 1;
                    counts.add(new PairCount(first, second, row[at + turned], row[at + 1 - turned], row[at + 2],
                            row[at + 3]));
                    weighted.add(new WeightedPair(first, second, VoterVotes.fromUnits(row[at + WEIGHTED + turned]),
                            VoterVotes.fromUnits(row[at + WEIGHTED + 1 - turned]),
                            VoterVotes.fromUnits(row[at + WEIGHTED + 2])));
                }
            }
        }
        return new Played(models, new PairCounts(active.length, counts), weighted);
    }

    /** The ids of the models that have a vote, in no order. */
    public List<Long> models() {
        BitSet active = new BitSet();
        for (int i = 1; i < rows.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (votes(rows.get(i), j * FIGURES) > 0) {
                    active.set(i);
                    active.set(j);
                }
            }
        }
        return active.stream().mapToObj(ids::get).toList();
    }

    private static long votes(long[] row, int at) {
        return row[at] + row[at + 1] + row[at + 2] + row[at + 3];
    }
}
