package org.dohyo.text;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;

/**
 * Loads what texts are read with, the table of tokens and the language model, beside the start: no vote waits for it.
 */
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
