package org.dohyo.moderation;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.account.Audit;
import org.dohyo.battle.Battle;
import org.dohyo.battle.play.BattleRecords;
import org.dohyo.battle.play.Exchanges;
import org.dohyo.moderation.FlaggedConversation.Handling;
import org.dohyo.vote.ReasonCode;
import org.dohyo.vote.Vote;
import org.dohyo.vote.VoteAdmin;
import org.dohyo.voter.Voter;
import org.dohyo.web.Refusal;

/**
 * The actions on a flagged conversation. Rows are locked in the order of the whole arena: the voter, then battles, then
 * rows that refer to them. The audit trail keeps the sizes of erased texts, never a text.
 */
@ApplicationScoped
class ConversationAdmin {

    private final FlaggedConversation.Repository conversations;
    private final Battle.Repository battles;
    private final Vote.Repository votes;
    private final Voter.Repository voters;
    private final Exchanges exchanges;
    private final VoteAdmin judgements;
    private final BattleRecords records;
    private final Audit audit;
    private final Clock clock;

    ConversationAdmin(FlaggedConversation.Repository conversations, Battle.Repository battles, Vote.Repository votes,
            Voter.Repository voters, Exchanges exchanges, VoteAdmin judgements, BattleRecords records, Audit audit,
            Clock clock) {
        this.conversations = conversations;
        this.battles = battles;
        this.votes = votes;
        this.voters = voters;
        this.exchanges = exchanges;
        this.judgements = judgements;
        this.records = records;
        this.audit = audit;
        this.clock = clock;
    }

    /** Closes the conversation without any other change. */
    @Transactional
    void dismiss(UUID id, String who) {
        battles.lock(id);
        FlaggedConversation conversation = locked(id);
        Handling before = conversation.handledAs;
        conversation.handle(Handling.DISMISSED, clock.instant());
        audit.record(who, "dismiss", subject(id), handled(before), handled(Handling.DISMISSED));
    }

    /** Erases prompts, answers and comment, or only the comment; the vote and its entry in the log stay. */
    @Transactional
    void erase(UUID id, boolean commentOnly, String who) {
        Battle battle = battles.lock(id).orElseThrow(FlaggedConversations::unknown);
        FlaggedConversation conversation = locked(id);
        Map<String, Object> before = figures(battle);
        if (commentOnly) {
            votes.findByIdOptional(id).ifPresent(vote -> vote.comment = null);
        } else {
            records.eraseTexts(id);
        }
        conversation.handle(Handling.ERASED, clock.instant());
        audit.record(who, commentOnly ? "erase comment" : "erase texts", subject(id), before, handled(Handling.ERASED));
    }

    private Map<String, Object> figures(Battle battle) {
        int characters = exchanges.of(battle.id).stream()
                .mapToInt(turn -> length(turn.prompt()) + length(turn.answerA()) + length(turn.answerB())).sum();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("state", battle.state());
        figures.put("turns", battle.turn);
        figures.put("characters", characters);
        figures.put("comment", votes.findByIdOptional(battle.id).map(vote -> length(vote.comment)).orElse(0));
        return figures;
    }

    private static int length(String text) {
        return text == null ? 0 : text.length();
    }

    /**
     * Bans the conversation's voter; returns the number of earlier votes that were excluded.
     *
     * @param reason for the audit trail and the desk's list of votes
     */
    @Transactional
    int ban(UUID id, String reason, boolean excludeVotes, String who) {
        Voter voter = voter(id);
        Map<String, Object> before = Map.of("banned", voter.bannedAt != null);
        voter.bannedAt = voter.bannedAt == null ? clock.instant() : voter.bannedAt;
        voters.flush();
        // A vote in progress holds its battle's row, so waiting for all rows misses none.
        battles.lockAll(voter.id);
        int excluded = excludeVotes ? judgements.excludeAll(voter.id, ReasonCode.VOTER_BANNED, reason) : 0;
        locked(id).handle(Handling.BANNED, clock.instant());
        audit.record(who, "ban", subject(voter), before,
                Map.of("banned", true, "reason", reason, "excludedVotes", excluded, "conversation", id));
        return excluded;
    }

    /** Lifts the ban; excluded votes stay excluded until they are restored. */
    @Transactional
    void unban(UUID id, String who) {
        Voter voter = voter(id);
        locked(id);
        if (voter.bannedAt == null) {
            throw Refusal.of(ConversationMessages.class, Status.CONFLICT, "not-banned",
                    ConversationMessages::notBanned);
        }
        voter.bannedAt = null;
        audit.record(who, "unban", subject(voter), Map.of("banned", true), Map.of("banned", false));
    }

    /** The voter of a flagged conversation; 404 if the voter has erased everything meanwhile. */
    private Voter voter(UUID battle) {
        conversations.findByIdOptional(battle).orElseThrow(FlaggedConversations::unknown);
        return Optional.ofNullable(battles.findById(battle).voterId).flatMap(voters::lock)
                .orElseThrow(FlaggedConversations::unknown);
    }

    private FlaggedConversation locked(UUID id) {
        return conversations.lock(id).orElseThrow(FlaggedConversations::unknown);
    }

    private static Map<String, Object> handled(Handling how) {
        return how == null ? Map.of("open", true) : Map.of("open", false, "handled", how);
    }

    private static String subject(UUID id) {
        return "conversation:" + id;
    }

    private static String subject(Voter voter) {
        return "voter:" + FlaggedConversations.tag(voter);
    }
}
