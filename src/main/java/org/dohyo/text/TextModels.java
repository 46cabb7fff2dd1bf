package org.dohyo.text;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;

/** Loads the token table and the language model in the background at the start, so that no vote waits for them. */
@ApplicationScoped
class TextModels {

    private static final String ENGLISH = "Which words are these";

    void load(@Observes StartupEvent event, Vertx vertx) {
        vertx.executeBlocking(() -> {
            StyleFeatures.of(ENGLISH);
            return Categories.of(List.of(ENGLISH), List.of());
        }, false);
    }
}
