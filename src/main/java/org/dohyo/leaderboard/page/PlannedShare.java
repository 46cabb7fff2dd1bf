package org.dohyo.leaderboard.page;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.battle.PairPlan;
import org.dohyo.leaderboard.board.ModelColumn;
import org.dohyo.model.endpoint.DrawableModels;
import org.dohyo.web.Texts;

/** The column of each model's planned share of battles. */
@ApplicationScoped
public class PlannedShare implements ModelColumn {

    private final PairPlan plan;
    private final DrawableModels drawable;

    PlannedShare(PairPlan plan, DrawableModels drawable) {
        this.plan = plan;
        this.drawable = drawable;
    }

    @Override
    public String key() {
        return "share";
    }

    @Override
    public String title(String locale) {
        return words(locale).share();
    }

    @Override
    public String note(String locale) {
        return words(locale).shareNote();
    }

    private static LeaderboardMessages words(String locale) {
        return Texts.of(LeaderboardMessages.class, locale);
    }

    @Override
    public Map<String, Figure> figures() {
        return shares().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, share -> new Figure(share.getValue(),
                        String.format(Locale.ROOT, "%.1f%%", share.getValue() * 100), null)));
    }

    /** The share of the sides of all battles, 0 … 1, by slug, for models that can be drawn now. */
    Map<String, Double> shares() {
        return plan.shares(drawable.list());
    }
}
