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

    private Figures of(Project project) {
        Item.Sums sums = items.sums(project.id);
        return new Figures(sums.items(), sums.wanted(), assignments.countPlain(project.id, AssignmentState.JUDGED),
                assignments.countPlain(project.id, AssignmentState.RESERVED),
                assignments.countPlain(project.id, AssignmentState.SKIPPED));
    }

    /** For annotators, who must not see which judgements don't count: all of them move it on. */
    @Transactional
    public Figures forAnnotators(Project project) {
        Figures plain = of(project);
        long checks = assignments.countChecks(project.id);
        return new Figures(plain.items, plain.wanted == 0 ? 0 : plain.wanted + checks, plain.judged + checks,
                plain.reserved, plain.skipped);
    }
}
