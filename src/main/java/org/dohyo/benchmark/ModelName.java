package org.dohyo.benchmark;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import org.dohyo.model.Model;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** A name that files of other tools use for a registered model. */
@Entity
@Table(name = "benchmark_model_name")
public class ModelName {

    @Id
    public String name;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "model_id")
    public Model model;

    public Instant mappedAt;

    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<ModelName, String> {

        private static final String MAPPINGS = "select n.name, m.slug from ModelName n join n.model m ";

        List<ResultModels.Mapping> all() {
            return find(MAPPINGS + "order by n.name").project(ResultModels.Mapping.class).list();
        }

        List<ResultModels.Mapping> of(Collection<String> names) {
            return find(MAPPINGS + "where n.name in ?1", names).project(ResultModels.Mapping.class).list();
        }
    }
}
