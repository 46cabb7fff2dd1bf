package org.dohyo.integrity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

    /** The kind of what the votes speak for, and the id of its model if it has one; null for a person. */
    String explanation;

    /** The person; null for the arena itself. */
    String decidedBy;

    String reason;

    Instant at;

    /** The kind of what the votes speak for; null for a person. */
    String what() {
        return explanation == null ? null : explanation.split(" ")[0];
    }

    /** The id of the model that they speak for or against. */
    Optional<Long> model() {
        return Optional.ofNullable(explanation).map(words -> words.split(" ")).filter(words -> words.length > 1)
                .map(words -> Long.valueOf(words[1]));
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<Validation, Long> {

        /** All judgements about these suspects, the oldest first. */
        List<Validation> of(List<UUID> suspects) {
            return list("suspectId in ?1 order by id", suspects);
        }
    }
}
