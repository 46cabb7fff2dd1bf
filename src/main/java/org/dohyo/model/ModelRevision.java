package org.dohyo.model;

import java.io.Serializable;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

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

        /** The revision that new battles of a model are fought with; null if it has none. */
        public ModelRevision current(Model model) {
            return findById(new Key(model.id, model.revision));
        }

        /** As {@link #current(Model)} for each of these models, by its number; those that have none are missing. */
        public Map<Long, ModelRevision> current(Collection<Model> models) {
            Map<Long, Integer> numbers = models.stream()
                    .collect(Collectors.toMap(model -> model.id, model -> model.revision));
            return list("modelId in ?1", numbers.keySet()).stream()
                    .filter(version -> version.revision == numbers.get(version.modelId))
                    .collect(Collectors.toMap(version -> version.modelId, Function.identity()));
        }
    }
}
