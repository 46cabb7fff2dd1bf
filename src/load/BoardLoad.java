import java.io.IOException;
import java.io.InputStream;
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
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What readers of the leaderboard cost, with a board of 200 models in the packaged application: the page made anew and from
 * memory, JSON and 304 per second, and how long after a vote's answer all of so many listening browsers have the new page.
 * {@code java src/load/BoardLoad.java 1000} after {@code ./mvnw package -DskipTests}. It runs on the same machine, so that
 * its own work slows the application; its CPU time is told apart.
 */
public class BoardLoad {

    private static final int MODELS = 200;
    private static final int PAGES = 200;
    private static final int ROUNDS = 5;
    private static final int RUNNING = 64;
    private static final String PASSWORD = "a password for the figures";

    private final Path data = Files.createTempDirectory("board-load");
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;
    private Process application;

    private BoardLoad() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
    }

    public static void main(String[] arguments) throws Exception {
        BoardLoad load = new BoardLoad();
        load.start();
        try {
            load.fill();
            load.pages();
            load.throughput("JSON from memory", Map.of());
            String tag = load.get("/api/leaderboard", Map.of()).headers().firstValue("ETag").orElseThrow();
            load.throughput("304", Map.of("If-None-Match", tag));
            load.listeners(Integer.parseInt(arguments[0]));
            System.out.printf("memory of the application's JVM (RSS): %d MB with -Xmx512m%n", load.rss() / 1000);
            System.out.printf("CPU of this program: %.1f s%n", ProcessHandle.current().info().totalCpuDuration().orElseThrow()
                    .toMillis() / 1000.0);
        } finally {
            load.application.destroy();
            load.application.waitFor(60, TimeUnit.SECONDS);
        }
        System.exit(0);
    }

    private void start() throws Exception {
        ProcessBuilder builder = new ProcessBuilder("java", "-Xmx512m", "-jar", "target/quarkus-app/quarkus-run.jar")
                .redirectErrorStream(true).redirectOutput(data.resolve("log").toFile());
        builder.environment().putAll(Map.of("DOHYO_DATA_DIR", data.resolve("arena").toString(), "QUARKUS_HTTP_PORT",
                Integer.toString(port), "DOHYO_ADMIN_PASSWORD", PASSWORD));
        application = builder.start();
        while (application.isAlive()) {
            try {
                get("/q/health/ready", Map.of());
                return;
            } catch (IOException e) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        throw new IllegalStateException("ended at once: " + Files.readString(data.resolve("log")));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private HttpResponse<String> get(String path, Map<String, String> headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path);
        headers.forEach(request::header);
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Every model meets ten others, ten times each. */
    private void fill() throws Exception {
        String votes = IntStream.range(0, MODELS * 100).mapToObj(i -> {
            int a = i % MODELS;
            int b = (a + 1 + i / MODELS % 10 * 7) % MODELS;
            return "{\"question_id\":\"q%d\",\"model_a\":\"model-%03d\",\"model_b\":\"model-%03d\",\"winner\":\"%s\",\"judge\":\"j%d\",\"tstamp\":1700000000}"
                    .formatted(i, a, b, (i * 7919L) % 1000 < 500 + (b - a) ? "model_a" : "model_b", i % 900);
        }).collect(Collectors.joining(",", "[", "]"));
        String basic = Base64.getEncoder().encodeToString(("admin:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        client.send(request("/api/admin/votes/import?format=fastchat").header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/octet-stream").POST(HttpRequest.BodyPublishers.ofString(votes)).build(),
                HttpResponse.BodyHandlers.ofString());
        while (!get("/api/leaderboard", Map.of()).body().matches("(?s).*\"uncertaintyLogSize\":" + MODELS * 100 + ".*")) {
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    /** Each page with another, idle filter is made anew; the same one again comes from memory. */
    private void pages() throws Exception {
        double[] made = new double[PAGES];
        double[] kept = new double[PAGES];
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < PAGES; i++) {
                String path = "/leaderboard?minVotes=" + (1 + i % 100) + "&reverse=" + (i < 100) + "&name=" + "model".substring(round);
                made[i] = millis(path);
                kept[i] = millis(path);
            }
        }
        System.out.printf("page of %d models, made anew: p50 %.1f ms, p99 %.1f ms; from memory: p50 %.1f ms%n", MODELS,
                at(made, 0.5), at(made, 0.99), at(kept, 0.5));
    }

    private double millis(String path) throws Exception {
        long start = System.nanoTime();
        get(path, Map.of("Accept", "text/html", "Accept-Encoding", "gzip"));
        return (System.nanoTime() - start) / 1e6;
    }

    private static double at(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
    }

    private void throughput(String what, Map<String, String> headers) throws Exception {
        for (int seconds : new int[] { 3, 5 }) {
            Semaphore running = new Semaphore(RUNNING);
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
            long sent = 0;
            while (System.nanoTime() < end) {
                running.acquire();
                HttpRequest.Builder request = request("/api/leaderboard");
                headers.forEach(request::header);
                client.sendAsync(request.build(), HttpResponse.BodyHandlers.discarding()).whenComplete((a, b) -> running.release());
                sent++;
            }
            running.acquire(RUNNING);
            if (seconds == 5) {
                System.out.printf("%s: %d per second%n", what, sent / seconds);
            }
        }
    }

    /** A browser as the leaderboard's script is one: told of a snapshot, it fetches the page, one request at a time. */
    private final class Listener {

        private final AtomicBoolean running = new AtomicBoolean();
        private volatile boolean again;
        private volatile String tag = "";
        private volatile long changedAt;

        void listen(CountDownLatch connected) {
            client.sendAsync(request("/api/leaderboard/events").header("Accept", "text/event-stream").build(),
                    HttpResponse.BodyHandlers.ofLines()).thenAcceptAsync(response -> {
                        connected.countDown();
                        response.body().filter(line -> line.startsWith("event:snapshot")).forEach(line -> refresh());
                    }, task -> new Thread(null, task, "listener", 64 << 10).start());
        }

        void refresh() {
            if (!running.compareAndSet(false, true)) {
                again = true;
                return;
            }
            client.sendAsync(request("/leaderboard").header("Accept", "text/html").header("Accept-Encoding", "gzip").build(),
                    HttpResponse.BodyHandlers.ofInputStream()).whenComplete((response, error) -> {
                        if (response != null) {
                            drain(response.body());
                            String now = response.headers().firstValue("ETag").orElse("");
                            if (!now.equals(tag)) {
                                tag = now;
                                changedAt = changedAt == 0 ? System.nanoTime() : changedAt;
                            }
                        }
                        running.set(false);
                        if (again) {
                            again = false;
                            refresh();
                        }
                    });
        }
    }

    private static void drain(InputStream body) {
        try (body) {
            body.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void listeners(int count) throws Exception {
        List<Listener> listeners = new ArrayList<>();
        CountDownLatch connected = new CountDownLatch(count);
        for (int i = 0; i < count; i++) {
            Listener listener = new Listener();
            listeners.add(listener);
            listener.listen(connected);
        }
        connected.await(60, TimeUnit.SECONDS);
        System.out.printf("%d of %d listeners connected%n", count - connected.getCount(), count);
        for (int round = 0; round <= ROUNDS; round++) {
            Voter voter = new Voter();
            voter.fight();
            // What the former vote set off at the slower beat must have ended.
            TimeUnit.SECONDS.sleep(4);
            listeners.forEach(listener -> listener.changedAt = 0);
            voter.vote();
            long answered = System.nanoTime();
            long deadline = answered + TimeUnit.SECONDS.toNanos(20);
            while (System.nanoTime() < deadline && listeners.stream().anyMatch(listener -> listener.changedAt == 0)) {
                TimeUnit.MILLISECONDS.sleep(5);
            }
            double[] waits = listeners.stream().filter(listener -> listener.changedAt > 0)
                    .mapToDouble(listener -> (listener.changedAt - answered) / 1e6).toArray();
            if (round > 0) {
                System.out.printf("vote %d: %d have the new page; p50 %.0f ms, p99 %.0f ms, last %.0f ms%n", round, waits.length,
                        at(waits, 0.5), at(waits, 0.99), at(waits, 1));
            }
        }
    }

    /** Someone who has not been here before. */
    private final class Voter {

        private String cookie;
        private String battle;

        void fight() throws Exception {
            HttpResponse<String> begun = client.send(request("/api/battles").header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"prompt\":\"Why is the sky blue?\"}")).build(),
                    HttpResponse.BodyHandlers.ofString());
            cookie = begun.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
            Matcher id = Pattern.compile("\"id\":\"([^\"]+)\"").matcher(begun.body());
            id.find();
            battle = "/api/battles/" + id.group(1);
            CompletableFuture<?> watched = client.sendAsync(request(battle + "/events").header("Cookie", cookie).build(),
                    HttpResponse.BodyHandlers.ofLines()).thenAcceptAsync(
                            response -> response.body().anyMatch(line -> line.startsWith("event:ready")));
            watched.get(60, TimeUnit.SECONDS);
        }

        void vote() throws Exception {
            HttpResponse<String> voted = client.send(request(battle + "/vote").header("Cookie", cookie)
                    .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString("{\"outcome\":\"A\"}"))
                    .build(), HttpResponse.BodyHandlers.ofString());
            if (voted.statusCode() != 201) {
                throw new IllegalStateException(voted.body());
            }
        }
    }

    private long rss() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + application.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:")).mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst().orElse(0);
    }
}
