package org.dohyo.project.log;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;

import org.dohyo.log.tree.Frontier;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** How far the tree of a project's log has grown. Who locks it is the only one that may append. */
@Entity
@Table(name = "project_log")
class ProjectTree {

    @Id
    long projectId;

    /** The log's own name, which no other log has, not even a later one of the same slug. */
    String origin;

    @Column(name = "size")
    long treeSize;

    byte[] frontier;

    /** The size of the newest checkpoint. */
    long signedSize;

    /** The size from which the project's boards were computed. */
    long boardSize;

    static ProjectTree of(long projectId, String origin) {
        ProjectTree tree = new ProjectTree();
        tree.projectId = projectId;
        tree.origin = origin;
        tree.frontier = new byte[0];
        return tree;
    }

    Frontier frontier() {
        return Frontier.of(treeSize, frontier);
    }

    void becomes(Frontier grown) {
        treeSize = grown.size();
        frontier = grown.bytes();
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<ProjectTree, Long> {

        Optional<ProjectTree> locked(long projectId) {
            return findByIdOptional(projectId, LockModeType.PESSIMISTIC_WRITE);
        }

        List<Long> unsigned(int most) {
            return find("select t.projectId from ProjectTree t where t.signedSize < t.treeSize order by t.projectId")
                    .project(Long.class).page(0, most).list();
        }

        List<Long> withoutBoard(int most) {
            return find("select t.projectId from ProjectTree t where t.boardSize < t.treeSize order by t.projectId")
                    .project(Long.class).page(0, most).list();
        }
    }
}
