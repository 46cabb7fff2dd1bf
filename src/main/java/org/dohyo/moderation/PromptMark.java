package org.dohyo.moderation;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The categories that moderation gave a prompt which was sent nevertheless. */
@Entity
@Table(name = "prompt_mark")
@IdClass(PromptMark.Key.class)
public class PromptMark {

    public record Key(UUID battleId, int turn) implements Serializable {
    }

    @Id
    @Column(name = "battle_id")
    public UUID battleId;

    @Id
    public int turn;

    /** In the moderation endpoint's own words. */
    public String[] categories;

    @Column(name = "marked_at")
    public Instant markedAt;

    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<PromptMark, Key> {
    }
}
