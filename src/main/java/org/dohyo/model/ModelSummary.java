package org.dohyo.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

/** The names and current revision of a model; a view that other rooms may query and join. */
@Entity
@Immutable
@Table(name = "model_summary")
public class ModelSummary {

    @Id
    public Long id;

    public String slug;

    public String name;

    /** The newest one. */
    public int revision;

    /** The number of concurrent calls that the endpoint accepts; null for the default. */
    public Integer concurrentRequests;
}
