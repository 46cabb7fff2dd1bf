package org.dohyo.moderation;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The categories that moderation assigned to a prompt that was sent all the same. */
@Entity
@IdClass(PromptMark.Key.class)
public class PromptMark {

    public record Key(UUID battleId, int turn) implements Serializable {
    }

    @Id
    public UUID battleId;

    @Id
    public int turn;

    /** As named by the moderation endpoint. */
    public String[] categories;

    public Instant markedAt;

    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<PromptMark, Key> {
    }
}
