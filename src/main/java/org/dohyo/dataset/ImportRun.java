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

    /** Votes of the file; null while it is read. */
    Long staged;

    /** How many of them have been stored, or seen to be there already. */
    long stored;

    Long imported;

    Long duplicates;

    Long skipped;

    boolean cancelAsked;

    Instant startedAt;

    Instant seenAt;

    Instant endedAt;

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<ImportRun, UUID> {

        void renew(UUID id, Instant now) {
            update("seenAt = ?2 where id = ?1", id, now);
        }

        void renewReading(UUID id, long read, Instant now) {
            update("read = ?2, seenAt = ?3 where id = ?1 and state = READING", id, read, now);
        }

        void askToCancel(UUID id) {
            update("cancelAsked = true where id = ?1 and state = READING", id);
        }

        /** Ends an import whose file was not read to its end. */
        void end(UUID id, long read, State state, Instant now) {
            update("read = ?2, state = ?3, endedAt = ?4 where id = ?1 and state = READING", id, read, state, now);
        }

        /** The imports that nobody has been storing since that time. */
        List<UUID> abandoned(Instant since) {
            return find("select id from ImportRun where state = STORING and seenAt < ?1", since).project(UUID.class)
                    .list();
        }

        /** Returns true for the first only who asks. */
        boolean claim(UUID id, Instant since, Instant now) {
            return update("seenAt = ?3 where id = ?1 and state = STORING and seenAt < ?2", id, since, now) == 1;
        }

        List<ImportRun> newest(int most) {
            return findAll(Sort.descending("startedAt")).page(0, most).list();
        }
    }
}
