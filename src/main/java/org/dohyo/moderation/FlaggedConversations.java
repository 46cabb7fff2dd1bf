package org.dohyo.moderation;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.battle.BattleSummary;
import org.dohyo.battle.Exchange;
import org.dohyo.battle.play.Exchanges;
import org.dohyo.vote.Vote;
import org.dohyo.voter.Voter;
import org.dohyo.web.Refusal;

/** Conversations flagged by voters or marked by moderation, as moderators read them. */
@ApplicationScoped
public class FlaggedConversations {

    /** The problem for an id that isn't a flagged conversation. */

    private static final int TAG_CHARACTERS = 12;

    private final FlaggedConversation.Repository conversations;
    private final BattleSummary.Repository battles;
    private final Voter.Repository voters;
    private final Flag.Repository flags;
    private final PromptMark.Repository marks;
    private final Vote.Repository votes;
    private final Exchanges exchanges;

    FlaggedConversations(FlaggedConversation.Repository conversations, BattleSummary.Repository battles,
            Voter.Repository voters, Flag.Repository flags, PromptMark.Repository marks, Vote.Repository votes,
            Exchanges exchanges) {
        this.conversations = conversations;
        this.battles = battles;
        this.voters = voters;
        this.flags = flags;
        this.marks = marks;
        this.votes = votes;
        this.exchanges = exchanges;
    }

    /** A voter's flag on one side; the reason is empty once the texts are erased. */
    record Hint(String side, int turn, String reason, Instant at) {

        private static final Pattern CHOSEN = Pattern.compile("(harmful|personal data|broken|other)(?:: (.*))?",
                Pattern.DOTALL);

        /** The reason chosen on the battle page, which is translated; empty for a reason in the voter's own words. */
        public String kind() {
            Matcher chosen = CHOSEN.matcher(reason);
            return chosen.matches() ? chosen.group(1) : "";
        }

        /** The voter's own words, with or without a chosen reason. */
        public String words() {
            Matcher chosen = CHOSEN.matcher(reason);
            return !chosen.matches() ? reason : chosen.group(2) == null ? "" : chosen.group(2);
        }
    }

    /** The categories that moderation marked one prompt with, as its endpoint names them. */
    record Mark(int turn, List<String> categories, Instant at) {
    }

    /**
     * @param id the battle's
     * @param openedAt the newest flag or mark
     * @param handledAs {@code dismissed}, {@code erased} or {@code banned}; null while it is open
     * @param voter the beginning of the public tag
     * @param prompt the beginning of the first prompt; null once the texts are erased
     */
    record Item(UUID id, Instant openedAt, Instant handledAt, String handledAs, String voter, boolean banned,
            String prompt,
            String modelA, String modelB, String state, List<Hint> flags, List<Mark> marks) {

        static Item of(FlaggedConversation conversation, BattleSummary battle, Voter voter, List<Hint> flags,
                List<Mark> marks) {
            String handledAs = conversation.handledAs == null ? null : conversation.handledAs.label();
            return new Item(battle.id, conversation.openedAt, conversation.handledAt, handledAs, tag(voter),
                    voter.bannedAt != null, battle.prompt, battle.slugA, battle.slugB, battle.state.name(), flags,
                    marks);
        }
    }

    /** The beginning of the voter's public tag, enough to recognise the same voter. */
    static String tag(Voter voter) {
        return HexFormat.of().formatHex(voter.tag).substring(0, TAG_CHARACTERS);
    }

    /** The vote on a conversation. */
    record Judged(UUID id, String outcome, List<String> reasonsA, List<String> reasonsB, String comment,
            boolean counted,
            String notCountedReason, Instant castAt, Instant withdrawnAt, Instant excludedAt, String excludedReason) {

        static Judged of(Vote vote) {
            return new Judged(vote.id, vote.outcome.name(), List.of(vote.reasonsA), List.of(vote.reasonsB),
                    vote.comment,
                    vote.counted, vote.notCountedReason, vote.castAt, vote.withdrawnAt, vote.excludedAt,
                    vote.excludedReason);
        }
    }

    /** @param vote null if there is none */
    record Whole(Item conversation, List<Exchange> turns, Judged vote) {
    }

    /** Open or handled conversations whose newest flag or mark is older than a time, newest first. */
    @Transactional
    List<Item> before(Instant before, int limit, boolean handled) {
        return items(conversations.before(before, limit, handled));
    }

    /** The number of open conversations. */
    @Transactional
    public long open() {
        return conversations.countOpen();
    }

    /** @throws RuntimeException 404 if it isn't flagged */
    @Transactional
    Whole one(UUID id) {
        Item item = conversations.findByIdOptional(id).map(List::of).map(this::items).stream().flatMap(List::stream)
                .findFirst().orElseThrow(FlaggedConversations::unknown);
        return new Whole(item, exchanges.of(id), votes.findByIdOptional(id).map(Judged::of).orElse(null));
    }

    static RuntimeException unknown() {
        return Refusal.of(ConversationMessages.class, Status.NOT_FOUND, "no-such-conversation",
                ConversationMessages::unknown);
    }

    /** Conversations with their battles, voters, flags and marks, loaded by one query per kind. */
    private List<Item> items(List<FlaggedConversation> page) {
        List<UUID> ids = page.stream().map(conversation -> conversation.battleId).toList();
        Map<UUID, BattleSummary> flagged = battles.byIds(ids);
        Map<Long, Voter> authors = voters
                .list("id in ?1", flagged.values().stream().map(battle -> battle.voterId).distinct().toList()).stream()
                .collect(Collectors.toMap(voter -> voter.id, Function.identity()));
        Map<UUID, List<Hint>> hints = flags.list("battleId in ?1 order by side", ids).stream()
                .collect(Collectors.groupingBy(flag -> flag.battleId, Collectors.mapping(
                        flag -> new Hint(flag.side.name(), flag.turn, flag.reason, flag.flaggedAt),
                        Collectors.toList())));
        Map<UUID, List<Mark>> marked = marks.list("battleId in ?1 order by turn", ids).stream()
                .collect(Collectors.groupingBy(mark -> mark.battleId, Collectors.mapping(
                        mark -> new Mark(mark.turn, List.of(mark.categories), mark.markedAt), Collectors.toList())));
        return page.stream().map(conversation -> {
            BattleSummary battle = flagged.get(conversation.battleId);
            return Item.of(conversation, battle, authors.get(battle.voterId), hints.getOrDefault(battle.id, List.of()),
                    marked.getOrDefault(battle.id, List.of()));
        }).toList();
    }
}
