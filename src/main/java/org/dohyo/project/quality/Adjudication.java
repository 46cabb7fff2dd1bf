package org.dohyo.project.quality;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The owner's final judgement of an item. It stands beside those of the annotators; a later one, beside this. */
@Entity
@Table(name = "project_adjudication")
public class Adjudication {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public long projectId;

    public long itemId;

    public long criterionId;

    /** As the item's first model has it: 2 much better … −2 much worse. */
    public short value;

    public boolean bothBad;

    public String comment;

    public String decidedBy;

    public Instant decidedAt;

    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<Adjudication, Long> {

        /** The newest first. */
        public List<Adjudication> of(long projectId) {
            return list("projectId = ?1 order by id desc", projectId);
        }
    }
}
