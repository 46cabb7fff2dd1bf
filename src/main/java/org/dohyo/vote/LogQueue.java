package org.dohyo.vote;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Something about a vote that waits to be logged. */
@Entity
class LogQueue {

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
    static class Repository implements PanacheRepositoryBase<LogQueue, Long> {
    }
}
