package org.dohyo.project;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** A closed arena: prompts, recorded answers, and the people who judge them. */
@Entity
public class Project {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public String slug;

    public String name;

    /** Markdown for the annotators; may be empty. */
    public String instructions;

    /** How many people judge each item. */
    public int votesPerItem;

    /** For how long an item is kept for the annotator who looks at it. */
    public int reserveMinutes;

    /** How many in a hundred items given to an annotator have a known answer, 0 to 50. */
    public int goldPercent;

    /** How many in a hundred the annotator has judged before, 0 to 50. */
    public int repeatPercent;

    /** True if annotators may mark passages of the answers. */
    public boolean highlights;

    /** No item is given out afterwards; null for none. */
    public Instant deadline;

    /** True if annotators may see the boards. */
    public boolean annotatorsSeeBoard;

    public String createdBy;

    public Instant createdAt;

    /** Since when nothing can be changed or judged; null while the project is open. */
    public Instant archivedAt;

    public boolean isOpen(Instant now) {
        return archivedAt == null && (deadline == null || now.isBefore(deadline));
    }

    public Duration reservation() {
        return Duration.ofMinutes(reserveMinutes);
    }

    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<Project, Long> {

        public Optional<Project> findBySlug(String slug) {
            return find("slug", slug).firstResultOptional();
        }

        public List<Project> newestFirst() {
            return list("order by createdAt desc");
        }
    }
}
