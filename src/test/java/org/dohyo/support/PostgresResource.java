package org.dohyo.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

import org.dohyo.start.MigrationLock;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

import com.github.dockerjava.api.model.ContainerNetwork;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * A real PostgreSQL for the tests that run the application: in a container where an engine answers and the image named
 * by {@code DOHYO_TEST_POSTGRES_IMAGE} can be had, else the embedded one. The log says which. One server serves all
 * tests of a JVM; each start of the application gets a database of its own.
 */
public class PostgresResource implements QuarkusTestResourceLifecycleManager {

    private static final Logger LOG = Logger.getLogger(PostgresResource.class);
    private static final String IMAGE = System.getenv().getOrDefault("DOHYO_TEST_POSTGRES_IMAGE", "postgres:18");

    private static final int REACH_SECONDS = 20;
    private static final int DIRECT_SECONDS = 3;
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private static final String TEMPLATE = "migrated";

    private static Server server;
    private static boolean templated;

    /** A running server; {@code urls} makes the address of a database from its name. */
    private record Server(UnaryOperator<String> urls, String user, String password) {

        String withNewDatabase() throws SQLException {
            String name = "arena_" + DATABASES.incrementAndGet();
            execute("create database " + name);
            return urls.apply(name);
        }

        /** Under the same name for all; PostgreSQL copies it only while nobody is connected to it. */
        void withTemplate() throws SQLException {
            execute("create database " + TEMPLATE);
            MigrationLock.bySession(Flyway.configure()).dataSource(urls.apply(TEMPLATE), user, password)
                    .locations("filesystem:src/main/resources/db/migration").load().migrate();
        }

        String withCopyOfTemplate() throws SQLException {
            String name = "arena_" + DATABASES.incrementAndGet();
            execute("create database " + name + " template " + TEMPLATE);
            return urls.apply(name);
        }

        private void execute(String sql) throws SQLException {
            try (Connection connection = DriverManager.getConnection(urls.apply("postgres"), user, password);
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public Map<String, String> start() {
        try {
            Server running = server();
            return settings(running, running.withNewDatabase());
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("no database can be made for the tests", e);
        }
    }

    /**
     * The settings of an arena that begins with the schema, for the many that are started after each other: only the
     * first of a JVM pays for the migrations.
     */
    public static Map<String, String> migrated() {
        try {
            return settings(server(), copyOfTemplate(server()));
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("no database can be made for the tests", e);
        }
    }

    private static synchronized String copyOfTemplate(Server running) throws SQLException {
        if (!templated) {
            running.withTemplate();
            templated = true;
        }
        return running.withCopyOfTemplate();
    }

    private static Map<String, String> settings(Server running, String url) throws IOException {
        // A data directory remembers the log of one database.
        Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-data")), "arena");
        return Map.of("quarkus.datasource.jdbc.url", url, "quarkus.datasource.username", running.user(),
                "quarkus.datasource.password", running.password(), "dohyo.data.dir", data.toString());
    }

    private static synchronized Server server() {
        if (server == null) {
            server = inContainer().orElseGet(PostgresResource::embedded);
        }
        return server;
    }

    private static Optional<Server> inContainer() {
        PostgreSQLContainer container = null;
        try {
            // An engine that answers but can't fetch what Testcontainers itself needs throws here.
            if (!DockerClientFactory.instance().isDockerAvailable()) {
                return Optional.empty();
            }
            container = new PostgreSQLContainer(DockerImageName.parse(IMAGE).asCompatibleSubstituteFor("postgres"));
            container.start();
            PostgreSQLContainer started = container;
            Runtime.getRuntime().addShutdownHook(new Thread(started::stop));
            Server running = reached(started);
            LOG.infof("Tests run on PostgreSQL in a container (Testcontainers, image %s)", IMAGE);
            return Optional.of(running);
        } catch (RuntimeException | SQLException e) {
            LOG.warnf("The image %s can't be run (%s): the embedded PostgreSQL takes its place", IMAGE, e.getMessage());
            if (container != null) {
                container.stop();
            }
            return Optional.empty();
        }
    }

    /**
     * At its own address, where that can be reached: its published port leads through a proxy, which copies each byte.
     * A container that runs may still be out of reach, where a sandbox keeps its network apart.
     */
    private static Server reached(PostgreSQLContainer started) throws SQLException {
        String own = started.getContainerInfo().getNetworkSettings().getNetworks().values().stream()
                .map(ContainerNetwork::getIpAddress).findFirst().orElse("");
        Server direct = at(own + ":" + PostgreSQLContainer.POSTGRESQL_PORT, started);
        try {
            reach(direct, DIRECT_SECONDS);
            return direct;
        } catch (SQLException e) {
            Server published = at(started.getHost() + ":"
                    + started.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT), started);
            reach(published, REACH_SECONDS);
            return published;
        }
    }

    private static Server at(String address, PostgreSQLContainer started) {
        return new Server(database -> "jdbc:postgresql://" + address + "/" + database, started.getUsername(),
                started.getPassword());
    }

    private static void reach(Server running, int seconds) throws SQLException {
        DriverManager.setLoginTimeout(seconds);
        try (Connection connection = DriverManager.getConnection(running.urls().apply("postgres"), running.user(),
                running.password())) {
            connection.createStatement().execute("select 1");
        }
    }

    private static Server embedded() {
        try {
            EmbeddedPostgres embedded = EmbeddedPostgres.start();
            LOG.info("Tests run on the embedded PostgreSQL");
            return new Server(database -> embedded.getJdbcUrl("postgres", database), "postgres", "postgres");
        } catch (IOException e) {
            throw new IllegalStateException("the embedded PostgreSQL did not start", e);
        }
    }

    /** The server stays for the next start; it ends with the JVM. */
    @Override
    public void stop() {
    }
}
