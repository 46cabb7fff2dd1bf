package org.dohyo.load;

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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * {@code target/quarkus-app} as a process with a fresh data directory and its embedded PostgreSQL, without limits of
 * battles.
 */
final class PackagedArena {

    private static final String METRICS_TOKEN = "a token for the figures";
    private static final String MANY = "100000000";
    private static final long STOP_SECONDS = 60;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> options;
    private final Path directory;
    private final int port;
    private Process process;

    PackagedArena(String options) {
        this.options = Arrays.stream(options.split(" ")).filter(option -> !option.isBlank()).toList();
        try (ServerSocket free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
            this.directory = Files.createTempDirectory("load");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    long pid() {
        return process.pid();
    }

    Path directory() {
        return directory;
    }

    void start() {
        List<String> command = new ArrayList<>(List.of("java"));
        command.addAll(options);
        command.addAll(List.of("-jar", "target/quarkus-app/quarkus-run.jar"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(directory.resolve("arena.log").toFile());
        builder.environment().putAll(Map.of("DOHYO_DATA_DIR", directory.resolve("arena").toString(),
                "QUARKUS_HTTP_PORT", Integer.toString(port), "DOHYO_METRICS_TOKEN", METRICS_TOKEN,
                "DOHYO_BATTLE_PER_NETWORK_AND_HOUR", MANY, "DOHYO_BATTLE_PER_VOTER_AND_HOUR", MANY,
                "DOHYO_FLOOD_VOTES_PER_NETWORK_AND_HOUR", "0",
                "DOHYO_FLOOD_PROOF_NUMBERS", "0", "DOHYO_BATTLE_READING_CHARACTERS_PER_SECOND", "0"));
        try {
            process = builder.start();
            // A run that breaks off leaves nothing behind.
            Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
            awaitReadiness();
            System.out.println("The arena runs at " + url() + " with its files in " + directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitReadiness() throws IOException, InterruptedException {
        while (process.isAlive()) {
            try {
                if (get("/q/health/ready").statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // It doesn't listen yet.
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IllegalStateException("ended at once: " + Files.readString(directory.resolve("arena.log")));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + path))
                .header("Authorization", "Bearer " + METRICS_TOKEN).build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** The arena's figures in Prometheus' text format. */
    String metrics() throws IOException, InterruptedException {
        HttpResponse<String> metrics = get("/q/metrics");
        if (metrics.statusCode() != 200) {
            throw new IllegalStateException("no metrics: " + metrics.statusCode());
        }
        return metrics.body();
    }

    Connection database() throws IOException, SQLException {
        String databasePort = Files.readAllLines(directory.resolve("arena/postgres/postmaster.pid")).get(3);
        String password = Files.readString(directory.resolve("arena/postgres.password")).strip();
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + databasePort
                + "/postgres?ApplicationName=figures", "postgres", password);
    }

    /** The first process of the embedded PostgreSQL. */
    long postmaster() throws IOException {
        return Long.parseLong(Files.readAllLines(directory.resolve("arena/postgres/postmaster.pid")).get(0));
    }

    /** The lines of its log that warn of something or name an error. */
    List<String> complaints() {
        try (Stream<String> lines = Files.lines(directory.resolve("arena.log"))) {
            return lines.filter(line -> line.contains(" WARN ") || line.contains(" ERROR ")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void stop() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
