package org.dohyo.account;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** One change at the desk, as the audit trail keeps it. */
@Entity
@Immutable
public class AuditEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private Instant at;

    /** The name of the account that made the change. */
    private String who;

    private String action;

    /** The kind and name of the changed thing, such as {@code model:gpt}. */
    private String subject;

    @JdbcTypeCode(SqlTypes.JSON)
    private JsonNode before;

    @JdbcTypeCode(SqlTypes.JSON)
    private JsonNode after;

    static AuditEntry of(Instant at, String who, String action, String subject, JsonNode before, JsonNode after) {
        AuditEntry entry = new AuditEntry();
        entry.at = at;
        entry.who = who;
        entry.action = action;
        entry.subject = subject;
        entry.before = before;
        entry.after = after;
        return entry;
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<AuditEntry, Long> {

        List<Audit.Entry> newest(long before, int limit) {
            return find("id < ?1 order by id desc", before).page(0, limit).project(Audit.Entry.class).list();
        }

        /** The first entries of a time after an id, the oldest first. */
        List<Audit.Entry> between(Instant from, Instant to, long after, int limit) {
            return find("at >= ?1 and at < ?2 and id > ?3 order by id", from, to, after).page(0, limit)
                    .project(Audit.Entry.class).list();
        }
    }
}
