package org.dohyo.benchmark;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** A raw record of a result, for readers; {@link Results} appends them. */
@Entity
@Immutable
@Table(name = "benchmark_record")
@IdClass(StoredRecord.Key.class)
public class StoredRecord {

    record Key(Long resultId, int position) implements Serializable {
    }

    @Id
    Long resultId;

    /** From 0, in the order of the file or run. */
    @Id
    int position;

    /** Keeps the order of its members. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(columnDefinition = "json")
    ObjectNode content;

    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<StoredRecord, StoredRecord.Key> {

        /** The records of these results at the positions from {@code from} up to, but not including, {@code end}. */
        List<StoredRecord> of(Collection<Long> results, int from, int end) {
            return list("resultId in ?1 and position >= ?2 and position < ?3 order by resultId, position", results,
                    from, end);
        }
    }
}
