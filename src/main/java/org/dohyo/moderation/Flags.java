package org.dohyo.moderation;

import java.time.Clock;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.battle.Battle;
import org.dohyo.battle.Side;
import org.dohyo.battle.play.Battles;
import org.dohyo.voter.Voter;

/** Voters' flags on answers. A flag opens its conversation to moderators and changes neither battle nor vote. */
@ApplicationScoped
class Flags {

    private final Battles battles;
    private final Flag.Repository flags;
    private final FlaggedConversation.Repository conversations;
    private final Clock clock;

    Flags(Battles battles, Flag.Repository flags, FlaggedConversation.Repository conversations, Clock clock) {
        this.battles = battles;
        this.flags = flags;
        this.conversations = conversations;
        this.clock = clock;
    }

    /** Flags one side of the voter's battle; a second flag of the same side replaces the first. */
    @Transactional
    void flag(Voter voter, UUID battleId, Side side, String reason) {
        Battle battle = battles.locked(voter.id, battleId);
        Flag flag = flags.findByIdOptional(new Flag.Key(battle.id, side)).orElseGet(Flag::new);
        flag.battleId = battle.id;
        flag.side = side;
        flag.turn = battle.turn;
        flag.reason = reason;
        flag.flaggedAt = clock.instant();
        flags.persist(flag);
        conversations.open(battle.id, flag.flaggedAt);
    }
}
