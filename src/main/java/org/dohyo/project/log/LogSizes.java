package org.dohyo.project.log;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** How far projects' logs have grown, and from which size their boards were computed. */
@ApplicationScoped
public class LogSizes {

    private final ProjectTree.Repository trees;

    LogSizes(ProjectTree.Repository trees) {
        this.trees = trees;
    }

    /** The number of entries; 0 before the first. */
    @Transactional
    public long of(long projectId) {
        return trees.findByIdOptional(projectId).map(tree -> tree.treeSize).orElse(0L);
    }

    /** The projects whose log has grown since their boards were computed. */
    @Transactional
    public List<Long> withoutBoard(int most) {
        return trees.withoutBoard(most);
    }

    /** Notes that the project's boards were computed from that size. */
    @Transactional
    public void computed(long projectId, long size) {
        trees.update("boardSize = ?1 where projectId = ?2", size, projectId);
    }

    /** Has the project's boards computed again, since other judgements count. */
    @Transactional
    public void outdateBoards(long projectId) {
        computed(projectId, 0);
    }
}
