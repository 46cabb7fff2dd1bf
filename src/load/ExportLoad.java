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
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * How fast votes leave the packaged arena at {@code -Xmx512m}, as a Markdown table: records and megabytes a second, CPU
 * and memory of the application. After {@code ./mvnw -DskipTests package}:
 * {@code java -cp 'target/quarkus-app/lib/main/*' src/load/ExportLoad.java 200000 50000 2}.
 * <p>
 * Arguments: votes without texts, votes with texts, rounds (the first one is that of a JVM that hasn't compiled the
 * code yet). All are imported, always the same; then pieces of {@code docs/*.md} become the texts of those that have
 * some: a prompt of 40 to 400 characters, and answers of 1,200 in the mean, spread exponentially. Exports with texts
 * are measured before the votes without texts are there. The program that reads the exports writes them to a file on
 * the same machine.
 */
public class ExportLoad {

    private static final String PASSWORD = "a password for the figures";
    private static final int MODELS = 60;
    private static final int PIECES = 4_000;
    private static final double ANSWER = 1_200;
    private static final List<String> WITH_TEXTS = List.of("format=lmarena-140k&texts=true", "format=trl-preference",
            "format=lmarena-140k&texts=true&file=parquet");
    private static final List<String> WITHOUT_TEXTS = List.of("format=fastchat", "format=csv",
            "format=fastchat&file=parquet");

    private static final String VOTE = """
            {"question_id":"%032x","model_a":"model-%02d","model_b":"model-%02d","winner":"%s",\
            "judge":"arena_user_%d","turn":1,"anony":true,"language":"%s","tstamp":%d.25,"conv_metadata":{%s,%s}}
            """;

    private final Path data = Files.createTempDirectory("export-load");
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;
    private Process application;
    private int imported;

    private ExportLoad() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
    }

    public static void main(String[] arguments) throws Exception {
        ExportLoad load = new ExportLoad();
        int status = 1;
        try {
            load.start();
            load.measure(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]),
                    Integer.parseInt(arguments[2]));
            status = 0;
        } catch (Exception e) {
            e.printStackTrace();
        }
        load.application.destroy();
        load.application.waitFor(60, TimeUnit.SECONDS);
        System.exit(status);
    }

    private void measure(int without, int with, int rounds) throws Exception {
        System.out.println("| export | records | seconds | records/s | MB/s unpacked | MB/s zipped "
                + "| CPU of the application, µs a record | its memory so far, greatest (RSS), MB |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- |");
        importVotes(with);
        addTexts();
        export(WITH_TEXTS, rounds);
        importVotes(without);
        export(WITHOUT_TEXTS, rounds);
    }

    private void export(List<String> queries, int rounds) throws Exception {
        awaitRest();
        for (int round = 0; round < rounds; round++) {
            for (String query : queries) {
                export(query);
            }
        }
    }

    private void export(String query) throws Exception {
        Path archive = Files.createTempFile(data, "votes", ".zip");
        long cpu = cpu();
        long begun = System.nanoTime();
        HttpResponse<Path> response = client.send(asAdmin("/api/admin/votes/export?" + query).build(),
                HttpResponse.BodyHandlers.ofFile(archive));
        double seconds = (System.nanoTime() - begun) / 1e9;
        double cpuSeconds = (cpu() - cpu) / 1e9;
        if (response.statusCode() != 200) {
            throw new IllegalStateException(Files.readString(archive));
        }
        try (ZipFile file = new ZipFile(archive.toFile())) {
            long unpacked = file.stream().mapToLong(entry -> entry.getSize()).sum();
            long records = number("records", new String(
                    file.getInputStream(file.getEntry("report.json")).readAllBytes(), StandardCharsets.UTF_8));
            System.out.printf("| %s | %,d | %.1f | %,.0f | %.1f | %.1f | %.0f | %d |%n", query, records, seconds,
                    records / seconds, unpacked / seconds / 1e6, Files.size(archive) / seconds / 1e6,
                    1e6 * cpuSeconds / records, greatestMemory() / 1_000);
        }
        Files.delete(archive);
    }

    private void start() throws Exception {
        ProcessBuilder builder = new ProcessBuilder("java", "-Xmx512m", "-jar", "target/quarkus-app/quarkus-run.jar")
                .redirectErrorStream(true).redirectOutput(data.resolve("log").toFile());
        builder.environment().putAll(Map.of("DOHYO_DATA_DIR", data.resolve("arena").toString(), "QUARKUS_HTTP_PORT",
                Integer.toString(port), "DOHYO_ADMIN_PASSWORD", PASSWORD));
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

    /** Imports so many further votes and waits until they are on the board. */
    private void importVotes(int votes) throws Exception {
        Path file = data.resolve("votes.jsonl");
        write(file, imported, votes);
        HttpResponse<String> response = client.send(asAdmin("/api/admin/votes/import?format=fastchat")
                .timeout(Duration.ofHours(1)).POST(HttpRequest.BodyPublishers.ofFile(file)).build(),
                HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(response.body());
        }
        imported += votes;
        while (number("votes", get("/api/leaderboard").replaceAll("\"models\":\\[.*\\]", "")) < imported) {
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    private static void write(Path file, int first, int votes) throws IOException {
        Random random = new Random(first);
        List<String> winners = List.of("model_a", "model_a", "model_b", "model_b", "tie", "tie (bothbad)");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = first; i < first + votes; i++) {
                int a = random.nextInt(MODELS);
                out.write(VOTE.formatted(i, a, (a + 1 + random.nextInt(MODELS - 1)) % MODELS,
                        winners.get(random.nextInt(winners.size())), random.nextInt(1 + votes / 5),
                        random.nextInt(3) == 0 ? "Japanese" : "English", 1_690_000_000 + i * 20L, style("a", random),
                        style("b", random)));
            }
        }
    }

    private static String style(String side, Random random) {
        return """
                "sum_assistant_%1$s_tokens":%2$d,"header_count_%1$s":{"h1":0,"h2":%3$d,"h3":%4$d,"h4":0,"h5":0,"h6":0},\
                "list_count_%1$s":{"ordered":%3$d,"unordered":%4$d},"bold_count_%1$s":{"**":%4$d,"__":0}""".formatted(
                side, random.nextInt(900), random.nextInt(4), random.nextInt(12));
    }

    /** Gives texts to all battles. */
    private void addTexts() throws IOException, SQLException {
        try (Connection database = database(); Statement statement = database.createStatement()) {
            statement.execute("create temp table piece (place integer primary key, prompt text, answer text)");
            try (PreparedStatement piece = database.prepareStatement("insert into piece values (?, ?, ?)")) {
                addPieces(piece);
            }
            statement.execute("""
                    create temp table drawn as
                    select id, floor(random() * %1$d)::int as a, floor(random() * %1$d)::int as b from battle"""
                    .formatted(PIECES));
            statement.execute("""
                    insert into turn (battle_id, turn, prompt, created_at)
                    select id, 1, prompt, now() from drawn join piece on place = a""");
            for (String side : List.of("A", "B")) {
                statement.execute("""
                        insert into answer (battle_id, turn, side, state, text, finish_reason, started_at)
                        select id, 1, '%1$s', 'DONE', answer, 'stop', now() from drawn join piece on place = %1$s"""
                        .formatted(side));
            }
            statement.execute("analyze");
        }
    }

    private static void addPieces(PreparedStatement piece) throws IOException, SQLException {
        String texts = docs();
        Random random = new Random(17);
        for (int place = 0; place < PIECES; place++) {
            piece.setInt(1, place);
            piece.setString(2, cut(texts, 40 + random.nextInt(361), random));
            piece.setString(3, cut(texts, 1 + (int) (-ANSWER * Math.log(1 - random.nextDouble())), random));
            piece.addBatch();
        }
        piece.executeBatch();
    }

    private static String docs() throws IOException {
        StringBuilder texts = new StringBuilder();
        try (Stream<Path> files = Files.list(Path.of("docs"))) {
            for (Path file : files.filter(file -> file.toString().endsWith(".md")).sorted().toList()) {
                texts.append(Files.readString(file));
            }
        }
        return texts.toString();
    }

    private static String cut(String texts, int length, Random random) {
        int begin = random.nextInt(texts.length() - length);
        return texts.substring(begin, begin + length);
    }

    private Connection database() throws IOException, SQLException {
        String databasePort = Files.readAllLines(data.resolve("arena/postgres/postmaster.pid")).get(3);
        String password = Files.readString(data.resolve("arena/postgres.password")).strip();
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + databasePort + "/postgres", "postgres",
                password);
    }

    /** Waits until the application has done what it does by itself with new votes. */
    private void awaitRest() throws InterruptedException {
        long before;
        do {
            before = cpu();
            TimeUnit.SECONDS.sleep(2);
        } while (cpu() - before > TimeUnit.MILLISECONDS.toNanos(300));
    }

    private String get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), HttpResponse.BodyHandlers.ofString()).body();
    }

    private HttpRequest.Builder asAdmin(String path) {
        return request(path).header("Authorization", "Basic "
                + Base64.getEncoder().encodeToString(("admin:" + PASSWORD).getBytes(StandardCharsets.UTF_8)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private static long number(String field, String json) {
        Matcher found = Pattern.compile("\"" + field + "\" ?: ?(\\d+)").matcher(json);
        return found.find() ? Long.parseLong(found.group(1)) : 0;
    }

    private long cpu() {
        return application.toHandle().info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
    }

    /** In kB. */
    private long greatestMemory() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + application.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmHWM:")).mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst().orElse(0);
    }
}
