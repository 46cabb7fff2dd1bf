package org.dohyo.project.queue;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Two models' answers to one prompt, which people compare. */
@Entity
@Table(name = "project_item")
public class Item {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public long projectId;

    public long promptId;

    /** The one with the lower id, whatever side it is shown on. */
    @Column(name = "model_a")
    public long modelA;

    @Column(name = "model_b")
    public long modelB;

    /** Its position in the plan, from 1. */
    public int place;

    /** How many people judge it. */
    public int wanted;

    /** How many have judged or reserved it. */
    public int taken;

    /** @param wanted the judgements that all items together are to get */
    public record Sums(long items, long wanted) {
    }

    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<Item, Long> {

        List<PairBlocks.Pairing> planned(long projectId) {
            return find("select promptId, modelA, modelB from Item where projectId = ?1", projectId)
                    .project(PairBlocks.Pairing.class).list();
        }

        int lastPlace(long projectId) {
            return find("select coalesce(max(place), 0) from Item where projectId = ?1", projectId)
                    .project(Integer.class).singleResult();
        }

        public Sums sums(long projectId) {
            return find("select count(*), coalesce(sum(wanted), 0) from Item where projectId = ?1", projectId)
                    .project(Sums.class).singleResult();
        }
    }
}
