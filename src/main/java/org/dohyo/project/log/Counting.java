package org.dohyo.project.log;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.dohyo.project.Criterion;
import org.dohyo.project.Project;
import org.dohyo.project.people.ProjectAccess;

/** Says what a verifier of a project's boards can't read from the log. */
@ApplicationScoped
public class Counting {

    private final ProjectAccess access;
    private final Criterion.Repository criteria;
    private final ProjectTree.Repository trees;
    private final ProjectEntry.Repository entries;
    private final StatedLeftOut.Repository leftOut;

    Counting(ProjectAccess access, Criterion.Repository criteria, ProjectTree.Repository trees,
            ProjectEntry.Repository entries, StatedLeftOut.Repository leftOut) {
        this.access = access;
        this.criteria = criteria;
        this.trees = trees;
        this.entries = entries;
        this.leftOut = leftOut;
    }

    /**
     * @param criteria by which there are boards
     * @param known the positions of judgements that were asked for to compare them with a known answer; they count on
     *        no board
     * @param settled false while the boards don't follow from the log and this yet, and are computed anew
     */
    public record View(List<String> criteria, List<Long> known, boolean settled) {
    }

    /** @throws RuntimeException 404 unless the caller may read the project */
    @Transactional
    public View of(String slug) {
        Project project = access.read(slug).project();
        boolean current = trees.findByIdOptional(project.id).map(tree -> tree.boardSize >= tree.treeSize).orElse(true);
        return new View(criteria.of(project.id).stream().map(one -> one.slug).toList(), entries.known(project.id),
                current && leftOut.toLeaveOut(project.id).isEmpty() && leftOut.toRestore(project.id).isEmpty());
    }
}
