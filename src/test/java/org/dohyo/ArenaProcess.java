package org.dohyo;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The packaged application as a process of its own, for what only shows from outside: starts, refusals and kills. Each
 * one writes to files of its own, so that a run can be looked at after its end.
 */
public final class ArenaProcess implements AutoCloseable {

    /** The application of this build. */
    public static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    /** A script votes at once, and all of them from one network. */
    private static final Map<String, String> SCRIPTED = Map.of("DOHYO_BATTLE_READING_CHARACTERS_PER_SECOND", "0",
            "DOHYO_FLOOD_VOTES_PER_NETWORK_AND_HOUR", "0", "DOHYO_FLOOD_PROOF_NUMBERS", "0");
    private static final HttpClient HTTP = Http1.client();

    private final Path dataDirectory;
    private final int port;
    private final Process process;
    private final Path output;
    private final Path errors;

    private ArenaProcess(Path dataDirectory, int port, Process process, Path output, Path errors) {
        this.dataDirectory = dataDirectory;
        this.port = port;
        this.process = process;
        this.output = output;
        this.errors = errors;
    }

    /**
     * Starts on {@code dataDirectory}; returns when it serves and has printed its start's lines, fails if it ends
     * before.
     */
    public static ArenaProcess start(Path dataDirectory, Map<String, String> environment, String... jvmArguments) {
        return ready(launch(dataDirectory, environment, jvmArguments));
    }

    /** Starts a package as its users do: {@link #JAR}, or that of another build. */
    public static ArenaProcess start(Path jar, Path dataDirectory, Map<String, String> environment) {
        return ready(launch(jar, dataDirectory, environment));
    }

    /** Starts a package as its users do, without waiting, for a start that is to be refused. */
    public static ArenaProcess launch(Path jar, Path dataDirectory, Map<String, String> environment) {
        return launch(command(List.of("-jar", jar.toString())), dataDirectory, environment);
    }

    private static ArenaProcess ready(ArenaProcess arena) {
        try {
            await().atMost(PATIENCE).until(() -> !arena.process.isAlive() || arena.ready() && arena.hasSaidSo());
        } catch (RuntimeException e) {
            arena.close();
            throw e;
        }
        if (!arena.process.isAlive()) {
            throw new AssertionError("The start was refused: " + arena.errors() + arena.output());
        }
        return arena;
    }

    public static ArenaProcess start(Path dataDirectory) {
        return start(dataDirectory, Map.of());
    }

    /** Starts without waiting, for a start that is to be refused. */
    public static ArenaProcess launch(Path dataDirectory, Map<String, String> environment, String... jvmArguments) {
        return launch(command(ClassArchive.arguments(), jvmArguments), dataDirectory, environment);
    }

    private static ArenaProcess launch(List<String> command, Path dataDirectory, Map<String, String> environment) {
        try {
            Path runs = Files.createDirectories(Path.of("target", "arenas"));
            Path output = Files.createTempFile(runs, "arena", ".out");
            Path errors = Files.createTempFile(runs, "arena", ".err");
            int port = freePort();
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectOutput(output.toFile()).redirectError(errors.toFile());
            Map<String, String> own = builder.environment();
            own.keySet().removeIf(name -> name.startsWith("QUARKUS_") || name.startsWith("DOHYO_"));
            own.put("DOHYO_DATA_DIR", dataDirectory.toString());
            own.put("QUARKUS_HTTP_PORT", Integer.toString(port));
            own.putAll(SCRIPTED);
            own.putAll(environment);
            return new ArenaProcess(dataDirectory, Integer.parseInt(own.get("QUARKUS_HTTP_PORT")), builder.start(),
                    output,
                    errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How a command ended and what it wrote. */
    public record Ran(int code, String output, String errors) {
    }

    /** Runs a sub-command to its end, as an operator would beside the data directory. */
    public static Ran command(Path dataDirectory, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        Path runs = Files.createDirectories(Path.of("target", "arenas"));
        Path output = Files.createTempFile(runs, "command", ".out");
        Path errors = Files.createTempFile(runs, "command", ".err");
        List<String> command = new ArrayList<>(command());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        builder.environment().put("DOHYO_DATA_DIR", dataDirectory.toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("still ran: " + read(output) + read(errors));
        }
        return new Ran(process.exitValue(), read(output), read(errors));
    }

    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public int port() {
        return port;
    }

    public String output() {
        return read(output);
    }

    public String errors() {
        return read(errors);
    }

    /** The exit code of a run that ends by itself; one that does not is killed. */
    public int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("still ran: " + output());
        }
        return process.exitValue();
    }

    /** A connection to the embedded database, beside the application's own. */
    public Connection database() throws SQLException {
        String password = read(dataDirectory.resolve("postgres.password")).strip();
        String databasePort = read(dataDirectory.resolve("postgres/postmaster.pid")).lines().toList().get(3).strip();
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + databasePort + "/postgres", "postgres",
                password);
    }

    /** Ends the run as an operator would; returns when nothing of it is left. */
    public void stop() throws InterruptedException {
        process.destroy();
        exitCode();
    }

    /** Kills the application; its database is left behind. */
    public void kill9() throws InterruptedException {
        process.destroyForcibly();
        exitCode();
    }

    /** Kills every process of the embedded database at one blow; the application is left without. */
    public void killPostgres9() throws IOException, InterruptedException {
        kill(postgresPids());
    }

    /** What a test does while the database is away. */
    @FunctionalInterface
    public interface Absence {

        void run() throws IOException;
    }

    /** Kills the database as {@link #killPostgres9}; it can't start again before {@code absence} has run. */
    public void withoutPostgres(Absence absence) throws IOException, InterruptedException {
        Path control = dataDirectory.resolve("postgres/global/pg_control");
        Path aside = dataDirectory.resolve("pg_control");
        Files.move(control, aside);
        try {
            killPostgres9();
            absence.run();
        } finally {
            Files.move(aside, control);
        }
    }

    /** Kills the application and its database at one blow, as a power cut would. */
    public void killAll9() throws IOException, InterruptedException {
        List<Long> pids = new ArrayList<>(postgresPids());
        pids.add(process.pid());
        kill(pids);
        exitCode();
    }

    /** Leaves nothing behind, whatever the test did. */
    @Override
    public void close() {
        try {
            killPostgres9();
            process.destroyForcibly().waitFor();
            killPostgres9();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Long> postgresPids() {
        return ServerKill.pidsIn(dataDirectory.resolve("postgres"));
    }

    private static void kill(List<Long> pids) throws IOException, InterruptedException {
        ServerKill.kill9(pids);
    }

    /** What runs a sub-command of this build, without its arguments. */
    public static List<String> command() {
        return command(ClassArchive.arguments());
    }

    private static List<String> command(List<String> application, String... jvmArguments) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        // The first compiler alone and the simplest collector, without collections for the room of classes: a process of
        // seconds is done sooner.
        return Stream.of(Stream.of(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:MetaspaceSize=256m"),
                Stream.of(jvmArguments), application.stream()).flatMap(part -> part).toList();
    }

    /** The lines of the start, which name the desk, come after readiness. */
    private boolean hasSaidSo() {
        return output().contains("/desk");
    }

    private boolean ready() {
        try {
            return HTTP.send(HttpRequest.newBuilder(URI.create(url() + "/q/health/ready")).build(),
                    HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
