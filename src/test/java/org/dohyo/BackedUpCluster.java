package org.dohyo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Debian's PostgreSQL whose write-ahead log is archived by Debian's pgBackRest, with the configuration of
 * docs/operations. All of it runs as the user {@code postgres} where the test runs as root, which PostgreSQL refuses.
 */
final class BackedUpCluster implements AutoCloseable {

    private static final Path PACKAGES = Path.of("/usr/lib/postgresql");
    private static final String USER = "postgres";
    private static final String PASSWORD = "a password of the arena";
    private static final long PATIENCE_SECONDS = 120;

    private final Path directory;
    private final Path data;
    private final Path configuration;
    private final int port = ArenaProcess.freePort();
    private int commands;

    /** Makes a new cluster in that directory, with a database for an arena, and starts it. */
    BackedUpCluster(Path directory) throws IOException, InterruptedException {
        this.directory = Files.createDirectory(directory);
        this.data = directory.resolve("main");
        this.configuration = directory.resolve("pgbackrest.conf");
        for (String each : List.of("repository", "log", "lock")) {
            Files.createDirectory(directory.resolve(each));
        }
        Files.writeString(configuration, Files.readString(Path.of("docs/operations/pgbackrest.conf"))
                .replace("/var/lib/pgbackrest", directory.resolve("repository").toString())
                .replace("/var/lib/postgresql/15/main", data.toString())
                .replace("/var/run/postgresql", directory.toString()).replace("5432", Integer.toString(port))
                .replace("[global]\n", "[global]\nlog-path=%1$s/log\nlock-path=%1$s/lock\n".formatted(directory)));
        giveToPostgres();
        server("initdb", "--username=" + USER, "--auth-local=trust", "--auth-host=scram-sha-256", "--data-checksums");
        Path settings = data.resolve("postgresql.conf");
        Files.writeString(settings, Files.readString(settings) + """
                port = %1$d
                listen_addresses = '127.0.0.1'
                unix_socket_directories = '%2$s'
                archive_mode = on
                archive_command = 'pgbackrest --config=%3$s --stanza=arena archive-push %%p'
                """.formatted(port, directory, configuration));
        start();
        sql("create role dohyo login password '" + PASSWORD + "'");
        sql("create database dohyo owner dohyo");
    }

    static boolean isInstalled() throws IOException {
        return Files.isExecutable(Path.of("/usr/bin/pgbackrest")) && programs().isPresent();
    }

    private static Optional<Path> programs() throws IOException {
        if (!Files.isDirectory(PACKAGES)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(PACKAGES)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(programs -> Files.isExecutable(programs.resolve("initdb"))).findFirst();
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private void giveToPostgres() throws IOException, InterruptedException {
        if (isRoot()) {
            // The directory above is the test's own: others may pass through it.
            run(List.of("chmod", "711", directory.getParent().toString()));
            run(List.of("chown", "-R", USER, directory.toString()));
        }
    }

    /** What an arena needs to run on it. */
    Map<String, String> environment() {
        return Map.of("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:" + port + "/dohyo",
                "QUARKUS_DATASOURCE_USERNAME", "dohyo", "QUARKUS_DATASOURCE_PASSWORD", PASSWORD);
    }

    void start() throws IOException, InterruptedException {
        server("pg_ctl", "-w", "-l", directory.resolve("postgres.log").toString(), "start");
    }

    void stop() throws IOException, InterruptedException {
        server("pg_ctl", "-w", "-m", "fast", "stop");
    }

    private void server(String program, String... arguments) throws IOException, InterruptedException {
        List<String> command = asPostgres(programs().orElseThrow().resolve(program).toString(), "-D",
                data.toString());
        command.addAll(List.of(arguments));
        run(command);
    }

    /** Runs pgBackRest for this cluster; returns what it wrote. */
    String pgBackRest(String... arguments) throws IOException, InterruptedException {
        List<String> command = asPostgres("pgbackrest", "--config=" + configuration, "--stanza=arena");
        command.addAll(List.of(arguments));
        return run(command);
    }

    /** One value, as its superuser reads it. */
    String sql(String statement) throws IOException, InterruptedException {
        return run(asPostgres("psql", "-h", directory.toString(), "-p", Integer.toString(port), "-U", USER, "-tAqc",
                statement)).strip();
    }

    private static List<String> asPostgres(String... command) {
        List<String> words = new ArrayList<>(isRoot() ? List.of("runuser", "-u", USER, "--") : List.of());
        words.addAll(List.of(command));
        return words;
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        Path output = directory.resolveSibling("command" + commands++);
        Process process = new ProcessBuilder(command).directory(Path.of("/").toFile()).redirectErrorStream(true)
                .redirectOutput(output.toFile()).start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("still ran: " + command + " " + Files.readString(output));
        }
        assertThat(process.exitValue()).as("%s: %s", command, Files.readString(output)).isZero();
        return Files.readString(output);
    }

    @Override
    public void close() throws IOException {
        try {
            if (Files.exists(data.resolve("postmaster.pid"))) {
                server("pg_ctl", "-w", "-m", "immediate", "stop");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
