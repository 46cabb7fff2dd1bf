package org.dohyo.leaderboard.count;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.dohyo.rating.OnlineElo;
import org.dohyo.vote.LogEntry;

/** Applies entries of the log to online Elo ratings; reversing a vote undoes exactly the step that it caused. */
final class EloReplay {

    private final Map<Long, Double> ratings;
    private final Map<UUID, Double> steps;
    private final Map<Long, Double> changed = new HashMap<>();
    private final Map<UUID, Double> fresh = new LinkedHashMap<>();

    /**
     * @param ratings by model id, changed in place
     * @param steps of earlier votes that the entries reverse, by vote
     */
    EloReplay(Map<Long, Double> ratings, Map<UUID, Double> steps) {
        this.ratings = ratings;
        this.steps = steps;
    }

    /** Adds an entry whose sign isn't 0; entries come in log order. */
    void add(LogEntry entry) {
        double a = ratings.getOrDefault(entry.modelA(), OnlineElo.INITIAL);
        double b = ratings.getOrDefault(entry.modelB(), OnlineElo.INITIAL);
        double delta = entry.sign() > 0 ? OnlineElo.delta(a, b, entry.outcome().scoreA()) : -steps.get(entry.voteId());
        if (entry.sign() > 0) {
            steps.put(entry.voteId(), delta);
            fresh.put(entry.voteId(), delta);
        }
        put(entry.modelA(), a + delta);
        put(entry.modelB(), b - delta);
    }

    private void put(long model, double rating) {
        ratings.put(model, rating);
        changed.put(model, rating);
    }

    /** The ratings that changed, by model id. */
    Map<Long, Double> changed() {
        return changed;
    }

    /** A's gain from each vote that was added, by vote. */
    Map<UUID, Double> fresh() {
        return fresh;
    }
}
