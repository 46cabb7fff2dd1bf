package org.dohyo.model.endpoint;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.dohyo.model.Model;
import org.dohyo.provider.Endpoint;
import org.dohyo.support.Beat;
import org.jboss.logging.Logger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;

/** Once a second, writes the results of ended calls and tests the failed endpoints that are due. */
@ApplicationScoped
public class HealthBeat {

    private static final long BEAT_MILLIS = 1_000;
    private static final int CLEAN_EVERY = 3_600;
    private static final Logger LOG = Logger.getLogger(HealthBeat.class);

    private final Vertx vertx;
    private final EndpointHealth health;
    private final Model.Repository models;
    private final Endpoints endpoints;
    private final EndpointTest test;
    private Beat beat;
    private int beats;

    HealthBeat(Vertx vertx, EndpointHealth health, Model.Repository models, Endpoints endpoints, EndpointTest test) {
        this.vertx = vertx;
        this.health = health;
        this.models = models;
        this.endpoints = endpoints;
        this.test = test;
    }

    void start(@Observes StartupEvent event) {
        beat = new Beat(vertx, BEAT_MILLIS, this::pass, "What came of calls to endpoints could not be written");
    }

    void stop(@Observes ShutdownEvent event) {
        beat.stop();
        health.flush();
    }

    private void pass() {
        health.flush();
        if (++beats % CLEAN_EVERY == 0) {
            health.forgetOld();
        }
        List<Long> due = health.due();
        if (!due.isEmpty()) {
            // The result of the test decides whether the circuit closes.
            QuarkusTransaction.requiringNew().call(() -> due.stream().map(this::endpoint).toList())
                    .forEach(endpoint -> test.run(endpoint, "en").subscribe().with(result -> LOG
                            .debugf("An endpoint was tried again: %s", result.ok() ? "it answers" : "it still fails")));
        }
    }

    private Endpoint endpoint(long id) {
        Model model = models.findById(id);
        return endpoints.of(model, model.revision);
    }
}
