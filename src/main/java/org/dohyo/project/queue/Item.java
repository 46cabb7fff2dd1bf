package org.dohyo.project.queue;

import java.util.List;
import java.util.Optional;

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

    /** The known answer, as the first model has it: 1 better, 0 a tie, −1 worse; null for an ordinary item. */
    public Short known;

    /** @param wanted the judgements that all items together are to get */
    public record Sums(long items, long wanted) {
    }

    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<Item, Long> {

        List<PairBlocks.Pairing> planned(long projectId) {
            return find("select promptId, modelA, modelB from Item where projectId = ?1", projectId)
                    .project(PairBlocks.Pairing.class).list();
        }

        public int lastPlace(long projectId) {
            return find("select coalesce(max(place), 0) from Item where projectId = ?1", projectId)
                    .project(Integer.class).singleResult();
        }

        public List<Item> gold(long projectId) {
            return list("projectId = ?1 and known is not null order by id", projectId);
        }

        public Optional<Item> find(long promptId, long modelA, long modelB) {
            return find("promptId = ?1 and modelA = ?2 and modelB = ?3", promptId, Math.min(modelA, modelB),
                    Math.max(modelA, modelB)).firstResultOptional();
        }

        public Sums sums(long projectId) {
            return find("select count(*), coalesce(sum(wanted), 0) from Item where projectId = ?1 and known is null",
                    projectId)
                    .project(Sums.class).singleResult();
        }
    }
}
