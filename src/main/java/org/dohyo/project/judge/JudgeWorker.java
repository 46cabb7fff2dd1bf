package org.dohyo.project.judge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.dohyo.model.endpoint.CallWorker;
import org.dohyo.model.endpoint.Endpoints;
import org.dohyo.provider.Providers;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;

/** Makes the calls of all judges. */
@ApplicationScoped
class JudgeWorker {

    private final Vertx vertx;
    private final Endpoints endpoints;
    private final Providers providers;
    private final JudgeQueue queue;
    private CallWorker worker;

    JudgeWorker(Vertx vertx, Endpoints endpoints, Providers providers, JudgeQueue queue) {
        this.vertx = vertx;
        this.endpoints = endpoints;
        this.providers = providers;
        this.queue = queue;
    }

    void start(@Observes StartupEvent event) {
        worker = new CallWorker(vertx, endpoints, providers, queue.calls(), queue, "judges of projects");
    }

    void stop(@Observes ShutdownEvent event) {
        worker.stop();
    }

    /** A run has begun or goes on. */
    void wake() {
        worker.wake();
    }
}
