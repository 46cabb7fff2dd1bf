package org.dohyo.moderation;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.battle.Battle;

/** Keeps what moderation found in prompts, and puts their conversations on the desk's list. */
@ApplicationScoped
public class PromptMarks {

    private final PromptMark.Repository marks;
    private final FlaggedConversation.Repository conversations;
    private final Clock clock;

    PromptMarks(PromptMark.Repository marks, FlaggedConversation.Repository conversations, Clock clock) {
        this.marks = marks;
        this.conversations = conversations;
        this.clock = clock;
    }

    /** Marks the battle's newest prompt, in the caller's transaction; nothing found leaves no trace. */
    public void keep(Battle battle, List<String> found) {
        if (found.isEmpty()) {
            return;
        }
        PromptMark mark = new PromptMark();
        mark.battleId = battle.id;
        mark.turn = battle.turn;
        mark.categories = found.toArray(String[]::new);
        mark.markedAt = clock.instant();
        marks.persist(mark);
        conversations.open(battle.id, mark.markedAt);
    }
}
