package org.dohyo.project.board;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.project.judgement.CountedJudgements;
import org.dohyo.project.judgement.Rating;

/** The judgements that count on a board: those of the {@link CountedJudgements} that are in the project's log. */
@ApplicationScoped
class BoardVotes {

    private static final String COUNTED = """
            from Rating r join Assignment a on a.id = r.assignmentId join ProjectEntry e on e.assignmentId = a.id
                join Item i on i.id = a.itemId join Member m on m.id = a.memberId
            where r.criterionId = ?1 and e.position < ?2 and\s""" + CountedJudgements.COUNTS;

    private final Rating.Repository ratings;

    BoardVotes(Rating.Repository ratings) {
        this.ratings = ratings;
    }

    /** Those by a criterion, of the first entries of the log. */
    List<PairVotes> of(long criterionId, long logSize) {
        return ratings.find("select a.memberId, i.modelA, i.modelB, r.value, count(*) " + COUNTED
                + " group by a.memberId, i.modelA, i.modelB, r.value order by a.memberId, i.modelA, i.modelB, r.value",
                criterionId, logSize).project(PairVotes.class).list();
    }

    /** Those on two models, the lower id first, in the order of the log. */
    List<OrderedVote> of(long criterionId, long logSize, long lower, long higher, int most) {
        return ratings.find("select a.memberId, i.modelA, r.value " + COUNTED
                + " and i.modelA = ?3 and i.modelB = ?4 order by e.position", criterionId, logSize, lower, higher)
                .project(OrderedVote.class).page(0, most).list();
    }
}
