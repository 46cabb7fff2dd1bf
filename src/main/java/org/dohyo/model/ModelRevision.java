package org.dohyo.model;

import java.io.Serializable;
import java.time.Instant;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/**
 * A revision of the settings that change a model's answers: its id at the endpoint, its system prompt, its parameters.
 */
@Entity
@IdClass(ModelRevision.Key.class)
public class ModelRevision {

    /** A model and its revision, counted from 1. */
    public record Key(Long modelId, int revision) implements Serializable {
    }

    @Id
    public Long modelId;

    @Id
    public int revision;

    public String endpointModel;

    public String systemPrompt;

    @JdbcTypeCode(SqlTypes.JSON)
    public Map<String, Object> parameters = Map.of();

    public Instant createdAt;

    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<ModelRevision, Key> {
    }
}
