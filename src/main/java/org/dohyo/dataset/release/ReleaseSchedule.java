package org.dohyo.dataset.release;

import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;

import org.hibernate.Timeouts;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** When drafts are made by themselves, and of what; one row at most. */
@Entity
class ReleaseSchedule {

    private static final short ONLY = 1;

    @Id
    short id = ONLY;

    @Enumerated(EnumType.STRING)
    Cadence cadence;

    /** To which the date is added. */
    String title;

    @Enumerated(EnumType.STRING)
    License license;

    /** A slug; empty for all. */
    String category;

    /** The slug of a language; empty for all. */
    String language;

    /** True if a draft begins where the last scheduled one ends; false if each has all votes. */
    boolean sinceLast;

    /** When a draft is due; null if none is. */
    Instant nextAt;

    String changedBy;

    Instant changedAt;

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<ReleaseSchedule, Short> {

        Optional<ReleaseSchedule> only() {
            return findByIdOptional(ONLY);
        }

        /** The schedule, locked, if a draft is due and no other replica makes it. */
        Optional<ReleaseSchedule> takeDue(Instant now) {
            return find("nextAt <= ?1", now).withLock(LockModeType.PESSIMISTIC_WRITE)
                    .withHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI).firstResultOptional();
        }
    }
}
