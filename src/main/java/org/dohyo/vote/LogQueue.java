package org.dohyo.vote;

import java.time.Instant;
import java.util.Map;
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
import jakarta.persistence.NamedQuery;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** A change to a vote that has not been logged yet. */
@Entity
@NamedQuery(name = "LogQueue.excludeAll", query = """
        insert into LogQueue (kind, voteId, reason, at)
        select org.dohyo.vote.EntryKind.EXCLUDE, v.id, cast(:reason as String), cast(:now as Instant) from Vote v
        where v.voterId = :voter and v.withdrawnAt is null and v.excludedAt is null""")
public class LogQueue {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Enumerated(EnumType.STRING)
    EntryKind kind;

    UUID voteId;

    /** A code: the log keeps it for ever. */
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

        /** Queues the exclusion of each vote of a voter that is in the ratings, and returns their number. */
        int excludeAll(long voter, ReasonCode code, Instant now) {
            return update("#LogQueue.excludeAll", Map.of("voter", voter, "reason", code.name(), "now", now));
        }

        /** The time of the oldest queued entry; empty if the queue is. */
        public Optional<Instant> oldest() {
            return find("select min(at) from LogQueue").project(Instant.class).stream().filter(Objects::nonNull)
                    .findFirst();
        }
    }
}
