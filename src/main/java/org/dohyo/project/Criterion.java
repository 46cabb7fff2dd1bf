package org.dohyo.project;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** What two answers are compared by. */
@Entity
@Table(name = "project_criterion")
public class Criterion {

    /** The criterion that each project has. */
    public static final String OVERALL = "overall";

    /** Beside the overall one. */
    public static final int MOST_OWN = 8;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public long projectId;

    /** Its position on the page; the overall criterion has 0. */
    public int place;

    public String slug;

    /** As annotators read it; of the overall criterion it may be empty, and the page then has its own words. */
    public String name;

    @Enumerated(EnumType.STRING)
    public Scale scale;

    /** True if a judgement needs it. */
    public boolean required;

    /** As the interface gives and takes it. */
    public record View(String slug, String name, String scale, boolean required) {
    }

    public View view() {
        return new View(slug, name, scale.label(), required);
    }

    /** The same criterion of another project. */
    public Criterion copy(long project) {
        Criterion copy = new Criterion();
        copy.projectId = project;
        copy.place = place;
        copy.slug = slug;
        copy.name = name;
        copy.scale = scale;
        copy.required = required;
        return copy;
    }

    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<Criterion, Long> {

        public List<Criterion> of(long projectId) {
            return list("projectId = ?1 order by place", projectId);
        }
    }
}
