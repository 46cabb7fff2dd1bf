package org.dohyo.leaderboard.board;

import java.io.Serializable;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.dohyo.leaderboard.count.Weights;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The last {@link Uncertainty} of a category's board by votes or by voters. */
@Entity
@Table(name = "uncertainty")
@IdClass(StoredUncertainty.Key.class)
class StoredUncertainty {

    @Id
    String category;

    /** The label of {@link Weights}; an id can't have a converter. */
    @Id
    String weights;

    long logSize;

    Instant generatedAt;

    /** The JSON of an {@link Uncertainty}. */
    @JdbcTypeCode(SqlTypes.JSON)
    String models;

    record Key(String category, String weights) implements Serializable {

        static Key of(String category, Weights weights) {
            return new Key(category, weights.label());
        }
    }

    /** The oldest log size from which a category's uncertainty was computed. */
    record Oldest(String category, Long logSize) {
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<StoredUncertainty, StoredUncertainty.Key> {

        /** Makes all of them older than any board; their figures stay. */
        void outdate() {
            update("logSize = 0");
        }

        Map<String, Long> oldest() {
            return find("select u.category, min(u.logSize) from StoredUncertainty u group by u.category")
                    .project(Oldest.class)
                    .stream().collect(Collectors.toMap(Oldest::category, Oldest::logSize));
        }
    }
}
