package org.dohyo.project.out;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.dohyo.project.Project;
import org.dohyo.project.judgement.CountedJudgements;
import org.dohyo.project.judgement.Rating;
import org.dohyo.project.queue.AssignmentState;

/**
 * A preference by one criterion that counts.
 *
 * @param modelA the item's first model, of which {@code value} speaks: 2 much better … −2 much worse
 */
public record Rated(long criterion, long annotator, long item, long prompt, long modelA, long modelB, short value,
        boolean bothBad) {

    /** Reads the preferences of a project. */
    @ApplicationScoped
    static class Reader {

        private static final String COUNTED = """
                select r.criterionId, a.memberId, i.id, i.promptId, i.modelA, i.modelB, r.value, r.bothBad from Rating r
                join Assignment a on a.id = r.assignmentId join Item i on i.id = a.itemId
                join Member m on m.id = a.memberId
                where a.projectId = ?1 and a.state = ?2 and\s""" + CountedJudgements.COUNTS
                + " order by a.decidedAt, a.id";

        private final Rating.Repository ratings;

        Reader(Rating.Repository ratings) {
            this.ratings = ratings;
        }

        /** In the order of the judgements, in the caller's transaction. */
        List<Rated> of(Project project) {
            return ratings.find(COUNTED, project.id, AssignmentState.JUDGED).project(Rated.class).list();
        }
    }
}
