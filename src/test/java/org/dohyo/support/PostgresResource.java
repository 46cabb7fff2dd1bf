package org.dohyo.support;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

import org.jboss.logging.Logger;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * A real PostgreSQL for the tests that run the application: in a container where an engine answers and the image named
 * by {@code DOHYO_TEST_POSTGRES_IMAGE} can be had, else the embedded one. The log says which.
 */
public class PostgresResource implements QuarkusTestResourceLifecycleManager {

    private static final Logger LOG = Logger.getLogger(PostgresResource.class);
    private static final String IMAGE = System.getenv().getOrDefault("DOHYO_TEST_POSTGRES_IMAGE", "postgres:18");

    private static final int REACH_SECONDS = 20;
    // A lane that failed once is not tried again by each of the application's starts.
    private static boolean containers = true;

    private PostgreSQLContainer container;
    private EmbeddedPostgres embedded;

    @Override
    public Map<String, String> start() {
        if (containers) {
            try {
                // An engine that answers but can't fetch what Testcontainers itself needs throws here.
                if (DockerClientFactory.instance().isDockerAvailable()) {
                    return inContainer();
                }
            } catch (RuntimeException e) {
                container = null;
                LOG.warnf("The image %s can't be run (%s): the embedded PostgreSQL takes its place", IMAGE, e.getMessage());
            }
            containers = false;
        }
        return embedded();
    }

    private Map<String, String> inContainer() {
        container = new PostgreSQLContainer(DockerImageName.parse(IMAGE).asCompatibleSubstituteFor("postgres"));
        container.start();
        reach(container);
        LOG.infof("Tests run on PostgreSQL in a container (Testcontainers, image %s)", IMAGE);
        return datasource(container.getJdbcUrl(), container.getUsername(), container.getPassword());
    }

    /** A container that runs may still be out of reach, where a sandbox keeps its network apart. */
    private static void reach(PostgreSQLContainer container) {
        DriverManager.setLoginTimeout(REACH_SECONDS);
        try (Connection connection = DriverManager.getConnection(container.getJdbcUrl(), container.getUsername(),
                container.getPassword())) {
            connection.createStatement().execute("select 1");
        } catch (SQLException e) {
            container.stop();
            throw new IllegalStateException("it runs, but no connection reaches it: " + e.getMessage(), e);
        }
    }

    private Map<String, String> embedded() {
        try {
            embedded = EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new IllegalStateException("the embedded PostgreSQL did not start", e);
        }
        LOG.info("Tests run on the embedded PostgreSQL");
        return datasource(embedded.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
    }

    private static Map<String, String> datasource(String url, String user, String password) {
        return Map.of("quarkus.datasource.jdbc.url", url, "quarkus.datasource.username", user,
                "quarkus.datasource.password", password);
    }

    @Override
    public void stop() {
        if (container != null) {
            container.stop();
        }
        if (embedded != null) {
            try {
                embedded.close();
            } catch (IOException e) {
                LOG.warn("The embedded PostgreSQL did not stop cleanly", e);
            }
        }
    }
}
