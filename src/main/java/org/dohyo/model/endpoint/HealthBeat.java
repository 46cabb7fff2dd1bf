package org.dohyo.model.endpoint;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.dohyo.model.Model;
import org.dohyo.provider.Endpoint;
import org.dohyo.support.BeatGate;
import org.dohyo.web.Languages;
import org.jboss.logging.Logger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;

/** Once a second, writes the results of ended calls and tests the failed endpoints that are due. */
@ApplicationScoped
public class HealthBeat {

    private static final Logger LOG = Logger.getLogger(HealthBeat.class);

    private final EndpointHealth health;
    private final Model.Repository models;
    private final Endpoints endpoints;
    private final EndpointTest test;
    private final Languages languages;

    HealthBeat(EndpointHealth health, Model.Repository models, Endpoints endpoints, EndpointTest test,
            Languages languages) {
        this.health = health;
        this.models = models;
        this.endpoints = endpoints;
        this.test = test;
        this.languages = languages;
    }

    void stop(@Observes ShutdownEvent event) {
        health.flush();
    }

    @Scheduled(identity = "forget-endpoint-minutes", every = "1h", delayed = "1h", concurrentExecution = SKIP,
            skipExecutionIf = BeatGate.class)
    void forgetOld() {
        health.forgetOld();
    }

    @Scheduled(identity = "endpoint-health", every = "1s", delayed = "1s", concurrentExecution = SKIP,
            skipExecutionIf = BeatGate.class)
    void pass() {
        health.flush();
        List<Long> due = health.due();
        if (!due.isEmpty()) {
            // The result of the test decides whether the circuit closes.
            QuarkusTransaction.requiringNew().call(() -> due.stream().map(this::endpoint).toList())
                    .forEach(endpoint -> test.run(endpoint, languages.standard()).subscribe().with(result -> LOG
                            .debugf("An endpoint was tried again: %s", result.ok() ? "it answers" : "it still fails")));
        }
    }

    private Endpoint endpoint(long id) {
        Model model = models.findById(id);
        return endpoints.of(model, model.revision);
    }
}
