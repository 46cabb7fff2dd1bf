package org.dohyo.leaderboard.count;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

import org.dohyo.rating.OnlineElo;
import org.dohyo.vote.LogEntry;

/**
 * Applies entries of the log to the online Elo ratings of their categories; reversing a vote undoes exactly the steps
 * that it caused.
 */
final class EloReplay {

    private final Function<String, Map<Long, Double>> read;
    private final Map<String, Map<Long, Double>> ratings = new HashMap<>();
    private final Map<UUID, Gains> ofVotes;
    private final Map<String, Map<Long, Double>> changed = new TreeMap<>();
    private final Map<Long, double[]> added = new LinkedHashMap<>();

    /** What A gained by a vote in each of its categories. */
    record Gains(List<String> categories, double[] values) {

        double in(String category) {
            return values[categories.indexOf(category)];
        }
    }

    /**
     * @param read a category's ratings by model id, changed in place
     * @param ofVotes earlier votes that the entries reverse
     */
    EloReplay(Function<String, Map<Long, Double>> read, Map<UUID, Gains> ofVotes) {
        this.read = read;
        this.ofVotes = ofVotes;
    }

    /** Adds an entry whose sign isn't 0; entries come in log order. */
    void add(LogEntry entry) {
        Gains gains = entry.sign() > 0 ? gains(entry) : ofVotes.get(entry.voteId());
        for (String category : entry.categories()) {
            Map<Long, Double> ofModels = ratings(category);
            double gain = entry.sign() * gains.in(category);
            put(ofModels, category, entry.modelA(), of(entry.modelA(), ofModels) + gain);
            put(ofModels, category, entry.modelB(), of(entry.modelB(), ofModels) - gain);
        }
    }

    private Gains gains(LogEntry entry) {
        double[] gains = entry.categories().stream().map(this::ratings).mapToDouble(ofModels -> OnlineElo.delta(
                of(entry.modelA(), ofModels), of(entry.modelB(), ofModels), entry.outcome().scoreA())).toArray();
        ofVotes.put(entry.voteId(), new Gains(entry.categories(), gains));
        added.put(entry.position(), gains);
        return ofVotes.get(entry.voteId());
    }

    private Map<Long, Double> ratings(String category) {
        return ratings.computeIfAbsent(category, read);
    }

    private static double of(long model, Map<Long, Double> ofModels) {
        return ofModels.getOrDefault(model, OnlineElo.INITIAL);
    }

    private void put(Map<Long, Double> ofModels, String category, long model, double rating) {
        ofModels.put(model, rating);
        changed.computeIfAbsent(category, unused -> new HashMap<>()).put(model, rating);
    }

    /** The ratings that changed, by category and model id. */
    Map<String, Map<Long, Double>> changed() {
        return changed;
    }

    /** What A gained by each entry that adds a vote, by position, in the order of the entry's categories. */
    Map<Long, double[]> added() {
        return added;
    }
}
