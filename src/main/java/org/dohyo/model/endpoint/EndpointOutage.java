package org.dohyo.model.endpoint;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.hibernate.annotations.Immutable;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** A model whose endpoint is skipped because its calls failed; a view. Rate limits don't count as an outage. */
@Entity
@Immutable
public class EndpointOutage {

    @Id
    public Long modelId;

    /** The time of the next test of the endpoint. */
    public Instant until;

    @ApplicationScoped
    public static class Repository implements PanacheRepositoryBase<EndpointOutage, Long> {

        /** The outages of these models that last beyond that time. */
        public List<EndpointOutage> after(Collection<Long> models, Instant time) {
            return list("modelId in ?1 and until > ?2", models, time);
        }
    }
}
