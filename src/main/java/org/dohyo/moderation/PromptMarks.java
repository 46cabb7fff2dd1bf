package org.dohyo.moderation;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.battle.Battle;

/** Stores the categories that moderation assigned to prompts, and puts their conversations on the moderators' list. */
@ApplicationScoped
class PromptMarks {

    private final PromptMark.Repository marks;
    private final FlaggedConversation.Repository conversations;
    private final Clock clock;

    PromptMarks(PromptMark.Repository marks, FlaggedConversation.Repository conversations, Clock clock) {
        this.marks = marks;
        this.conversations = conversations;
        this.clock = clock;
    }

    /** Marks the battle's newest prompt, in the caller's transaction; without categories it does nothing. */
    void keep(Battle battle, List<String> categories) {
        if (categories.isEmpty()) {
            return;
        }
        PromptMark mark = new PromptMark();
        mark.battleId = battle.id;
        mark.turn = battle.turn;
        mark.categories = categories.toArray(String[]::new);
        mark.markedAt = clock.instant();
        marks.persist(mark);
        conversations.open(battle.id, mark.markedAt);
    }
}
