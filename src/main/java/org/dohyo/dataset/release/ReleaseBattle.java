package org.dohyo.dataset.release;

import java.io.Serializable;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** A battle whose texts a published release has. */
@Entity
@IdClass(ReleaseBattle.Key.class)
class ReleaseBattle {

    public record Key(Long releaseId, UUID battleId) implements Serializable {
    }

    @Id
    Long releaseId;

    @Id
    UUID battleId;

    static ReleaseBattle of(long release, UUID battle) {
        ReleaseBattle row = new ReleaseBattle();
        row.releaseId = release;
        row.battleId = battle;
        return row;
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<ReleaseBattle, Key> {
    }
}
