import java.io.BufferedWriter;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A large import, from the upload to the default board with its intervals, in the packaged application at
 * {@code -Xmx768m}, and how soon live votes reach the board meanwhile. After {@code ./mvnw -DskipTests package}:
 * {@code java src/load/ImportLoad.java 1670000 400000}.
 * <p>
 * Arguments: records, voters. The file is made up, always the same for the same arguments: FastChat's records of 129
 * models that meet in 3,460 pairs, some much more often than others. {@code QUARKUS_DATASOURCE_JDBC_URL} and its kin
 * name an empty database of a PostgreSQL on this machine instead of the embedded one; its directory is {@code PGDATA}.
 * <p>
 * After the arena has ended, {@code src/load/peer/fit.py} reads the same file with pandas and fits it as FastChat does,
 * where Python has pandas and scipy; {@code PYTHON} names another interpreter than {@code /usr/bin/python3}.
 */
public class ImportLoad {

    private static final String PASSWORD = "a password for the figures";
    private static final String OWN_DATABASE = "QUARKUS_DATASOURCE_JDBC_URL";
    private static final int MODELS = 129;
    private static final int PAIRS = 3_460;
    private static final String[] LANGUAGES = { "English", "English", "English", "Russian", "Chinese", "German",
            "Japanese" };
    private static final Pattern ROW = Pattern.compile("\\{[^{}]*\\}");
    private static final Pattern VOTES = Pattern.compile("\"votes\":(\\d+)");

    private final Path data = Files.createTempDirectory("import-load");
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;
    private final List<Double> waits = new ArrayList<>();
    private Process application;
    private String boardTag = "\"none\"";
    private String board;
    private volatile boolean over;
    private volatile long postgresMemory;

