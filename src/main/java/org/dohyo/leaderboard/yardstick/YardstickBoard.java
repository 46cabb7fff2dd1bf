package org.dohyo.leaderboard.yardstick;

import java.io.Serializable;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** A category of a {@link Yardstick}. */
@Entity
@IdClass(YardstickBoard.Key.class)
class YardstickBoard {

    record Key(Long yardstickId, String category) implements Serializable {
    }

    @Id
    Long yardstickId;

    /** As the file names it. */
    @Id
    String category;

    /** The number of models. */
    int models;

    /** The JSON of a list of {@link Rating}s, by falling rating. */
    @JdbcTypeCode(SqlTypes.JSON)
    String ratings;

    /** A category without its ratings. */
    record Named(Long yardstickId, String category, Integer models) {
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<YardstickBoard, Key> {

        /** Of all yardsticks, by name. */
        List<Named> named() {
            return find("select yardstickId, category, models from YardstickBoard order by yardstickId, category")
                    .project(Named.class).list();
        }

        List<YardstickBoard> of(long yardstick) {
            return list("yardstickId", yardstick);
        }
    }
}
