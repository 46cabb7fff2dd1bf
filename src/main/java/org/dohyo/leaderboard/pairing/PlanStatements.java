package org.dohyo.leaderboard.pairing;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.battle.PairPlan;
import org.dohyo.model.endpoint.DrawableModels;
import org.dohyo.support.BeatGate;
import org.dohyo.vote.EntryKind;
import org.dohyo.vote.LogLeaf;
import org.dohyo.vote.statement.Statements;
import org.dohyo.vote.statement.Statements.Statement;

import io.quarkus.scheduler.Scheduled;

/** States in the log how often each model is to be drawn, at most every ten minutes and only when that has changed. */
@ApplicationScoped
class PlanStatements {

    private static final String SUBJECT = "plan";
    private static final Duration PAUSE = Duration.ofMinutes(10);
    /** Shares are stated in thousandths: the plan learns from each vote, and smaller changes mean nothing. */
    private static final double STEPS = 1_000;
    /** So that an entry stays below the 65,535 bytes that a bundle allows. */
    private static final int MOST_MODELS = 500;

    private final PairPlan plan;
    private final DrawableModels drawable;
    private final Statements statements;

    PlanStatements(PairPlan plan, DrawableModels drawable, Statements statements) {
        this.plan = plan;
        this.drawable = drawable;
        this.statements = statements;
    }

    @Scheduled(identity = "plan-statements", every = "30s", delayed = "2s", concurrentExecution = SKIP,
            skipExecutionIf = BeatGate.class)
    @Transactional
    void state() {
        Map<String, Double> shares = new TreeMap<>();
        plan.shares(drawable.list()).forEach((slug, share) -> shares.put(slug, Math.rint(share * STEPS) / STEPS));
        String state = LogLeaf.canonical(shares);
        if (!statements.change(Map.of(SUBJECT, state), PAUSE).isEmpty()) {
            statements.queue(entries(shares));
        }
    }

    private static List<Statement> entries(Map<String, Double> shares) {
        List<String> slugs = new ArrayList<>(shares.keySet());
        int parts = Math.max(1, (slugs.size() + MOST_MODELS - 1) / MOST_MODELS);
        List<Statement> entries = new ArrayList<>();
        for (int part = 0; part < parts; part++) {
            Map<String, Double> some = new TreeMap<>();
            slugs.subList(part * MOST_MODELS, Math.min((part + 1) * MOST_MODELS, slugs.size()))
                    .forEach(slug -> some.put(slug, shares.get(slug)));
            entries.add(new Statement(EntryKind.PLAN, Map.of("part", part + 1, "parts", parts, "shares", some)));
        }
        return entries;
    }
}
