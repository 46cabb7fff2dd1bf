package org.dohyo.leaderboard.pairing;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.battle.PairPlan;
import org.dohyo.leaderboard.board.Board;
import org.dohyo.leaderboard.board.Boards;
import org.dohyo.leaderboard.count.WeightedCount;
import org.dohyo.model.Model;
import org.dohyo.rating.WeightedPair;
import org.dohyo.support.BeatGate;
import org.dohyo.text.Categories;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;

/** Keeps the plan of pairs up to date with the published board: it looks for a new one every five seconds. */
@ApplicationScoped
public class LearningPairPlan implements PairPlan {

    private final Boards boards;
    private final WeightedCount.Repository counts;
    private final PairWeights weights = new PairWeights();
    private long learnt = -1;

    LearningPairPlan(Boards boards, WeightedCount.Repository counts) {
        this.boards = boards;
        this.counts = counts;
    }

    @Scheduled(identity = "pair-plan", every = "5s", delayed = "5s", concurrentExecution = SKIP,
            skipExecutionIf = BeatGate.class)
    void refresh() {
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
