package org.dohyo.vote;

import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response.Status;

import org.dohyo.account.Audit;
import org.dohyo.battle.Battle;
import org.dohyo.battle.BattleSummary;
import org.dohyo.battle.Exchange;
import org.dohyo.battle.play.Exchanges;
import org.dohyo.web.Refusal;
import org.hibernate.Session;

/**
 * Lists votes for the desk, excludes and restores them. Each change is a later log entry with its reason. It locks the
 * vote's battle, as a withdrawal does, so that no vote is subtracted twice.
 */
@ApplicationScoped
public class VoteAdmin {

    /** The problem for an id that isn't a vote. */

    /** How many votes a search by words looks at; it reads their prompts. */
    private static final int WINDOW = 20_000;

    private final Session database;
    private final Battle.Repository battles;
    private final BattleSummary.Repository summaries;
    private final Exchanges exchanges;
    private final Vote.Repository votes;
    private final LogQueue.Repository queue;
    private final Audit audit;
    private final Clock clock;

    VoteAdmin(Session database, Battle.Repository battles, BattleSummary.Repository summaries, Exchanges exchanges,
            Vote.Repository votes, LogQueue.Repository queue, Audit audit, Clock clock) {
        this.database = database;
        this.battles = battles;
        this.summaries = summaries;
        this.exchanges = exchanges;
        this.votes = votes;
        this.queue = queue;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A vote with the facts that a moderator needs.
     *
     * @param voter the beginning of the salted tag, which identifies votes of the same voter
     * @param prompt the beginning of the first prompt; null for an imported vote
     */
    public record Judged(UUID id, Instant castAt, String modelA, String modelB, String outcome, String origin,
            String voter,
            String prompt, String comment, boolean counted, String notCountedReason, Instant withdrawnAt,
            Instant excludedAt,
            String excludedReason) {

        private static final int TAG_CHARACTERS = 12;
        private static final int PROMPT_CHARACTERS = 200;

        static Judged of(Vote vote, BattleSummary battle) {
            return new Judged(vote.id, vote.castAt, battle.slugA, battle.slugB, vote.outcome.name(),
                    battle.origin.name(),
                    HexFormat.of().formatHex(vote.voterTag).substring(0, TAG_CHARACTERS), beginning(battle.prompt),
                    vote.comment, vote.counted, vote.notCountedReason, vote.withdrawnAt, vote.excludedAt,
                    vote.excludedReason);
        }

        private static String beginning(String prompt) {
            return prompt == null || prompt.codePointCount(0, prompt.length()) <= PROMPT_CHARACTERS ? prompt
                    : prompt.substring(0, prompt.offsetByCodePoints(0, PROMPT_CHARACTERS));
        }
    }

    /**
     * The newest of the selected votes.
     *
     * @param next the time before which there may be more of them; null if there are none
     * @param stopped true if the search ended at {@code next}, before the page was full
     */
    public record Page(List<Judged> votes, Instant next, boolean stopped) {
    }

    /** The newest of these votes before a time. A search that no index leads to stops after {@value #WINDOW} votes. */
    @Transactional
    public Page newest(Instant before, int limit, VoteSelection selection) {
        List<Long> models = selection.byModel() ? models(selection.model()) : List.of();
        if (selection.byModel() && models.isEmpty()) {
            return new Page(List.of(), null, false);
        }
        Optional<Instant> end = selection.byWordsOfAnyone() ? votes.castAtBehind(WINDOW, before) : Optional.empty();
        List<Vote> page = votes.newest(selection, models, end.orElse(Instant.EPOCH), before, limit);
        Map<UUID, BattleSummary> judged = summaries.byIds(page.stream().map(vote -> vote.battleId).toList());
        boolean full = page.size() == limit;
        return new Page(page.stream().map(vote -> Judged.of(vote, judged.get(vote.battleId))).toList(),
                full ? page.get(limit - 1).castAt : end.orElse(null), !full && end.isPresent());
    }

    private List<Long> models(String part) {
        return database.createSelectionQuery("""
                select id from ModelSummary
                where locate(lower(?1), lower(slug)) > 0 or locate(lower(?1), lower(name)) > 0""", Long.class)
                .setParameter(1, part).list();
    }

    /** The prompts and answers of a vote's battle; empty for an imported one. */
    @Transactional
    public List<Exchange> conversation(UUID id) {
        return exchanges.of(votes.find("id", id).firstResultOptional().orElseThrow(VoteAdmin::unknown).battleId);
    }

    private static RuntimeException unknown() {
        return Refusal.of(VotesMessages.class, Status.NOT_FOUND, "no-such-vote", VotesMessages::unknown);
    }

    /**
     * Excludes a vote from the ratings; it stays in the log, followed by this entry.
     *
     * @param note for the desk
     */
    @Transactional
    public void exclude(UUID id, ReasonCode code, String note, String who) {
        Vote vote = locked(id);
        if (vote.withdrawnAt != null || vote.excludedAt != null) {
            throw Refusal.of(VotesMessages.class, Status.CONFLICT, "not-in-the-ratings", VotesMessages::notInRatings);
        }
        exclude(vote, code, note, who);
    }

    /**
     * Excludes all counted votes of a voter in the caller's transaction, which holds the rows of all the voter's
     * battles. Returns their number.
     *
     * @param note for the desk
     */
    public int excludeAll(long voter, ReasonCode code, String note) {
        Instant now = clock.instant();
        int excluded = queue.excludeAll(voter, code, now);
        votes.excludeAll(voter, note, now);
        return excluded;
    }

    /**
     * Restores an excluded vote to the ratings.
     *
     * @param note for the desk
     */
    @Transactional
    public void restore(UUID id, ReasonCode code, String note, String who) {
        Vote vote = locked(id);
        if (vote.excludedAt == null) {
            throw Refusal.of(VotesMessages.class, Status.CONFLICT, "not-excluded", VotesMessages::notExcluded);
        }
        restore(vote, code, note, who);
    }

    /**
     * As {@link #exclude}, in the caller's transaction; returns false, and changes nothing, if the vote isn't in the
     * ratings.
     */
    public boolean excludeIfCounted(UUID id, ReasonCode code, String note, String who) {
        Vote vote = locked(id);
        boolean counts = vote.withdrawnAt == null && vote.excludedAt == null;
        if (counts) {
            exclude(vote, code, note, who);
        }
        return counts;
    }

    /**
     * As {@link #restore}, in the caller's transaction; returns false, and changes nothing, unless the vote is excluded
     * with a note that begins so.
     */
    public boolean restoreIfExcludedFor(String beginning, UUID id, ReasonCode code, String note, String who) {
        Vote vote = locked(id);
        boolean excluded = vote.excludedAt != null && vote.excludedReason.startsWith(beginning);
        if (excluded) {
            restore(vote, code, note, who);
        }
        return excluded;
    }

    private void exclude(Vote vote, ReasonCode code, String note, String who) {
        vote.excludedAt = clock.instant();
        vote.excludedReason = note;
        log(EntryKind.EXCLUDE, vote, code, note, who);
    }

    private void restore(Vote vote, ReasonCode code, String note, String who) {
        vote.excludedAt = null;
        vote.excludedReason = null;
        log(EntryKind.RESTORE, vote, code, note, who);
    }

    private Vote locked(UUID id) {
        Vote vote = votes.find("id", id).firstResultOptional().orElseThrow(VoteAdmin::unknown);
        battles.lock(vote.battleId);
        database.refresh(vote);
        return vote;
    }

    private void log(EntryKind kind, Vote vote, ReasonCode code, String note, String who) {
        queue.persist(LogQueue.of(kind, vote.id, code.name(), clock.instant()));
        audit.record(who, kind.name().toLowerCase(Locale.ROOT), "vote:" + vote.id, null,
                Map.of("code", code, "reason", note));
    }
}
