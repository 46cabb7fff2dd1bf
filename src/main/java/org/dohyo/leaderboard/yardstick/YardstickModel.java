package org.dohyo.leaderboard.yardstick;

import java.io.Serializable;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** What an admin says a name in a {@link Yardstick} means. */
@Entity
@IdClass(YardstickModel.Key.class)
class YardstickModel {

    record Key(Long yardstickId, String name) implements Serializable {
    }

    @Id
    Long yardstickId;

    @Id
    String name;

    /** Null if it is no model of this arena, whatever it is called. */
    String slug;

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<YardstickModel, Key> {

        /** By name. */
        List<YardstickModel> of(long yardstick) {
            return list("yardstickId = ?1 order by name", yardstick);
        }
    }
}
