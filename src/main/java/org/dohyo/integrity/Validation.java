package org.dohyo.integrity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** One judgement about some votes. A later one, such as a person's, is a row of its own; none is ever changed. */
@Entity
class Validation {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    UUID suspectId;

    /** The detector and its version, or {@code person}. */
    String method;

    @Enumerated(EnumType.STRING)
    Standing outcome;

    /** 1 − 1/E; null for a person. */
    Double confidence;

    /** What the votes speak for, as the desk puts it; null for a person. */
    String explanation;

    /** The person; null for the arena itself. */
    String decidedBy;

    String reason;

    Instant at;

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<Validation, Long> {

        List<Validation> of(UUID suspect) {
            return list("suspectId = ?1 order by id", suspect);
        }
    }
}
