package org.dohyo.vote;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.transaction.Transactional;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The state of the vote log: one row. */
@Entity
@Table(name = "log_head")
public class LogHead {

    @Id
    boolean onlyOne;

    @Column(name = "size")
    long logSize;

    /** The number of times that the counts have been rebuilt from the log. */
    long epoch;

    /** The entries 0 … size−1 of the log, counted under an epoch. */
    public record Mark(long epoch, long size) {

        /** The same epoch at another size. */
        public Mark at(long size) {
            return new Mark(epoch, size);
        }
    }

    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<LogHead, Boolean> {

        public Mark mark() {
            return find("select h.epoch, h.logSize from LogHead h").project(Mark.class).singleResult();
        }

        /** The number of entries in the log. */
        @Transactional
        public long size() {
            return mark().size();
        }

        /** Begins a new epoch: the counts in the replicas' memory become invalid. */
        public void beginEpoch() {
            update("epoch = epoch + 1");
        }
    }
}
