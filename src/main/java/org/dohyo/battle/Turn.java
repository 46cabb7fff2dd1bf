package org.dohyo.battle;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** One prompt of a battle. */
@Entity
@IdClass(Turn.Key.class)
public class Turn {

    public record Key(UUID battleId, int turn) implements Serializable {
    }

    @Id
    public UUID battleId;

    /** Counted from 1. */
    @Id
    public int turn;

    public String prompt;

    public Instant createdAt;

    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<Turn, Key> {

        public List<Turn> ofBattle(UUID battleId) {
            return list("battleId = ?1 order by turn", battleId);
        }
    }
}
