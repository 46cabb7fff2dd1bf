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

/** What a voter wants the admin to look at: one side's answer, with the reason. */
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

    /** The turn that was the newest then. */
    public int turn;

    public String reason;

    public Instant flaggedAt;

    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<Flag, Key> {
    }
}
