package org.dohyo.support.embedded;

import java.io.Closeable;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.dohyo.support.StartFailure;
import org.jboss.logging.Logger;

import com.sun.management.OperatingSystemMXBean;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * A PostgreSQL server that runs beside the application, with its data in the data directory. It is as durable as a
 * separate server, and the next start recovers the data however the last run ended. A server that ends before
 * {@link #close} is started again at the same address.
 */
public final class EmbeddedDatabase implements Closeable {

    /** The superuser with which the cluster is created. */
    public static final String USER = "postgres";

    private static final Logger LOG = Logger.getLogger(EmbeddedDatabase.class);
    private static final long RESTART_SECONDS = 2;
    private static final long STOP_SECONDS = 30;
    private static final String MAJOR_VERSION = "18";
    private static final String CLUSTER = "postgres";
    private static final String PASSWORD = "postgres.password";
    /** Long, because replaying the log after a crash takes time, and giving up early would look like data loss. */
    private static final Duration START_PATIENCE = Duration.ofMinutes(5);
    /** A server that runs is there much sooner, whether it accepts connections yet or not. */
    private static final Duration RESTART_PATIENCE = Duration.ofSeconds(10);
    private static final long BEAT_MILLIS = 200;
    private static final Map<String, String> SAFE = Map.of("fsync", "on", "synchronous_commit", "on",
            "full_page_writes", "on", "listen_addresses", "127.0.0.1", "unix_socket_directories", "");
    private static final OperatingSystemMXBean MACHINE = ManagementFactory
            .getPlatformMXBean(OperatingSystemMXBean.class);
    private static final int LEAST_BUFFERS = 128;
    private static final int MOST_BUFFERS = 512;
    private static final int OF_MEMORY = 16;

    private final DataDirectory directory;
    private final Path cluster;
    private final PasswordFile password;
    private final ScheduledExecutorService restarts = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "dohyo-database");
        thread.setDaemon(true);
        return thread;
    });
    private volatile EmbeddedPostgres server;

    private EmbeddedDatabase(DataDirectory directory) {
        this.directory = directory;
        this.cluster = directory.resolve(CLUSTER);
        this.password = new PasswordFile(directory.resolve(PASSWORD));
    }

    /** Starts on new or existing data in {@code path} and holds the directory until {@link #close}. */
    public static EmbeddedDatabase start(Path path) {
        return start(path, Map.of());
    }

    /** {@code overrides} are for the test that proves the need for the safe settings. */
    static EmbeddedDatabase start(Path path, Map<String, String> overrides) {
        EmbeddedDatabase database = new EmbeddedDatabase(DataDirectory.open(path));
        try {
            database.run(overrides);
            database.restartAtItsEnd(overrides);
            return database;
        } catch (IOException | RuntimeException e) {
            database.release();
            throw e instanceof StartFailure failure ? failure : database.failure(e);
        } catch (InterruptedException e) {
            database.release();
            Thread.currentThread().interrupt();
            throw database.failure(e);
        }
    }

    /** How the database of a run is reached by others of this machine's user. */
    public record Address(String url, String password) {
    }

    /** True if the directory has a database, running or not. */
    public static boolean isIn(Path path) {
        return Files.exists(path.resolve(CLUSTER).resolve("PG_VERSION"));
    }

    /** The database of another process that holds the directory now; empty if none does. */
    public static Optional<Address> running(Path path) {
        if (!DataDirectory.isHeld(path)) {
            return Optional.empty();
        }
        try {
            int port = PostmasterPid.read(path.resolve(CLUSTER)).map(PostmasterPid::port).orElse(0);
            if (port == 0) {
                throw new StartFailure("The embedded PostgreSQL in %s is just starting: try again.".formatted(path));
            }
            return Optional.of(new Address(url(port), new PasswordFile(path.resolve(PASSWORD)).read()));
        } catch (IOException e) {
            throw new StartFailure("The data directory %s can't be read by this user.".formatted(path), e);
        }
    }

    public String url() {
        return url(server.getPort());
    }

    private static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    public String password() {
        try {
            return password.read();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /**
     * Moves a database that is not running into a directory that has none. The cluster is moved last, so that a
     * directory with a cluster has the password too.
     */
    public static void move(Path from, Path to) throws IOException {
        Files.move(from.resolve(PASSWORD), to.resolve(PASSWORD), StandardCopyOption.REPLACE_EXISTING);
        Files.move(from.resolve(CLUSTER), to.resolve(CLUSTER));
        Directories.delete(from);
    }

    /** Shuts the server down cleanly, then releases the directory. */
    @Override
    public void close() throws IOException {
        restarts.shutdownNow();
        try {
            if (!restarts.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("The embedded PostgreSQL is being started again while it is to stop");
            }
            server.close();
            // The library gives up after five seconds; a large checkpoint takes longer.
            new LeftoverServer(cluster).end();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            directory.close();
        }
    }

    private void run(Map<String, String> overrides) throws IOException, InterruptedException {
        checkVersion();
        new LeftoverServer(cluster).end();
        Path unfinished = directory.resolve("postgres.unfinished");
        if (Files.exists(unfinished)) {
            // The first start was interrupted before anything could be stored.
            Directories.delete(cluster);
        }
        boolean first = !Files.exists(cluster);
        if (first) {
            Files.writeString(unfinished, "");
            password.create();
        } else if (!password.exists()) {
            throw new StartFailure("The password file %s of the embedded database is missing: put it back."
                    .formatted(password.path()));
        }
        server = prepared(overrides, 0).start();
        Files.deleteIfExists(unfinished);
    }

    private void restartAtItsEnd(Map<String, String> overrides) throws IOException {
        // The library's own process is pg_ctl, which ends as soon as the server runs.
        Optional<ProcessHandle> postmaster = PostmasterPid.read(cluster).map(PostmasterPid::pid)
                .flatMap(ProcessHandle::of);
        // Refused once the restarts are shut down: that end was asked for.
        postmaster.ifPresent(
                process -> process.onExit().thenRun(() -> restarts.execute(() -> restart(overrides))));
    }

    private void restart(Map<String, String> overrides) {
        int port = server.getPort();
        LOG.warn("The embedded PostgreSQL has ended; it is started again");
        try {
            new LeftoverServer(cluster).end();
            server.close();
            server = started(prepared(overrides, port));
            restartAtItsEnd(overrides);
            LOG.info("The embedded PostgreSQL runs again");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            LOG.errorf("The embedded PostgreSQL did not start again (%s): its log is %s. The next try is in %d s.",
                    e.getMessage(), directory.resolve("postgres.log"), RESTART_SECONDS);
            restarts.schedule(() -> restart(overrides), RESTART_SECONDS, TimeUnit.SECONDS);
        }
    }

    /**
     * Megabytes of the database's buffers, for a machine or container with that many bytes of memory. A large import
     * touches pages all over its indexes, since its keys come in no order.
     */
    static long buffers(long memory) {
        return Math.max(LEAST_BUFFERS, Math.min(MOST_BUFFERS, (memory >> 20) / OF_MEMORY));
    }

    /**
     * Starts a server that has run before. The library waits its whole patience for one that has ended at once; here it
     * ends when no server is there, so that the next try is soon.
     */
    private EmbeddedPostgres started(EmbeddedPostgres.Builder prepared) throws IOException, InterruptedException {
        FutureTask<EmbeddedPostgres> start = new FutureTask<>(prepared::start);
        Thread starter = new Thread(start, "dohyo-database-start");
        starter.setDaemon(true);
        starter.start();
        ServerProcesses processes = new ServerProcesses(cluster);
        long seen = System.nanoTime();
        while (System.nanoTime() - seen < RESTART_PATIENCE.toNanos()) {
            try {
                return start.get(BEAT_MILLIS, TimeUnit.MILLISECONDS);
            } catch (ExecutionException e) {
                throw new IOException(e.getCause().getMessage(), e.getCause());
            } catch (TimeoutException e) {
                boolean there = PostmasterPid.read(cluster).filter(server -> processes.ours(server.pid())).isPresent();
                seen = there ? System.nanoTime() : seen;
            }
        }
        start.cancel(true);
        throw new IOException("it ended at once");
    }

    /** @param port 0 for any free one */
    private EmbeddedPostgres.Builder prepared(Map<String, String> overrides, int port) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder().setDataDirectory(cluster)
                .setPort(port).setCleanDataDirectory(false).setRegisterShutdownHook(false)
                .setPGStartupWait(START_PATIENCE)
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(directory.resolve("postgres.log").toFile()))
                .setLocaleConfig("auth", "scram-sha-256").setLocaleConfig("pwfile", password.path().toString())
                // PostgreSQL's own locale, not the machine's: the same text sorts the same way everywhere.
                .setLocaleConfig("locale-provider", "builtin").setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C").setConnectConfig("password", password.read());
        SAFE.forEach(builder::setServerConfig);
        builder.setServerConfig("shared_buffers", buffers(MACHINE.getTotalMemorySize()) + "MB");
        builder.setServerConfig("max_wal_size", "2GB");
        overrides.forEach(builder::setServerConfig);
        return builder;
    }

    private void checkVersion() throws IOException {
        Path file = cluster.resolve("PG_VERSION");
        if (!Files.exists(file)) {
            return;
        }
        String version = Files.readString(file).strip();
        if (!version.equals(MAJOR_VERSION) && !version.isEmpty()) {
            throw new StartFailure(
                    "The data in %s is of PostgreSQL %s and this version of Dohyo brings PostgreSQL %s: move the data with pg_dump, or start the version of Dohyo that wrote it."
                            .formatted(directory, version, MAJOR_VERSION));
        }
    }

    private StartFailure failure(Exception cause) {
        return new StartFailure("The embedded PostgreSQL in %s did not start: its log is %s."
                .formatted(directory, directory.resolve("postgres.log")), cause);
    }

    private void release() {
        try {
            directory.close();
        } catch (IOException e) {
            throw new StartFailure("The data directory %s could not be let go.".formatted(directory), e);
        }
    }
}
