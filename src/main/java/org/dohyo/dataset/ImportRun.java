package org.dohyo.dataset;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;

/** The import of a file: how far it is and how it ended. */
@Entity
@Table(name = "vote_import")
class ImportRun {

    enum State {
        READING,
        STORING,
        DONE,
        REFUSED,
        CANCELLED
    }

    @Id
    UUID id;

    String account;

    @Enumerated(EnumType.STRING)
    State state;

    String format;

    long read;

    Long imported;

    Long duplicates;

    Long skipped;

    boolean cancelAsked;

    Instant startedAt;

    Instant seenAt;

    Instant endedAt;

    boolean running() {
        return state == State.READING || state == State.STORING;
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<ImportRun, UUID> {

        /** Updates that leave an import alone which has ended meanwhile. */
        private static final String RUNNING = " where id = ?1 and state in (READING, STORING)";

        void renew(UUID id, long read, State state, Instant now) {
            update("read = ?2, state = ?3, seenAt = ?4" + RUNNING, id, read, state, now);
        }

        void askToCancel(UUID id) {
            update("cancelAsked = true" + RUNNING, id);
        }

        List<ImportRun> newest(int most) {
            return findAll(Sort.descending("startedAt")).page(0, most).list();
        }
    }
}
