package org.dohyo.project.judgement;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.project.queue.AssignmentKind;
import org.dohyo.project.queue.AssignmentState;

/**
 * Which judgements count in boards and exports: those of ordinary items by annotators who aren't left out. Items with a
 * known answer, and what an annotator was asked again, show how people work and count nowhere.
 */
@ApplicationScoped
public class CountedJudgements {

    private final Rating.Repository ratings;

    CountedJudgements(Rating.Repository ratings) {
        this.ratings = ratings;
    }

    /**
     * A preference that counts.
     *
     * @param id of the judgement
     * @param modelA the item's first model
     * @param member the annotator, by the database's number
     * @param value as the first model has it: 2 much better … −2 much worse
     * @param swapped true if the first model was on the side B
     */
    public record Counted(UUID id, long item, long prompt, long modelA, long modelB, long member, short value,
            boolean bothBad, boolean swapped, Instant decidedAt) {
    }

    /**
     * Changes whenever what counts changes.
     *
     * @param judged judgements of any kind
     * @param leftOut how many annotators are left out
     * @param lastLeftOut when the last of these was left out; null for none
     * @param known how many items have a known answer
     * @param sum of the known answers, weighted by the items
     */
    public record Stamp(long judged, long leftOut, Instant lastLeftOut, long known, long sum) {

        /** True unless an annotator or a known answer was decided about. */
        public boolean sameDecisions(Stamp other) {
            return equals(new Stamp(judged, other.leftOut, other.lastLeftOut, other.known, other.sum));
        }
    }

    /** By one criterion, in the order of time. */
    @Transactional
    public List<Counted> of(long criterionId) {
        return ratings.find("""
                select a.id, i.id, i.promptId, i.modelA, i.modelB, a.memberId, r.value, r.bothBad, a.swapped, a.decidedAt
                from Rating r join Assignment a on a.id = r.assignmentId join Item i on i.id = a.itemId
                    join Member m on m.id = a.memberId
                where r.criterionId = ?1 and a.state = ?2 and a.kind = ?3 and i.known is null and m.leftOutAt is null
                order by a.decidedAt, a.id""", criterionId, AssignmentState.JUDGED, AssignmentKind.PLAIN)
                .project(Counted.class).list();
    }

    @Transactional
    public Stamp stamp(long projectId) {
        return ratings.find("""
                select (select count(*) from Assignment a where a.projectId = ?1 and a.state = ?2),
                    (select count(*) from Member m where m.projectId = ?1 and m.leftOutAt is not null),
                    (select max(m.leftOutAt) from Member m where m.projectId = ?1),
                    (select count(*) from Item i where i.projectId = ?1 and i.known is not null),
                    (select coalesce(sum(i.id * (i.known + 2)), 0) from Item i
                        where i.projectId = ?1 and i.known is not null)
                from Project p where p.id = ?1""", projectId, AssignmentState.JUDGED).project(Stamp.class).singleResult();
    }
}
