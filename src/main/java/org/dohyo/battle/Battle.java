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

    /** Where a battle comes from. */
    public enum Origin {
        ARENA,
        IMPORT
    }

    @Id
    public UUID id;

    public Long voterId;

    @Enumerated(EnumType.STRING)
    public Origin origin = Origin.ARENA;

    public String importKey;

    /** False where the voter chose the models by name: such a battle can't be voted on. */
    public boolean blind;

    @Column(name = "model_a")
    public long modelA;

    @Column(name = "revision_a")
    public int revisionA;

    @Column(name = "model_b")
    public long modelB;

    @Column(name = "revision_b")
    public int revisionB;

    /** The probability, 0 … 1, with which this unordered pair was drawn; null where it wasn't. */
    public Double propensity;

    /** Whether a side got another model after its first one had failed. */
    public boolean redrawn;

    @Enumerated(EnumType.STRING)
    public BattleState state;

    public int turn;

    /** The replica that streams the answers. */
    public String owner;

    public Instant heartbeatAt;

    public boolean stopAsked;

    public Instant createdAt;

    public Instant updatedAt;

    public long model(Side side) {
        return side == Side.A ? modelA : modelB;
    }

    public int revision(Side side) {
        return side == Side.A ? revisionA : revisionB;
    }

    /** Another model takes the side; the pair is then none that was drawn. */
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

        public long streamingOf(long voterId) {
            return count("voterId = ?1 and state = ?2", voterId, BattleState.STREAMING);
        }

        /** The starts of the voter's battles since then, oldest first. */
        public List<Instant> startsSince(long voterId, Instant since) {
            return find("select createdAt from Battle where voterId = ?1 and createdAt > ?2 order by createdAt", voterId,
                    since).project(Instant.class).list();
        }
    }
}
