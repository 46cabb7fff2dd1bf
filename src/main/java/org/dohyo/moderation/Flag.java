package org.dohyo.moderation;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.dohyo.battle.Side;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** A voter's flag on one side's answer, with the reason, for moderators to look at. */
@Entity
@Table(name = "answer_flag")
@IdClass(Flag.Key.class)
public class Flag {

    public record Key(UUID battleId, Side side) implements Serializable {
    }

    @Id
    public UUID battleId;

    @Id
    @Enumerated(EnumType.STRING)
    public Side side;

    /** The newest turn when the flag was set. */
    public int turn;

    public String reason;

    public Instant flaggedAt;

    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<Flag, Key> {
    }
}
