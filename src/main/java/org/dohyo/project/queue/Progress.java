package org.dohyo.project.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.project.Project;
import org.dohyo.project.people.ProjectAccess;

/** How far a project has come. */
@ApplicationScoped
public class Progress {

    private final ProjectAccess access;
    private final Item.Repository items;
    private final Assignment.Repository assignments;

    Progress(ProjectAccess access, Item.Repository items, Assignment.Repository assignments) {
        this.access = access;
        this.items = items;
        this.assignments = assignments;
    }

    /**
     * @param items of the plan
     * @param wanted the judgements that all items together are to get
     * @param reserved items in annotators' hands
     */
    public record Figures(long items, long wanted, long judged, long reserved, long skipped) {

        /** From 0 to 1; 0 without a plan. */
        public double share() {
            return wanted == 0 ? 0 : (double) judged / wanted;
        }

        /** In whole percent, rounded down, so that 100 means all. */
        public int percent() {
            return (int) Math.floor(100 * share());
        }
    }

    /** @throws RuntimeException 404 unless the caller may read the project */
    @Transactional
    public Figures of(String slug) {
        return of(access.read(slug).project());
    }

    /** For annotators, who have been recognised already. */
    @Transactional
    public Figures of(Project project) {
        Item.Sums sums = items.sums(project.id);
        return new Figures(sums.items(), sums.wanted(), assignments.count(project.id, AssignmentState.JUDGED),
                assignments.count(project.id, AssignmentState.RESERVED),
                assignments.count(project.id, AssignmentState.SKIPPED));
    }
}
