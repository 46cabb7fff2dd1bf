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

    /** Its ranges of ranks can't be computed again to the last bit. */
    private static final String FORMER_METHOD = "4";

    @Id
    String category;

    /** The label of {@link Weights}; an id can't have a converter. */
    @Id
    String weights;

    long logSize;

    /**
     * The log size of the figures of the present method; null, or another than {@link #logSize}, if a former version
     * has computed them.
     */
    Long exactLogSize;

    Instant generatedAt;

    /** The JSON of an {@link Uncertainty}. */
    @JdbcTypeCode(SqlTypes.JSON)
    String models;

    record Key(String category, String weights) implements Serializable {

        static Key of(String category, Weights weights) {
            return new Key(category, weights.label());
        }
    }

    /** The version of the method that has computed them. */
    String methodVersion() {
        return exactLogSize != null && exactLogSize == logSize ? RatingMethod.BRADLEY_TERRY.version() : FORMER_METHOD;
    }

    /** The oldest log size from which the present method has computed a category's uncertainty; 0 for none. */
    record Oldest(String category, Long logSize) {
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<StoredUncertainty, StoredUncertainty.Key> {

        /** Has all of them computed again; until then they stay. */
        void outdate() {
            update("exactLogSize = null");
        }

        Map<String, Long> oldest() {
            return find(
                    "select u.category, min(coalesce(u.exactLogSize, 0L)) from StoredUncertainty u group by u.category")
                    .project(Oldest.class)
                    .stream().collect(Collectors.toMap(Oldest::category, Oldest::logSize));
        }
    }
}
