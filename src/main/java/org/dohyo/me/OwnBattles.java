package org.dohyo.me;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.battle.Battle;
import org.dohyo.battle.BattleState;
import org.dohyo.battle.BattleSummary;
import org.dohyo.battle.Outcome;
import org.dohyo.battle.play.BattleRecords;
import org.dohyo.battle.play.Battles;
import org.dohyo.vote.OwnVotes;
import org.dohyo.vote.OwnVotes.OutcomeCount;
import org.dohyo.vote.Share;
import org.dohyo.vote.Vote;

/** A voter's own history and figures. */
@ApplicationScoped
public class OwnBattles {

    private final Battle.Repository battles;
    private final BattleSummary.Repository summaries;
    private final Vote.Repository votes;
    private final Share.Repository shares;
    private final OwnVotes ownVotes;
    private final Battles play;
    private final BattleRecords records;
    private final Clock clock;

    OwnBattles(Battle.Repository battles, BattleSummary.Repository summaries, Vote.Repository votes,
            Share.Repository shares, OwnVotes ownVotes, Battles play, BattleRecords records, Clock clock) {
        this.battles = battles;
        this.summaries = summaries;
        this.votes = votes;
        this.shares = shares;
        this.ownVotes = ownVotes;
        this.play = play;
        this.records = records;
        this.clock = clock;
    }

    public record Named(String slug, String name) {
    }

    /**
     * @param prompt the first one, at most 300 characters of it; null if a moderator has erased it
     * @param modelA null before the vote
     * @param outcome null before the vote
     * @param share the path of the link that shows the battle to others, or null
     * @param withheld true if the voter keeps it out of public data
     */
    public record OwnBattle(UUID id, Instant startedAt, BattleState state, int turns, boolean blind, String prompt,
            Named modelA, Named modelB, Outcome outcome, Boolean counted, String notCountedReason, String share,
            boolean withheld) {

        static OwnBattle of(BattleSummary battle, Vote vote, Share share) {
            boolean revealed = battle.revealed();
            return new OwnBattle(battle.id, battle.createdAt, battle.state, battle.turn, battle.blind, battle.prompt,
                    revealed ? new Named(battle.slugA, battle.nameA) : null,
                    revealed ? new Named(battle.slugB, battle.nameB) : null, vote == null ? null : vote.outcome,
                    vote == null ? null : vote.counted, vote == null ? null : vote.notCountedReason,
                    share == null ? null : share.path(), battle.withheldAt != null);
        }
    }

    /** Votes that were not withdrawn, by outcome. */
    public record Summary(long battles, long votes, long counted, long a, long b, long tie, long bothBad) {

        static final Summary NONE = new Summary(0, 0, 0, 0, 0, 0, 0);
    }

    /** The voter's battles that began before then and have those words in a prompt, newest first. */
    @Transactional
    List<OwnBattle> before(long voterId, Instant before, String words, int limit) {
        List<BattleSummary> own = summaries.ofVoter(voterId, before, words, limit);
        List<UUID> ids = own.stream().map(battle -> battle.id).toList();
        Map<UUID, Vote> cast = votes.list("battleId in ?1", ids).stream()
                .collect(Collectors.toMap(vote -> vote.battleId, vote -> vote));
        Map<UUID, Share> links = shares.list("battleId in ?1", ids).stream()
                .collect(Collectors.toMap(share -> share.battleId, share -> share));
        return own.stream().map(battle -> OwnBattle.of(battle, cast.get(battle.id), links.get(battle.id))).toList();
    }

    /** Deletes one battle's texts for good and takes it out of the history; 404 unless it is one of the voter's. */
    @Transactional
    void remove(long voterId, UUID id) {
        records.remove(play.locked(voterId, id), clock.instant());
    }

    /** Keeps one battle out of public data, or allows it there again; 404 unless it is one of the voter's. */
    @Transactional
    void withhold(long voterId, UUID id, boolean withheld) {
        records.withhold(play.locked(voterId, id), withheld, clock.instant());
    }

    @Transactional
    Summary summary(long voterId) {
        List<OutcomeCount> counts = ownVotes.byOutcome(voterId);
        return new Summary(battles.count("voterId = ?1 and removedAt is null", voterId), sum(counts, any -> true),
                sum(counts, OutcomeCount::counted),
                sum(counts, of(Outcome.A)), sum(counts, of(Outcome.B)), sum(counts, of(Outcome.TIE)),
                sum(counts, of(Outcome.BOTH_BAD)));
    }

    private static Predicate<OutcomeCount> of(Outcome outcome) {
        return count -> count.outcome() == outcome;
    }

    private static long sum(List<OutcomeCount> counts, Predicate<OutcomeCount> which) {
        return counts.stream().filter(which).mapToLong(OutcomeCount::votes).sum();
    }
}
