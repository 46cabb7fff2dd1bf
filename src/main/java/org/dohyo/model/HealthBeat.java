package org.dohyo.model;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.dohyo.provider.Endpoint;
import org.jboss.logging.Logger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;

/** Once a second: what ended is written, and endpoints that failed are tried again where that is due. */
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
    private long timer = -1;
    private int beats;

    HealthBeat(Vertx vertx, EndpointHealth health, Model.Repository models, Endpoints endpoints, EndpointTest test) {
        this.vertx = vertx;
        this.health = health;
        this.models = models;
        this.endpoints = endpoints;
        this.test = test;
    }

    void start(@Observes StartupEvent event) {
        next();
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
        health.flush();
    }

    /** A beat follows the end of the one before, so that a slow database is not asked twice at once. */
    private void next() {
        timer = vertx.setTimer(BEAT_MILLIS, id -> vertx.executeBlocking(() -> {
            beat();
            return null;
        }, false).onComplete(done -> {
            if (done.failed()) {
                LOG.warn("What came of calls to endpoints could not be written", done.cause());
            }
            next();
        }));
    }

    private void beat() {
        health.flush();
        if (++beats % CLEAN_EVERY == 0) {
            health.forgetOld();
        }
        List<Long> due = health.due();
        if (!due.isEmpty()) {
            // What comes of it closes the circuit, or doesn't.
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
