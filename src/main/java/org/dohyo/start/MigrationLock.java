package org.dohyo.start;

import java.util.Map;

import jakarta.inject.Singleton;

import org.flywaydb.core.api.configuration.FluentConfiguration;

import io.quarkus.flyway.FlywayConfigurationCustomizer;

/**
 * Holds the lock of migrations by a session, not by a transaction. An index that is built {@code concurrently}, while
 * replicas of the former version write, waits for all transactions that are open.
 */
@Singleton
public class MigrationLock implements FlywayConfigurationCustomizer {

    private static final Map<String, String> BY_SESSION = Map.of("flyway.postgresql.transactional.lock", "false");

    @Override
    public void customize(FluentConfiguration configuration) {
        bySession(configuration);
    }

    /** Returns the same configuration, for a Flyway that runs outside the application. */
    public static FluentConfiguration bySession(FluentConfiguration configuration) {
        return configuration.configuration(BY_SESSION);
    }
}
