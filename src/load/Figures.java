import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The packaged application's figures as a Markdown table: starts, sizes, memory after 100 battles, and the time from a
 * vote to the snapshot that counts it. After {@code ./mvnw -DskipTests package}: {@code java src/load/Figures.java}.
 */
public class Figures {

    private static final Path APPLICATION = Path.of("target/quarkus-app");
    private static final int VOTERS = 10;
    private static final int BATTLES_EACH = 10;
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final Pattern VOTES = Pattern.compile("\"votes\":(\\d+)");

    private final Path data = Files.createTempDirectory("figures");
    private final int port;
    private Process application;

    private record Ready(HttpClient voter, String battle) {
    }

    private Figures() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
    }

    public static void main(String[] arguments) throws Exception {
        new Figures().measure();
        System.exit(0);
    }

    private void measure() throws Exception {
        System.out.println("| figure | measured |\n| --- | --- |");
        row("first start to first byte", start() + " ms");
        stop();
        long[] later = new long[3];
        for (int i = 0; i < later.length; i++) {
            later[i] = start();
            if (i < later.length - 1) {
                stop();
            }
        }
        Arrays.sort(later);
        row("later start to first byte, median of 3", later[1] + " ms");
        row("application, all jars", size(APPLICATION) / 1_000_000 + " MB");
        row("its own jar", size(APPLICATION.resolve("app")) / 1_000 + " kB");
        try {
            List<Ready> ready = fight();
            row("JVM's memory after " + ready.size() + " battles (RSS)", rss(application.pid()) / 1_000 + " MB");
            row("PostgreSQL's, all processes, shared pages counted once each (PSS)", postgresMemory() / 1_000 + " MB");
            ready.addAll(fight());
            long[] latencies = vote(ready);
            row("vote to snapshot event over " + latencies.length + " votes",
                    "p50 " + latencies[latencies.length / 2] + " ms, p99 " + latencies[latencies.length * 99 / 100]
                            + " ms");
        } finally {
            stop();
        }
    }

    private static void row(String figure, String measured) {
        System.out.println("| " + figure + " | " + measured + " |");
    }

    private long start() throws Exception {
        ProcessBuilder builder = new ProcessBuilder("java", "-jar", APPLICATION.resolve("quarkus-run.jar").toString())
                .redirectErrorStream(true).redirectOutput(data.resolve("log").toFile());
        builder.environment().putAll(java.util.Map.of("DOHYO_DATA_DIR", data.resolve("arena").toString(),
                "QUARKUS_HTTP_PORT", Integer.toString(port), "DOHYO_BATTLE_PER_NETWORK_AND_HOUR", "1000",
                "DOHYO_FLOOD_VOTES_PER_NETWORK_AND_HOUR", "0", "DOHYO_FLOOD_PROOF_NUMBERS", "0",
                "DOHYO_BATTLE_READING_CHARACTERS_PER_SECOND", "0"));
        long begun = System.nanoTime();
        application = builder.start();
        HttpClient http = HttpClient.newHttpClient();
        while (application.isAlive()) {
            try {
                http.send(HttpRequest.newBuilder(uri("/")).build(), HttpResponse.BodyHandlers.ofString());
                return millisSince(begun);
            } catch (IOException e) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
        throw new IllegalStateException("ended at once: " + Files.readString(data.resolve("log")));
    }

    private void stop() throws Exception {
        application.destroy();
        if (!application.waitFor(60, TimeUnit.SECONDS)) {
            application.destroyForcibly();
        }
    }

    private List<Ready> fight() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(VOTERS);
        List<Callable<List<Ready>>> voters = new ArrayList<>();
        for (int i = 0; i < VOTERS; i++) {
            voters.add(this::fightAsOneVoter);
        }
        List<Ready> all = new ArrayList<>();
        for (Future<List<Ready>> voter : threads.invokeAll(voters)) {
            all.addAll(voter.get());
        }
        return all;
    }

    private List<Ready> fightAsOneVoter() throws Exception {
        HttpClient voter = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        List<Ready> ready = new ArrayList<>();
        for (int i = 0; i < BATTLES_EACH; i++) {
            Matcher id = ID.matcher(post(voter, "/api/battles", "{\"prompt\":\"Explain the tides, part " + i + "\"}"));
            if (!id.find()) {
                throw new IllegalStateException("no battle");
            }
            HttpResponse<Stream<String>> events = voter.send(HttpRequest.newBuilder(uri("/api/battles/" + id.group(1)
                    + "/events")).build(), HttpResponse.BodyHandlers.ofLines());
            try (Stream<String> lines = events.body()) {
                lines.takeWhile(line -> !line.equals("event:ready")).count();
            }
            ready.add(new Ready(voter, id.group(1)));
        }
        return ready;
    }

    private record Seen(long votes, long at) {
    }

    private long[] vote(List<Ready> ready) throws Exception {
        LinkedBlockingQueue<Seen> seen = new LinkedBlockingQueue<>();
        InputStream events = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri("/api/leaderboard/events")).build(),
                        HttpResponse.BodyHandlers.ofInputStream())
                .body();
        Thread reader = new Thread(() -> read(events, seen));
        reader.setDaemon(true);
        reader.start();
        long[] latencies = new long[ready.size()];
        for (int i = 0; i < latencies.length; i++) {
            Ready next = ready.get(i);
            long begun = System.nanoTime();
            post(next.voter(), "/api/battles/" + next.battle() + "/vote", "{\"outcome\":\"A\"}");
            Seen last;
            do {
                last = seen.poll(30, TimeUnit.SECONDS);
                if (last == null) {
                    throw new IllegalStateException("vote " + i + " was not counted within 30 s");
                }
            } while (last.votes() <= i);
            latencies[i] = (last.at() - begun) / 1_000_000;
        }
        Arrays.sort(latencies);
        return latencies;
    }

    private static void read(InputStream events, LinkedBlockingQueue<Seen> seen) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(events, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher votes = VOTES.matcher(line);
                if (line.startsWith("data:") && votes.find()) {
                    seen.add(new Seen(Long.parseLong(votes.group(1)), System.nanoTime()));
                }
            }
        } catch (IOException e) {
            // The application has ended.
        }
    }

    private String post(HttpClient voter, String path, String json) throws Exception {
        HttpResponse<String> answer = voter
                .send(HttpRequest.newBuilder(uri(path)).header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json)).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static long millisSince(long begun) {
        return (System.nanoTime() - begun) / 1_000_000;
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        }
    }

    /** Resident memory in kB. */
    private static long rss(long pid) throws IOException {
        return kilobytes(Path.of("/proc/" + pid + "/status"), "VmRSS:");
    }

    private long postgresMemory() throws IOException {
        long sum = 0;
        Path cluster = data.resolve("arena/postgres").toRealPath();
        for (ProcessHandle process : ProcessHandle.allProcesses().toList()) {
            Path proc = Path.of("/proc/" + process.pid());
            try {
                if (Files.readSymbolicLink(proc.resolve("cwd")).equals(cluster)) {
                    sum += kilobytes(proc.resolve("smaps_rollup"), "Pss:");
                }
            } catch (IOException e) {
                // Not ours to look into, or gone.
            }
        }
        return sum;
    }

    private static long kilobytes(Path file, String field) throws IOException {
        return Files.readAllLines(file).stream().filter(line -> line.startsWith(field)).findFirst()
                .map(line -> Long.parseLong(line.replaceAll("\\D", ""))).orElse(0L);
    }
}
