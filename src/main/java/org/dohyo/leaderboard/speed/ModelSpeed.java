package org.dohyo.leaderboard.speed;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The answers of a model's revision on one day that fell into one of the {@link Buckets} of a measure. */
@Entity
@IdClass(ModelSpeed.Key.class)
class ModelSpeed {

    record Key(Long modelId, int revision, SpeedMeasure measure, LocalDate day, int bucket) implements Serializable {
    }

    @Id
    Long modelId;

    @Id
    int revision;

    @Id
    @Enumerated(EnumType.STRING)
    SpeedMeasure measure;

    @Id
    LocalDate day;

    @Id
    int bucket;

    long answers;

    /** Answers in a bucket over some days. */
    record Sum(String slug, SpeedMeasure measure, int bucket, Long answers) {
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<ModelSpeed, Key> {

        /** Of the present revision of each model, from that day on. */
        List<Sum> since(LocalDate day) {
            return find("""
                    select m.slug, s.measure, s.bucket, sum(s.answers) from ModelSpeed s
                    join ModelSummary m on m.id = s.modelId and m.revision = s.revision
                    where s.day >= ?1 group by m.slug, s.measure, s.bucket""", day).project(Sum.class).list();
        }

        void forgetBefore(LocalDate day) {
            delete("day < ?1", day);
        }
    }
}
