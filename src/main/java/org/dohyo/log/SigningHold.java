package org.dohyo.log;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** A reason to sign nothing, until an admin has confirmed the log as it is. */
@Entity
@Table(name = "log_hold")
class SigningHold {

    @Id
    String source;

    @Enumerated(EnumType.STRING)
    SigningHolds.Reason reason;

    /** The number of entries when it was noticed. */
    @Column(name = "size")
    long logSize;

    /** The number of entries that the source has seen. */
    long seen;

    Instant seenAt;

    /** Null while it holds. */
    Instant confirmedAt;

    /** Null unless an admin ignores the source. */
    Instant ignoredAt;

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<SigningHold, String> {

        List<SigningHold> open() {
            return list("confirmedAt is null order by source");
        }

        List<SigningHold> ignored() {
            return list("ignoredAt is not null order by source");
        }

        int confirmAll(Instant now) {
            return update("confirmedAt = ?1 where confirmedAt is null", now);
        }
    }
}