    private ImportLoad() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
    }

    public static void main(String[] arguments) throws Exception {
        int records = Integer.parseInt(arguments[0]);
        ImportLoad load = new ImportLoad();
        Path file = load.data.resolve("votes.json");
        write(file, records, Integer.parseInt(arguments[1]));
        int status = 1;
        try {
            load.start();
            load.measure(file, records);
            load.stop();
            status = fitByPeer(file);
        } catch (Exception e) {
            e.printStackTrace();
        }
        load.stop();
        System.exit(status);
    }

    private static void write(Path file, int records, int voters) throws IOException {
        Random random = new Random(records);
        int[][] pairs = new int[PAIRS][];
        for (int i = 0; i < PAIRS; i++) {
            int a = random.nextInt(MODELS);
            pairs[i] = new int[] { a, (a + 1 + random.nextInt(MODELS - 1)) % MODELS };
        }
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < records; i++) {
                // The first pairs are met most.
                int[] pair = pairs[(int) (PAIRS * Math.pow(random.nextDouble(), 2.5))];
                double winA = 1 / (1 + Math.exp((pair[1] - pair[0]) / -25.0));
                double drawn = random.nextDouble();
                String winner = drawn < 0.17 ? "tie"
                        : drawn < 0.35 ? "tie (bothbad)"
                                : random.nextDouble() < winA ? "model_a" : "model_b";
                int voter = (int) (voters * Math.pow(random.nextDouble(), 1.5));
                out.write(i == 0 ? "[" : ",\n");
                out.write("""
                        {"model_a":"model-%03d","model_b":"model-%03d","winner":"%s","judge":"arena_user_%d","turn":1,\
                        "anony":true,"language":"%s","tstamp":%d.25,"question_id":"%016x%016x"}""".formatted(pair[0],
                        pair[1], winner,
                        voter, LANGUAGES[random.nextInt(LANGUAGES.length)], 1_690_000_000 + i * 20L, i,
                        random.nextLong()));
            }
            out.write("]\n");
        }
    }

    private void start() throws Exception {
        ProcessBuilder builder = new ProcessBuilder("java", "-Xmx768m", "-jar", "target/quarkus-app/quarkus-run.jar")
                .redirectErrorStream(true).redirectOutput(data.resolve("log").toFile());
        builder.environment().putAll(Map.of("DOHYO_DATA_DIR", data.resolve("arena").toString(), "QUARKUS_HTTP_PORT",
                Integer.toString(port), "DOHYO_ADMIN_PASSWORD", PASSWORD, "DOHYO_BATTLE_PER_NETWORK_AND_HOUR",
                "1000000"));
        application = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(application::destroy));
        while (application.isAlive()) {
            try {
                if (client.send(request("/q/health/ready").build(), HttpResponse.BodyHandlers.discarding())
                        .statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // It doesn't listen yet.
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IllegalStateException("ended at once: " + Files.readString(data.resolve("log")));
    }

    private void stop() throws InterruptedException {
        application.destroy();
        application.waitFor(60, TimeUnit.SECONDS);
    }

    /** The rows of the peer; its exit code. */
    private static int fitByPeer(Path file) throws IOException, InterruptedException {
        String python = System.getenv().getOrDefault("PYTHON", "/usr/bin/python3");
        try {
            if (new ProcessBuilder(python, "-c", "import pandas, scipy").start().waitFor() == 0) {
                return new ProcessBuilder(python, "src/load/peer/fit.py", file.toString()).inheritIO().start()
                        .waitFor();
            }
        } catch (IOException e) {
            // There is no such interpreter.
        }
        System.out.printf("| pandas' read_json and FastChat's method | skipped: %s has no pandas and scipy |%n",
                python);
        return 0;
    }

    private void measure(Path file, int records) throws Exception {
        System.out.printf("| %,d records, %,d MB | seconds |%n| --- | --- |%n", records, Files.size(file) / 1_000_000);
        Thread live = new Thread(this::voteOn);
        live.start();
        Thread memory = new Thread(this::watchMemory);
        memory.setDaemon(true);
        memory.start();
        long begun = System.nanoTime();
        Thread progress = new Thread(() -> followImport(begun));
        progress.start();
        HttpResponse<String> imported = client.send(asAdmin("/api/admin/votes/import?format=fastchat")
                .timeout(Duration.ofHours(1))
                .POST(HttpRequest.BodyPublishers.ofFile(file)).build(), HttpResponse.BodyHandlers.ofString());
        if (imported.statusCode() != 200) {
            throw new IllegalStateException(imported.body());
        }
        row("stored", begun);
        progress.join();
        await("votes", records);
        row("on the default board", begun);
        over = true;
        live.join();
        await("uncertaintyLogSize", records);
        row("with intervals", begun);
        row("CPU of the application", System.nanoTime()
                - application.toHandle().info().totalCpuDuration().map(Duration::toNanos).orElse(0L));
        System.out.printf("| CPU of PostgreSQL, all processes | %.1f |%n", postgresCpu());
        double[] sorted = waits.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf(
                "| live votes meanwhile: %d, from the response to the board: median, greatest | %.2f, %.2f |%n",
                sorted.length, sorted.length == 0 ? 0 : sorted[sorted.length / 2],
                Arrays.stream(sorted).max().orElse(0));
        System.out.printf("| JVM's memory, greatest (RSS) | %,d MB |%n",
                kilobytes(Path.of("/proc/" + application.pid() + "/status"), "VmHWM:") / 1_000);
        System.out.printf("| PostgreSQL's, all processes, shared pages counted once, greatest (PSS) | %,d MB |%n",
                postgresMemory / 1_000);
    }

    private void watchMemory() {
        try {
            while (application.isAlive()) {
                long now = 0;
                for (Path process : postgres()) {
                    now += kilobytes(process.resolve("smaps_rollup"), "Pss:");
                }
                postgresMemory = Math.max(postgresMemory, now);
                TimeUnit.SECONDS.sleep(1);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Seconds, with those of processes that have ended. */
    private double postgresCpu() throws IOException {
        long ticks = 0;
        for (Path process : postgres()) {
            String stat = read(process.resolve("stat"));
            String[] fields = stat.substring(stat.indexOf(')') + 1).strip().split(" ");
            for (int i = 11; i < fields.length && i <= 14; i++) {
                ticks += Long.parseLong(fields[i]);
            }
        }
        return ticks / 100.0;
    }

    /** The processes of PostgreSQL: they work in its directory. */
    private List<Path> postgres() throws IOException {
        Path cluster = (System.getenv(OWN_DATABASE) == null ? data.resolve("arena/postgres")
                : Path.of(System.getenv("PGDATA"))).toRealPath();
        List<Path> processes = new ArrayList<>();
        for (ProcessHandle process : ProcessHandle.allProcesses().toList()) {
            Path proc = Path.of("/proc/" + process.pid());
            try {
                if (Files.readSymbolicLink(proc.resolve("cwd")).equals(cluster)) {
                    processes.add(proc);
                }
            } catch (IOException e) {
                // Not ours to look into, or gone.
            }
        }
        return processes;
    }

    private static long kilobytes(Path file, String field) {
        return read(file).lines().filter(line -> line.startsWith(field)).findFirst()
                .map(line -> Long.parseLong(line.replaceAll("\\D", ""))).orElse(0L);
    }

    /** A file of the system on a process; empty once the process is gone. */
    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }

    private HttpRequest.Builder asAdmin(String path) {
        return request(path).header("Authorization", "Basic "
                + Base64.getEncoder().encodeToString(("admin:" + PASSWORD).getBytes(StandardCharsets.UTF_8)));
    }

    /** Says when the file was read to its end, and when the last of its votes was logged. */
    private void followImport(long begun) {
        try {
            String imports = imports();
            while (!imports.contains("\"storing\"") && !imports.contains("\"done\"")) {
                imports = imports();
            }
            row("read and staged, from the first byte sent", begun);
            while (!imports.contains("\"done\"") || !imports.contains("\"waiting\":0,")) {
                imports = imports();
            }
            row("logged and counted", begun);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String imports() throws IOException, InterruptedException {
        TimeUnit.MILLISECONDS.sleep(500);
        return client.send(asAdmin("/api/admin/votes/imports").build(), HttpResponse.BodyHandlers.ofString()).body();
    }

    private static void row(String figure, long since) {
        System.out.printf("| %s | %.1f |%n", figure, (System.nanoTime() - since) / 1e9);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private void await(String figure, long least) throws Exception {
        Pattern number = Pattern.compile("\"" + figure + "\":(\\d+)[,}][^\\[]*\"models\"|\"" + figure + "\":(\\d+)");
        while (true) {
            String board = board().replaceAll("\"models\":\\[.*\\]", "");
            Matcher found = number.matcher(board);
            if (found.find() && Long.parseLong(found.group(1) == null ? found.group(2) : found.group(1)) >= least) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    /** The default board; only a new one is sent, so that watching it takes little of the processors. */
    private synchronized String board() throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(
                request("/api/leaderboard").header("If-None-Match", boardTag).build(),
                HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() == 200) {
            boardTag = response.headers().firstValue("ETag").orElseThrow();
            board = response.body();
        }
        return board;
    }

    /** The votes of the models that answer here, which no imported vote has. */
    private long liveVotes() throws IOException, InterruptedException {
        Matcher rows = ROW.matcher(board());
        long sum = 0;
        while (rows.find()) {
            Matcher votes = VOTES.matcher(rows.group());
            if (rows.group().contains("\"demo\":true") && votes.find()) {
                sum += Long.parseLong(votes.group(1));
            }
        }
        return sum / 2;
    }

    /** Someone fights and votes, again and again. */
    private void voteOn() {
        try {
            while (!over) {
                vote();
                TimeUnit.SECONDS.sleep(1);
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            e.printStackTrace();
        }
    }

    private void vote() throws IOException, InterruptedException {
        HttpResponse<String> begun = client.send(request("/api/battles").header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"prompt\":\"Why is the sky blue?\"}")).build(),
                HttpResponse.BodyHandlers.ofString());
        String cookie = begun.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        Matcher id = Pattern.compile("\"id\":\"([^\"]+)\"").matcher(begun.body());
        if (!id.find()) {
            throw new IllegalStateException(begun.body());
        }
        String battle = "/api/battles/" + id.group(1);
        try (var lines = client.send(request(battle + "/events").header("Cookie", cookie).build(),
                HttpResponse.BodyHandlers.ofLines()).body()) {
            lines.takeWhile(line -> !line.equals("event:ready")).count();
        }
        long before = liveVotes();
        HttpResponse<String> voted = client.send(request(battle + "/vote").header("Cookie", cookie)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"outcome\":\"A\"}")).build(),
                HttpResponse.BodyHandlers.ofString());
        if (voted.statusCode() != 201) {
            throw new IllegalStateException(voted.body());
        }
        long answered = System.nanoTime();
        while (liveVotes() <= before) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        waits.add((System.nanoTime() - answered) / 1e9);
    }
}
