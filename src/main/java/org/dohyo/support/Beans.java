package org.dohyo.support;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.random.RandomGenerator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;

import io.agroal.api.AgroalDataSource;

/** The clock, the random generator and the SQL helper as beans, so that tests can replace them. */
@ApplicationScoped
public class Beans {

    /** Ticks in microseconds, as the database stores them: a time is the same when it is read back. */
    @Produces
    @ApplicationScoped
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));
    }

    /** Draws of models and sides influence the ratings, so they must not be predictable. */
    @Produces
    @ApplicationScoped
    RandomGenerator random() {
        return new SecureRandom();
    }

    /**
     * SQL for the hot paths named in docs/decisions/0023; everything else goes through Hibernate. Its connections join
     * the transaction in progress, as Hibernate's do.
     */
    @Produces
    @Singleton
    Jdbi jdbi(AgroalDataSource database) {
        // A handle that joined a transaction leaves commit and rollback to the code that began it.
        return Jdbi.create(database).registerArgument(new BinaryArrays()).configure(Handles.class,
                handles -> handles.setForceEndTransactions(false));
    }
}
