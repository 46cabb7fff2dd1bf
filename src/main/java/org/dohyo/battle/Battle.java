package org.dohyo.battle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;

import org.dohyo.model.Model;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** A pair of models in one conversation. */
@Entity
public class Battle {

    /** The origin of a battle. */
    public enum Origin {
        ARENA,
        IMPORT
    }

    @Id
    public UUID id;

    /** Null of an imported battle, and once the voter is erased. */
    public Long voterId;

    @Enumerated(EnumType.STRING)
    public Origin origin = Origin.ARENA;

    public String importKey;

    /** False if the voter chose the models by name: such a battle can't be voted on. */
    public boolean blind;

    @Column(name = "model_a")
    public long modelA;

    @Column(name = "revision_a")
    public int revisionA;

    @Column(name = "model_b")
    public long modelB;

    @Column(name = "revision_b")
    public int revisionB;

    /** The probability, 0 … 1, with which this unordered pair was drawn; null if it wasn't drawn. */
    public Double propensity;

    /** True if a side got another model after its first one failed. */
    public boolean redrawn;

    /** Changed only by {@link #moveTo}. */
    @Enumerated(EnumType.STRING)
    private BattleState state = BattleState.STREAMING;

    public int turn;

    /** The replica that streams the answers. */
    public String owner;

    /** By the database's clock, so that replicas agree on it. */
    public Instant heartbeatAt;

    public boolean stopAsked;

    public Instant createdAt;

    public Instant updatedAt;

    /** The version of the terms that its voter had agreed to at its beginning; null for imported and for old ones. */
    public Integer termsVersion;

    /** When its voter asked to keep it out of public data, or null. */
    public Instant withheldAt;

    /** When its voter deleted it, or null. The row stays for the vote and for the voter's limits. */
    public Instant removedAt;

    public BattleState state() {
        return state;
    }

    /**
     * The only way to another state. The battle's row must be locked.
     *
     * @throws IllegalStateException if the state may not follow the present one
     */
    public void moveTo(BattleState next, Instant now) {
        state = state.to(next);
        updatedAt = now;
    }

    /** The streams of the current turn run on this replica from now on; its first heartbeat follows within a second. */
    public void streamOn(String replica, Instant now) {
        moveTo(BattleState.STREAMING, now);
        owner = replica;
        heartbeatAt = null;
        stopAsked = false;
    }

    public long model(Side side) {
        return side == Side.A ? modelA : modelB;
    }

    public int revision(Side side) {
        return side == Side.A ? revisionA : revisionB;
    }

    /** Gives the side to another model and clears the propensity, because this pair was not drawn. */
    public void put(Side side, Model model) {
        if (side == Side.A) {
            modelA = model.id;
            revisionA = model.revision;
        } else {
            modelB = model.id;
            revisionB = model.revision;
        }
        redrawn = true;
        propensity = null;
    }

    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<Battle, UUID> {

        /** The battle with its row locked until the transaction's end. */
        public Optional<Battle> lock(UUID id) {
            return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
        }

        /** Locks all battles of the voter until the transaction's end; returns their ids. */
        public List<UUID> lockAll(long voterId) {
            return find("voterId = ?1 order by id", voterId).withLock(LockModeType.PESSIMISTIC_WRITE).list().stream()
                    .map(battle -> battle.id).toList();
        }

        /** The ids of the voter's battles, oldest first. */
        public List<UUID> idsOf(long voterId) {
            return find("select id from Battle where voterId = ?1 order by createdAt, id", voterId).project(UUID.class)
                    .list();
        }

        /** Battles of the arena itself, not imported ones, that began after a time. */
        public long startedSince(Instant since) {
            return count("createdAt > ?1 and origin = ARENA", since);
        }

        /** Battles that stream now, on all replicas. */
        public long streaming() {
            return find("select count(*) from Battle where state = ?1", BattleState.STREAMING).project(Long.class)
                    .singleResult();
        }

        public long streamingOf(long voterId) {
            return find("select count(*) from Battle where voterId = ?1 and state = ?2", voterId, BattleState.STREAMING)
                    .project(Long.class).singleResult();
        }

        /** The starts of the voter's battles since then, oldest first. */
        public List<Instant> startsSince(long voterId, Instant since) {
            return find("select createdAt from Battle where voterId = ?1 and createdAt > ?2 order by createdAt",
                    voterId,
                    since).project(Instant.class).list();
        }
    }
}
