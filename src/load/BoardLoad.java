import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;

/**
 * What readers of the leaderboard cost, with a board of 200 models in the packaged application at {@code -Xmx512m}:
 *
 * <pre>
 * ./mvnw -Pload -DskipTests package
 * java -cp 'target/quarkus-app/lib/main/*' src/load/BoardLoad.java 1000 9
 * </pre>
 *
 * Arguments: listening browsers, paired rounds. The figures, as a Markdown table:
 * <ul>
 * <li>the page of all models made anew (another idle filter each time), one request at a time, from the first byte sent
 * to the last received, and the same from memory;</li>
 * <li>JSON and 304 per second beside a route of the same application that returns the same bytes, or a bare 304, from
 * memory ({@code src/load/baseline}, which only a build with {@code -Pload} has): {@value #CONNECTIONS} connections,
 * rounds of {@value #ROUND_MILLIS} ms that alternate in which comes first, the median of the rounds' ratios, and CPU
 * per request;</li>
 * <li>the history of a year, after each new board for the first time and from memory;</li>
 * <li>from the response to a vote until all listening browsers have fetched the table that counts it;</li>
 * <li>memory: the JVM's greatest resident set, PostgreSQL's apart; CPU of the application and of this program.</li>
 * </ul>
 * All of it runs on one machine, so that this program's own work slows the application.
 */
public class BoardLoad {

    private static final int MODELS = 200;
    private static final int PAGES = 200;
    private static final int ROUNDS_OF_PAGES = 10;
    private static final int VOTES = 5;
    private static final int CONNECTIONS = 32;
    private static final int ROUND_MILLIS = 2_000;
    private static final String PASSWORD = "a password for the figures";

