package org.dohyo.vote;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.battle.Outcome;

/** One voter's own votes, counted by outcome and by pair of models; withdrawn ones are left out. */
@ApplicationScoped
public class OwnVotes {

    private final Vote.Repository votes;

    OwnVotes(Vote.Repository votes) {
        this.votes = votes;
    }

    /** The number of votes with this outcome. */
    public record OutcomeCount(Outcome outcome, boolean counted, long votes) {
    }

    /** The number of counted votes on this pair with this outcome; the same two models also occur as B and A. */
    public record PairCount(long modelA, String slugA, String nameA, long modelB, String slugB, String nameB,
            Outcome outcome,
            long votes) {
    }

    @Transactional
    public List<OutcomeCount> byOutcome(long voterId) {
        return votes.find("""
                select outcome, counted, count(*) from Vote where voterId = ?1 and withdrawnAt is null
                group by outcome, counted""", voterId).project(OutcomeCount.class).list();
    }

    @Transactional
    public List<PairCount> countedByPair(long voterId) {
        return votes.find("""
                select b.modelA, b.slugA, b.nameA, b.modelB, b.slugB, b.nameB, v.outcome, count(*)
                from Vote v join BattleSummary b on b.id = v.battleId
                where v.voterId = ?1 and v.counted and v.withdrawnAt is null
                group by b.modelA, b.slugA, b.nameA, b.modelB, b.slugB, b.nameB, v.outcome""", voterId)
                .project(PairCount.class).list();
    }
}
