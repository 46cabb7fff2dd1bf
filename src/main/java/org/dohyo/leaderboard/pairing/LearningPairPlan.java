package org.dohyo.leaderboard.pairing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.dohyo.battle.PairPlan;
import org.dohyo.leaderboard.board.Board;
import org.dohyo.leaderboard.board.Boards;
import org.dohyo.leaderboard.count.WeightedCount;
import org.dohyo.model.Model;
import org.dohyo.rating.WeightedPair;
import org.dohyo.support.Beat;
import org.dohyo.text.Categories;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;

/** Keeps the plan of pairs up to date with the published board: it looks for a new one every five seconds. */
@ApplicationScoped
public class LearningPairPlan implements PairPlan {

    private static final int REFRESH_MILLIS = 5_000;

    private final Boards boards;
    private final WeightedCount.Repository counts;
    private final Vertx vertx;
    private final PairWeights weights = new PairWeights();
    private long learnt = -1;
    private Beat beat;

    LearningPairPlan(Boards boards, WeightedCount.Repository counts, Vertx vertx) {
        this.boards = boards;
        this.counts = counts;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        beat = new Beat(vertx, REFRESH_MILLIS, this::refresh, "The plan of pairs stays as it was");
    }

    void stop(@Observes ShutdownEvent event) {
        beat.stop();
    }

    private void refresh() {
        long version = boards.version();
        if (version != learnt) {
            List<Board.Row> rows = boards.overall().models();
            weights.learn(new KnownField(rows, votes(rows)));
            learnt = version;
        }
    }

    private List<WeightedPair> votes(List<Board.Row> rows) {
        Map<String, Integer> index = new HashMap<>();
        rows.forEach(row -> index.put(row.slug(), index.size()));
        List<WeightedPair> votes = new ArrayList<>();
        for (WeightedCount.Between pair : QuarkusTransaction.requiringNew()
                .call(() -> counts.inCategory(Categories.OVERALL))) {
            Integer first = index.get(pair.slugA());
            Integer second = index.get(pair.slugB());
            // A model without a row yet is included with the next board.
            if (first != null && second != null) {
                votes.add(pair.between(first, second));
            }
        }
        return votes;
    }

    @Override
    public Draw draw(List<Model> candidates, RandomGenerator random) {
        return weights.draw(candidates, random);
    }

    @Override
    public Map<String, Double> shares(List<Model> candidates) {
        return weights.shares(candidates);
    }
}