    private final Path data = Files.createTempDirectory("board-load");
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
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
            System.out.println("| figure | measured |\n| --- | --- |");
            // By the end of the comparison the slower beat has gone through all categories and rests.
            load.compare(Integer.parseInt(arguments[1]));
            load.pages();
            load.history();
            load.listeners(Integer.parseInt(arguments[0]));
            row("JVM's memory, greatest (RSS), -Xmx512m", load.status("VmHWM:") / 1_000 + " MB");
            row("PostgreSQL's, all processes, shared pages counted once (PSS)", load.postgresMemory() / 1_000 + " MB");
            row("CPU of the application, of this program",
                    "%.0f s, %.0f s".formatted(load.cpu(), seconds(ProcessHandle.current())));
            stop(load.application, 0);
        } catch (Exception | Error e) {
            e.printStackTrace();
            stop(load.application, 1);
        }
    }

    private static void stop(Process application, int status) throws InterruptedException {
        application.destroy();
        application.waitFor(60, TimeUnit.SECONDS);
        System.exit(status);
    }

    private static void row(String figure, String measured) {
        System.out.println("| " + figure + " | " + measured + " |");
    }

    private static double seconds(ProcessHandle process) {
        return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L) / 1e9;
    }

    private double cpu() {
        return seconds(application.toHandle());
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

    private HttpResponse<byte[]> get(String path, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path);
        headers.forEach(request::header);
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private String text(String path) throws Exception {
        return new String(get(path, Map.of()).body(), StandardCharsets.UTF_8);
    }

    /** The number of that name in the board's JSON. */
    private long figure(String name) throws Exception {
        Matcher found = Pattern.compile("\"" + name + "\":(\\d+)").matcher(text("/api/leaderboard"));
        return found.find() ? Long.parseLong(found.group(1)) : 0;
    }

    private void awaitFigure(String name, LongPredicate enough) throws Exception {
        while (!enough.test(figure(name))) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private void vote(IntStream numbers) throws Exception {
        String votes = numbers.mapToObj(i -> {
            int a = i % MODELS;
            int b = (a + 1 + i / MODELS % 10 * 7) % MODELS;
            return "{\"question_id\":\"q%d\",\"model_a\":\"model-%03d\",\"model_b\":\"model-%03d\",\"winner\":\"%s\",\"judge\":\"j%d\",\"tstamp\":1700000000}"
                    .formatted(i, a, b, (i * 7919L) % 1000 < 500 + (b - a) ? "model_a" : "model_b", i % 900);
        }).collect(Collectors.joining(",", "[", "]"));
        String basic = Base64.getEncoder().encodeToString(("admin:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> imported = client.send(request("/api/admin/votes/import?format=fastchat")
                .header("Authorization", "Basic " + basic).header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofString(votes)).build(), HttpResponse.BodyHandlers.ofString());
        if (imported.statusCode() != 200) {
            throw new IllegalStateException(imported.body());
        }
    }

    /** Every model meets ten others, ten times each. */
    private void fill() throws Exception {
        vote(IntStream.range(0, MODELS * 100));
        // The log has statements too.
        awaitFigure("uncertaintyLogSize", size -> size >= MODELS * 100);
    }

    private void pages() throws Exception {
        double[] made = new double[PAGES];
        double[] kept = new double[PAGES];
        int bytes = 0;
        double cpu = 0;
        // The last round counts: the code is compiled by then.
        for (int round = 0; round < ROUNDS_OF_PAGES; round++) {
            cpu = cpu();
            for (int i = 0; i < PAGES; i++) {
                String path = "/leaderboard?minVotes=" + (1 + i % 100) + "&reverse=" + (i < 100) + "&name="
                        + "model-".substring(round % 5) + "&sort=" + (round < 5 ? "rank" : "rating");
                made[i] = millis(path);
                kept[i] = millis(path);
            }
            cpu = cpu() - cpu;
            bytes = get("/leaderboard", Map.of("Accept", "text/html")).body().length;
        }
        row("page of " + MODELS + " models made anew, " + bytes / 1_000 + " kB", spread(made));
        row("CPU of the application for such a page, made and sent once more",
                "%.1f ms".formatted(1_000 * cpu / PAGES));
        row("the same from memory", spread(kept));
    }

    private double millis(String path) throws Exception {
        long start = System.nanoTime();
        HttpResponse<byte[]> answer = get(path,
                Map.of("Accept", path.startsWith("/api") ? "application/json" : "text/html"));
        double passed = (System.nanoTime() - start) / 1e6;
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + answer.statusCode());
        }
        return passed;
    }

    private static String spread(double[] millis) {
        return "p50 %.1f ms, p99 %.1f ms".formatted(at(millis, 0.5), at(millis, 0.99));
    }

    private static double at(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
    }

    /** What one way of asking did in one round. */
    private record Round(double perSecond, double micros) {
    }

    private void compare(int rounds) throws Exception {
        HttpResponse<byte[]> board = get("/api/leaderboard", Map.of());
        client.send(request("/load/baseline").header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(board.body())).build(),
                HttpResponse.BodyHandlers.discarding());
        String tag = "If-None-Match: " + board.headers().firstValue("ETag").orElseThrow() + "\r\n";
        compare("JSON of " + board.body().length / 1_000 + " kB", "/api/leaderboard", "/load/baseline", "", 200,
                rounds);
        compare("304", "/api/leaderboard", "/load/baseline/unchanged", tag, 304, rounds);
    }

    private void compare(String what, String ours, String baseline, String headers, int status, int rounds)
            throws Exception {
        ask(ours, headers, status);
        ask(baseline, headers, status);
        Round[] us = new Round[rounds];
        Round[] them = new Round[rounds];
        for (int i = 0; i < rounds; i++) {
            if (i % 2 == 0) {
                us[i] = ask(ours, headers, status);
            }
            them[i] = ask(baseline, headers, status);
            if (i % 2 == 1) {
                us[i] = ask(ours, headers, status);
            }
        }
        double[] ratios = IntStream.range(0, rounds).mapToDouble(i -> us[i].perSecond / them[i].perSecond).toArray();
        row(what + ", per second: ours, baseline; ratio (least, median, greatest of " + rounds + " rounds)",
                "%,.0f, %,.0f; %.3f, %.3f, %.3f".formatted(median(us, Round::perSecond), median(them, Round::perSecond),
                        at(ratios, 0), at(ratios, 0.5), at(ratios, 1)));
        row(what + ", CPU of the application for each: ours, baseline",
                "%.0f µs, %.0f µs".formatted(median(us, Round::micros), median(them, Round::micros)));
    }

    private static double median(Round[] rounds, java.util.function.ToDoubleFunction<Round> of) {
        return at(Arrays.stream(rounds).mapToDouble(of).toArray(), 0.5);
    }

    /** As many as can be had over so many connections, each of which asks again when it has its answer. */
    private Round ask(String path, String headers, int status) throws Exception {
        Buffer question = Buffer.buffer(
                "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nAccept: */*\r\n" + headers + "\r\n");
        AtomicLong answers = new AtomicLong();
        NetClient net = vertx.createNetClient();
        CountDownLatch connected = new CountDownLatch(CONNECTIONS);
        List<NetSocket> sockets = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            NetSocket socket = net.connect(port, "127.0.0.1").toCompletionStage().toCompletableFuture().get(10,
                    TimeUnit.SECONDS);
            sockets.add(socket);
            socket.handler(new Answers("HTTP/1.1 " + status, () -> {
                answers.incrementAndGet();
                socket.write(question);
            }));
            connected.countDown();
        }
        double cpu = cpu();
        long begun = System.nanoTime();
        sockets.forEach(socket -> socket.write(question));
        TimeUnit.MILLISECONDS.sleep(ROUND_MILLIS);
        long got = answers.get();
        double seconds = (System.nanoTime() - begun) / 1e9;
        double spent = cpu() - cpu;
        net.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        if (got == 0) {
            throw new IllegalStateException("no answer from " + path);
        }
        return new Round(got / seconds, spent * 1e6 / got);
    }

    /** Reads answers as cheaply as can be: the length once, then bytes are counted. */
    private static final class Answers implements io.vertx.core.Handler<Buffer> {

        private final String begin;
        private final Runnable whole;
        private Buffer head = Buffer.buffer();
        private long left;

        Answers(String begin, Runnable whole) {
            this.begin = begin;
            this.whole = whole;
        }

        @Override
        public void handle(Buffer bytes) {
            if (left > 0) {
                left -= bytes.length();
            } else {
                head.appendBuffer(bytes);
                String text = head.toString(StandardCharsets.ISO_8859_1);
                int end = text.indexOf("\r\n\r\n");
                if (end < 0) {
                    return;
                }
                if (!text.startsWith(begin)) {
                    throw new IllegalStateException(text.substring(0, end));
                }
                left = length(text.substring(0, end).toLowerCase()) - (head.length() - end - 4);
                head = Buffer.buffer();
            }
            if (left == 0) {
                whole.run();
            }
        }

        private static long length(String head) {
            int at = head.indexOf("content-length:");
            return at < 0 ? 0 : Long.parseLong(head.substring(at + 15).lines().findFirst().orElseThrow().strip());
        }
    }

    /** A year of days that is as the newest board; older than all else, so that no board of now changes. */
    private void history() throws Exception {
        try (Connection database = database(); Statement statement = database.createStatement()) {
            statement.execute("""
                    insert into snapshot (id, category, method, weights, style_control, log_size, votes, method_version,
                        generated_at, board, models, ratings, lows, highs, ranks) overriding system value
                    select -d, category, method, weights, style_control, log_size, votes, method_version,
                        generated_at - make_interval(days => d), '{}', models, ratings, lows, highs, ranks
                    from generate_series(1, 364) d, (select * from snapshot where category = 'overall' and method = 'bt'
                        and weights = 'voters' and not style_control order by id desc limit 1) newest""");
        }
        double[] read = new double[12];
        double[] kept = new double[read.length];
        int bytes = 0;
        for (int i = 0; i < read.length; i++) {
            long size = figure("logSize");
            vote(IntStream.of(MODELS * 100 + i));
            awaitFigure("logSize", now -> now > size);
            read[i] = millis("/api/leaderboard/history");
            kept[i] = millis("/api/leaderboard/history");
            bytes = get("/api/leaderboard/history", Map.of()).body().length;
        }
        row("history of a year, " + MODELS + " models, " + bytes / 1_000
                + " kB, after a new board: the first time, then",
                "%.0f ms; %s".formatted(read[0], spread(Arrays.copyOfRange(read, 2, read.length))));
        row("the same from memory", spread(kept));
    }

    private Connection database() throws IOException, SQLException {
        String number = Files.readAllLines(data.resolve("arena/postgres/postmaster.pid")).get(3);
        String password = Files.readString(data.resolve("arena/postgres.password")).strip();
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + number + "/postgres", "postgres", password);
    }

    /** A browser as the leaderboard's script is one: told of a board, it fetches the page, one request at a time. */
    private final class Listener {

        private static final Pattern VOTES_OF_EVENT = Pattern.compile("\"votes\":(\\d+)");

        private final io.vertx.core.http.HttpClient page = vertx.createHttpClient(options());
        private final io.vertx.core.http.HttpClient events = vertx.createHttpClient(options());
        private String unread = "";
        private long told;
        private boolean running;
        private volatile long wanted = Long.MAX_VALUE;
        private volatile long hadAt;

        private HttpClientOptions options() {
            return new HttpClientOptions().setDefaultPort(port).setDefaultHost("127.0.0.1").setKeepAliveTimeout(600);
        }

        /** Reads the page once, as a browser has done before it listens; then listens. */
        void open(Runnable ready) {
            fetch(() -> events.request(HttpMethod.GET, "/api/leaderboard/events")
                    .compose(request -> request.putHeader("Accept", "text/event-stream").send()).onSuccess(response -> {
                        response.handler(this::hear);
                        ready.run();
                    }).onFailure(Throwable::printStackTrace));
        }

        private void hear(Buffer bytes) {
            unread += bytes.toString();
            int end = unread.lastIndexOf('\n');
            Matcher votes = VOTES_OF_EVENT.matcher(unread.substring(0, end + 1));
            unread = unread.substring(end + 1);
            long before = told;
            while (votes.find()) {
                told = Long.parseLong(votes.group(1));
            }
            if (told != before && !running) {
                follow();
            }
        }

        private void follow() {
            running = true;
            long asked = told;
            fetch(() -> {
                running = false;
                if (asked >= wanted && hadAt == 0) {
                    hadAt = System.nanoTime();
                }
                if (told != asked) {
                    follow();
                }
            });
        }

        private void fetch(Runnable then) {
            page.request(HttpMethod.GET, "/leaderboard")
                    .compose(request -> request.putHeader("Accept", "text/html").putHeader("Accept-Encoding", "gzip")
                            .send())
                    .compose(response -> response.statusCode() == 200 ? response.end()
                            : io.vertx.core.Future.failedFuture("status " + response.statusCode()))
                    .onSuccess(done -> then.run()).onFailure(Throwable::printStackTrace);
        }
    }

    private void listeners(int count) throws Exception {
        List<Listener> listeners = IntStream.range(0, count).mapToObj(i -> new Listener()).toList();
        CountDownLatch connected = new CountDownLatch(count);
        for (Listener listener : listeners) {
            vertx.runOnContext(unused -> listener.open(connected::countDown));
        }
        if (!connected.await(120, TimeUnit.SECONDS)) {
            throw new IllegalStateException(connected.getCount() + " of " + count + " could not listen");
        }
        double[] p99 = new double[VOTES];
        double[] last = new double[VOTES];
        double[] half = new double[VOTES];
        for (int i = -1; i < VOTES; i++) {
            Voter voter = new Voter();
            voter.fight();
            long before = figure("votes");
            // What the former vote set off at the slower beat must have ended.
            awaitFigure("uncertaintyLogSize", size -> size >= before);
            listeners.forEach(listener -> {
                listener.hadAt = 0;
                listener.wanted = before + 1;
            });
            voter.vote();
            long answered = System.nanoTime();
            while (listeners.stream().anyMatch(listener -> listener.hadAt == 0)) {
                if (System.nanoTime() - answered > TimeUnit.SECONDS.toNanos(30)) {
                    throw new IllegalStateException("not all have the table after 30 s");
                }
                TimeUnit.MILLISECONDS.sleep(5);
            }
            // The first vote compiles what is needed.
            if (i >= 0) {
                double[] waits = listeners.stream().mapToDouble(listener -> (listener.hadAt - answered) / 1e6)
                        .toArray();
                half[i] = at(waits, 0.5);
                p99[i] = at(waits, 0.99);
                last[i] = at(waits, 1);
                row("vote " + (i + 1) + ": table at all " + count + " listeners",
                        "p50 %.0f ms, p99 %.0f ms, last %.0f ms"
                                .formatted(half[i], p99[i], last[i]));
            }
        }
        row("vote's response to the table of all " + count
                + " listeners: median p50, median and greatest p99, greatest of all, of "
                + VOTES + " votes",
                "%.0f ms, %.0f ms, %.0f ms, %.0f ms".formatted(at(half, 0.5), at(p99, 0.5), at(p99, 1), at(last, 1)));
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
            if (!id.find()) {
                throw new IllegalStateException(begun.body());
            }
            battle = "/api/battles/" + id.group(1);
            try (var lines = client.send(request(battle + "/events").header("Cookie", cookie).build(),
                    HttpResponse.BodyHandlers.ofLines()).body()) {
                lines.takeWhile(line -> !line.equals("event:ready")).count();
            }
        }

        void vote() throws Exception {
            HttpResponse<String> voted = client.send(request(battle + "/vote").header("Cookie", cookie)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"outcome\":\"A\"}"))
                    .build(), HttpResponse.BodyHandlers.ofString());
            if (voted.statusCode() != 201) {
                throw new IllegalStateException(voted.body());
            }
        }
    }

    /** In kB. */
    private long status(String field) throws IOException {
        return kilobytes(Path.of("/proc/" + application.pid() + "/status"), field);
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
