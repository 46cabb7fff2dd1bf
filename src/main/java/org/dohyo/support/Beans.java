package org.dohyo.support;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.random.RandomGenerator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** Time and chance as beans, so that a test can hold both still. */
@ApplicationScoped
public class Beans {

    @Produces
    @ApplicationScoped
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Draws of models and sides decide what is measured, so nobody outside may be able to predict them. */
    @Produces
    @ApplicationScoped
    RandomGenerator random() {
        return new SecureRandom();
    }
}
