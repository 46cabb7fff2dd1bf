package org.dohyo.leaderboard.speed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** How far the log has been read for {@link ModelSpeed}: one row. */
@Entity
class SpeedHead {

    @Id
    boolean onlyOne;

    long position;

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<SpeedHead, Boolean> {

        /** Without a lock: another replica may be reading on. */
        long position() {
            return find("select h.position from SpeedHead h").project(Long.class).singleResult();
        }

        /** Locked until the transaction's end, so that no answer is counted twice. */
        SpeedHead lock() {
            return findById(true, LockModeType.PESSIMISTIC_WRITE);
        }
    }
}
