package org.dohyo.benchmark.run;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** An endpoint that asked for a pause, which all runs and replicas respect. {@link RunQueue} writes it. */
@Entity
public class BenchmarkPause {

    @Id
    public Long modelId;

    public Instant until;

    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<BenchmarkPause, Long> {

        List<BenchmarkPause> after(Collection<Long> models, Instant now) {
            return list("modelId in ?1 and until > ?2", models, now);
        }
    }
}
