package org.dohyo.project.judgement;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.project.people.Member;
import org.dohyo.project.queue.Assignment;
import org.dohyo.project.queue.AssignmentState;
import org.dohyo.project.queue.Item;

/**
 * Which judgements count in boards and exports: those of ordinary items by annotators who aren't left out. Items with a
 * known answer, and what an annotator was asked again, show how people work and count nowhere.
 */
@ApplicationScoped
public class CountedJudgements {

    /** Judgements of ordinary items, as a condition of HQL, where a is the Assignment and i its Item. */
    public static final String ORDINARY = """
            a.kind = org.dohyo.project.queue.AssignmentKind.PLAIN and i.known is null""";
    /** The whole rule, where m is the Member. */
    public static final String COUNTS = ORDINARY + " and m.leftOutAt is null";

    private final Rating.Repository ratings;
    private final Assignment.Repository assignments;
    private final Item.Repository items;
    private final Member.Repository members;

    CountedJudgements(Rating.Repository ratings, Assignment.Repository assignments, Item.Repository items,
            Member.Repository members) {
        this.ratings = ratings;
        this.assignments = assignments;
        this.items = items;
        this.members = members;
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
     */
    public record Stamp(long judged, LeftOut leftOut, Known known) {

        /** True unless an annotator or a known answer was decided about. */
        public boolean sameDecisions(Stamp other) {
            return leftOut.equals(other.leftOut) && known.equals(other.known);
        }
    }

    /** @param last when the last of these annotators was left out; null for none */
    public record LeftOut(long count, Instant last) {
    }

    /** @param sum of the known answers, weighted by the items */
    public record Known(long count, long sum) {
    }

    /** By one criterion, in the order of time. */
    @Transactional
    public List<Counted> of(long criterionId) {
        return ratings.find("""
                select a.id, i.id, i.promptId, i.modelA, i.modelB, a.memberId, r.value, r.bothBad, a.swapped,
                    a.decidedAt
                from Rating r join Assignment a on a.id = r.assignmentId join Item i on i.id = a.itemId
                    join Member m on m.id = a.memberId
                where r.criterionId = ?1 and a.state = ?2""" + " and " + COUNTS + " order by a.decidedAt, a.id",
                criterionId,
                AssignmentState.JUDGED).project(Counted.class).list();
    }

    @Transactional
    public Stamp stamp(long projectId) {
        LeftOut leftOut = members.find("""
                select count(*), max(m.leftOutAt) from Member m where m.projectId = ?1 and m.leftOutAt is not null""",
                projectId).project(LeftOut.class).singleResult();
        Known known = items.find("""
                select count(*), coalesce(sum(i.id * (i.known + 2)), 0) from Item i
                where i.projectId = ?1 and i.known is not null""", projectId).project(Known.class).singleResult();
        return new Stamp(assignments.count(projectId, AssignmentState.JUDGED), leftOut, known);
    }
}
