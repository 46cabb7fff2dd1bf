package org.dohyo.battle;

import java.io.Serializable;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** A model that failed before any text was sent, so that another model took its side of the battle. */
@Entity
@Table(name = "battle_redraw")
@IdClass(Redraw.Key.class)
public class Redraw {

    public record Key(UUID battleId, Side side, long modelId) implements Serializable {
    }

    @Id
    public UUID battleId;

    @Id
    @Enumerated(EnumType.STRING)
    public Side side;

    @Id
    public long modelId;

    public int revision;

    public String errorKind;

    public String errorDetail;

    public Instant redrawnAt;

    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<Redraw, Key> {

        /** The models that have failed in that battle. */
        public Set<Long> failedIn(UUID battleId) {
            return list("battleId", battleId).stream().map(redraw -> redraw.modelId).collect(Collectors.toSet());
        }
    }
}
