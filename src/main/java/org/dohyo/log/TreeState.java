package org.dohyo.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;

import org.dohyo.log.tree.Frontier;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** How far the tree has grown: one row. Who locks it is the only one that may grow the tree. */
@Entity
@Table(name = "log_tree")
class TreeState {

    @Id
    boolean onlyOne;

    @Column(name = "size")
    long treeSize;

    byte[] frontier;

    Frontier frontier() {
        return Frontier.of(treeSize, frontier);
    }

    void becomes(Frontier grown) {
        treeSize = grown.size();
        frontier = grown.bytes();
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<TreeState, Boolean> {

        long size() {
            return find("select t.treeSize from TreeState t").project(Long.class).singleResult();
        }

        TreeState locked() {
            return findById(true, LockModeType.PESSIMISTIC_WRITE);
        }
    }
}
