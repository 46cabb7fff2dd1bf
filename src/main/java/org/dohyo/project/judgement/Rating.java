package org.dohyo.project.judgement;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** A preference by one criterion. */
@Entity
@Table(name = "project_rating")
@IdClass(Rating.Key.class)
public class Rating {

    @Id
    public UUID assignmentId;

    @Id
    public long criterionId;

    /** As the item's first model has it: 2 much better … −2 much worse. */
    public short value;

    public boolean bothBad;

    /** A judgement and a criterion. */
    public record Key(UUID assignmentId, long criterionId) implements Serializable {
    }

    static Rating of(UUID assignment, long criterion, Preference preference, boolean swapped) {
        Rating rating = new Rating();
        rating.assignmentId = assignment;
        rating.criterionId = criterion;
        rating.value = preference.valueFor(swapped);
        rating.bothBad = preference.isBothBad();
        return rating;
    }

    boolean says(Rating other) {
        return criterionId == other.criterionId && value == other.value && bothBad == other.bothBad;
    }

    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<Rating, Rating.Key> {

        List<Rating> of(UUID assignment) {
            return list("assignmentId = ?1 order by criterionId", assignment);
        }

        public List<Rating> of(Collection<UUID> assignments) {
            return list("assignmentId in ?1 order by criterionId", assignments);
        }
    }
}
