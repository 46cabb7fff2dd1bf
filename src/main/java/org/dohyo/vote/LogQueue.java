package org.dohyo.vote;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** A change to a vote that has not been logged yet. */
@Entity
public class LogQueue {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Enumerated(EnumType.STRING)
    EntryKind kind;

    UUID voteId;

    String reason;

    Instant at;

    static LogQueue of(EntryKind kind, UUID voteId, String reason, Instant at) {
        LogQueue waiting = new LogQueue();
        waiting.kind = kind;
        waiting.voteId = voteId;
        waiting.reason = reason;
        waiting.at = at;
        return waiting;
    }

    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<LogQueue, Long> {

        /** The time of the oldest queued entry; empty if the queue is. */
        public Optional<Instant> oldest() {
            return find("select min(at) from LogQueue").project(Instant.class).stream().filter(Objects::nonNull)
                    .findFirst();
        }
    }
}
