import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;

/**
 * Durable votes per second over HTTP, each acknowledged after its commit, beside bare inserts of the same row by plain
 * JDBC with as many connections and commits, in the packaged application's embedded PostgreSQL. After
 * {@code ./mvnw -DskipTests package}:
 * {@code java -cp 'target/quarkus-app/lib/main/*' src/load/VoteRate.java 16 960 5}.
 * <p>
 * Arguments: connections, votes of a round, pairs of rounds. Rounds of the two alternate, after one of each to warm up.
 * Each connection votes as a voter of its own, on battles that are copies of one that was fought. The job logs and
 * counts the votes meanwhile, as it always does.
 */
public class VoteRate {

    private static final String MANY = "100000000";
    private static final String PASSWORD = "a password for the figures";
    private static final int WARM_UP_ROUNDS = 3;
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

    private final Path data = Files.createTempDirectory("vote-rate");
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final HttpClient http;
    private final int connections;
    private final int votes;
    private final int rounds;
    private final int port;
    private Process application;

    private record Voter(String cookie, String battle) {
    }

    /** What one of the two did in one round. */
    private record Round(double perSecond, double cpuMicros) {
    }

    private VoteRate(int connections, int votes, int rounds) throws IOException {
        this.connections = connections;
        this.votes = votes / connections * connections;
        this.rounds = rounds;
        this.http = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(connections));
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
    }

    public static void main(String[] arguments) throws Exception {
        VoteRate rate = new VoteRate(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]),
                Integer.parseInt(arguments[2]));
        int status = 1;
        try {
            rate.start();
            rate.measure();
            status = 0;
        } catch (Exception e) {
            e.printStackTrace();
        }
        rate.application.destroy();
        rate.application.waitFor(60, TimeUnit.SECONDS);
        System.exit(status);
    }

    private void start() throws Exception {
        ProcessBuilder builder = new ProcessBuilder("java", "-Xmx512m", "-jar", "target/quarkus-app/quarkus-run.jar")
                .redirectErrorStream(true).redirectOutput(data.resolve("log").toFile());
        builder.environment().putAll(Map.of("DOHYO_DATA_DIR", data.resolve("arena").toString(), "QUARKUS_HTTP_PORT",
                Integer.toString(port), "DOHYO_ADMIN_PASSWORD", PASSWORD, "DOHYO_BATTLE_PER_NETWORK_AND_HOUR", MANY,
                "DOHYO_BATTLE_PER_VOTER_AND_HOUR", MANY, "DOHYO_FLOOD_VOTES_PER_NETWORK_AND_HOUR", "0",
                "DOHYO_FLOOD_PROOF_NUMBERS", "0", "DOHYO_BATTLE_READING_CHARACTERS_PER_SECOND", "0"));
        application = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(application::destroy));
        while (application.isAlive()) {
            try {
                if (await(call(HttpMethod.GET, "/q/health/ready", "", "")).status() == 200) {
                    return;
                }
            } catch (IOException e) {
                // It doesn't listen yet.
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IllegalStateException("ended at once: " + Files.readString(data.resolve("log")));
    }

    private void measure() throws Exception {
        List<Voter> voters = fight();
        try (Connection database = database()) {
            int each = votes / connections * (WARM_UP_ROUNDS + rounds);
            List<List<UUID>> overHttp = copies(database, voters, each);
            List<List<UUID>> byJdbc = copies(database, voters, each);
            execute(database, "analyze battle, turn, answer");
            Row row = new Row(database, voters);
            Round[] ours = new Round[rounds];
            Round[] bare = new Round[rounds];
            for (int i = -WARM_UP_ROUNDS; i < rounds; i++) {
                Round cast = castOverHttp(voters, overHttp);
                Round inserted = insert(row, byJdbc);
                if (i >= 0) {
                    ours[i] = cast;
                    bare[i] = inserted;
                }
            }
            print(ours, bare);
        }
    }

    private void print(Round[] ours, Round[] bare) {
        double[] ratios = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            ratios[i] = ours[i].perSecond / bare[i].perSecond;
        }
        Arrays.sort(ratios);
        System.out.printf(
                "| %d connections, rounds of %,d, median of %d | per second | CPU of the application each, µs |%n",
                connections, votes, rounds);
        System.out.println("| --- | --- | --- |");
        System.out.printf("| votes over HTTP | %,.0f | %.0f |%n", median(ours, true), median(ours, false));
        System.out.printf("| bare inserts by JDBC | %,.0f | |%n", median(bare, true));
        System.out.printf("| ratio: least, median, greatest | %.2f, %.2f, %.2f | |%n", ratios[0], ratios[rounds / 2],
                ratios[rounds - 1]);
    }

    private static double median(Round[] of, boolean rate) {
        double[] figures = Arrays.stream(of).mapToDouble(round -> rate ? round.perSecond : round.cpuMicros).sorted()
                .toArray();
        return figures[figures.length / 2];
    }

    // ------------------------------------------------------------------------------------------- over HTTP

    private record Answer(int status, String cookie, String body) {
    }

    private CompletableFuture<Answer> call(HttpMethod method, String path, String cookie, String json) {
        return http.request(method, port, "127.0.0.1", path).compose(request -> send(request, cookie, json))
                .toCompletionStage().toCompletableFuture();
    }

    private static io.vertx.core.Future<Answer> send(HttpClientRequest request, String cookie, String json) {
        if (!cookie.isEmpty()) {
            request.putHeader("Cookie", cookie);
        }
        return request.putHeader("Content-Type", "application/json").send(Buffer.buffer(json))
                .compose(response -> response.body().map(body -> new Answer(response.statusCode(),
                        response.getHeader("Set-Cookie"), body.toString())));
    }

    private static Answer await(CompletableFuture<Answer> answer) throws Exception {
        try {
            return answer.get(30, TimeUnit.SECONDS);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    /** A voter for each connection, with a battle that can be voted on. */
    private List<Voter> fight() throws Exception {
        List<Voter> voters = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            Answer begun = await(call(HttpMethod.POST, "/api/battles", "", "{\"prompt\":\"Explain the tides\"}"));
            Matcher id = ID.matcher(begun.body());
            if (begun.status() != 201 || !id.find()) {
                throw new IllegalStateException("no battle: " + begun);
            }
            voters.add(new Voter(begun.cookie().split(";")[0], id.group(1)));
        }
        for (Voter voter : voters) {
            while (!await(call(HttpMethod.GET, "/api/battles/" + voter.battle(), voter.cookie(), "")).body()
                    .contains("\"state\":\"READY\"")) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        return voters;
    }

    private Round castOverHttp(List<Voter> voters, List<List<UUID>> battles) throws Exception {
        double cpu = cpu();
        long begun = System.nanoTime();
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            CompletableFuture<Void> done = new CompletableFuture<>();
            all.add(done);
            cast(voters.get(i), battles.get(i), votes / connections, done);
        }
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get(120, TimeUnit.SECONDS);
        return round(begun, cpu() - cpu);
    }

    private void cast(Voter voter, List<UUID> battles, int left, CompletableFuture<Void> done) {
        if (left == 0) {
            done.complete(null);
            return;
        }
        UUID battle = battles.remove(battles.size() - 1);
        call(HttpMethod.POST, "/api/battles/" + battle + "/vote", voter.cookie(), "{\"outcome\":\"A\"}")
                .whenComplete((answer, failure) -> {
                    if (failure != null) {
                        done.completeExceptionally(failure);
                    } else if (answer.status() != 201) {
                        done.completeExceptionally(new IllegalStateException(answer.toString()));
                    } else {
                        cast(voter, battles, left - 1, done);
                    }
                });
    }

    private Round round(long begun, double cpu) {
        return new Round(votes / ((System.nanoTime() - begun) / 1e9), 1e6 * cpu / votes);
    }

    private double cpu() {
        return application.toHandle().info().totalCpuDuration().map(Duration::toNanos).orElse(0L) / 1e9;
    }

    // -------------------------------------------------------------------------------------------- by JDBC

    private Connection database() throws IOException, SQLException {
        String databasePort = Files.readAllLines(data.resolve("arena/postgres/postmaster.pid")).get(3);
        String password = Files.readString(data.resolve("arena/postgres.password")).strip();
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + databasePort + "/postgres", "postgres",
                password);
    }

    private static void execute(Connection database, String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    /** So many copies of each voter's battle, which can be voted on. */
    private static List<List<UUID>> copies(Connection database, List<Voter> voters, int each) throws SQLException {
        List<List<UUID>> all = new ArrayList<>();
        for (Voter voter : voters) {
            execute(database, "create temp table copy as select gen_random_uuid() as id from generate_series(1, " + each
                    + ")");
            for (String table : List.of("battle", "turn", "answer")) {
                String key = table.equals("battle") ? "id" : "battle_id";
                String others = others(database, table, key);
                execute(database,
                        "insert into %1$s (%2$s, %3$s) select copy.id, %4$s from copy, %1$s t where t.%2$s = '%5$s'"
                                .formatted(table, key, others, "t." + others.replace(", ", ", t."), voter.battle()));
            }
            List<UUID> ids = new ArrayList<>();
            try (Statement select = database.createStatement(); ResultSet rows = select.executeQuery("table copy")) {
                while (rows.next()) {
                    ids.add(rows.getObject(1, UUID.class));
                }
            }
            execute(database, "drop table copy");
            all.add(ids);
        }
        return all;
    }

    private static String others(Connection database, String table, String key) throws SQLException {
        try (PreparedStatement select = database.prepareStatement("select string_agg(column_name, ', ')"
                + " from information_schema.columns where table_schema = 'public' and table_name = ? and column_name <> ?")) {
            select.setString(1, table);
            select.setString(2, key);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    /** The row of a vote that was cast over HTTP. */
    private final class Row {

        private final List<String> columns = new ArrayList<>();
        private final List<Object> values = new ArrayList<>();

        Row(Connection database, List<Voter> voters) throws Exception {
            Voter first = voters.get(0);
            Answer cast = await(call(HttpMethod.POST, "/api/battles/" + first.battle() + "/vote", first.cookie(),
                    "{\"outcome\":\"A\"}"));
            if (cast.status() != 201) {
                throw new IllegalStateException(cast.toString());
            }
            try (Statement select = database.createStatement();
                    ResultSet row = select.executeQuery("select * from vote where battle_id = '" + first.battle()
                            + "'")) {
                row.next();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    columns.add(row.getMetaData().getColumnName(i));
                    values.add(row.getObject(i));
                }
            }
        }

        private PreparedStatement insert(Connection connection) throws SQLException {
            return connection.prepareStatement("insert into vote (" + String.join(", ", columns) + ") values ("
                    + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")");
        }

        private void fill(PreparedStatement insert, UUID battle) throws SQLException {
            for (int i = 0; i < columns.size(); i++) {
                Object value = switch (columns.get(i)) {
                    case "battle_id" -> battle;
                    case "id" -> UUID.randomUUID();
                    default -> values.get(i);
                };
                insert.setObject(i + 1, value);
            }
        }
    }

    private Round insert(Row row, List<List<UUID>> battles) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        List<Connection> open = new ArrayList<>();
        List<Callable<Void>> writers = new ArrayList<>();
        for (List<UUID> own : battles) {
            Connection connection = database();
            open.add(connection);
            writers.add(() -> insert(row, connection, own, votes / connections));
        }
        long begun = System.nanoTime();
        for (Future<Void> writer : threads.invokeAll(writers)) {
            writer.get();
        }
        Round inserted = round(begun, 0);
        for (Connection connection : open) {
            connection.close();
        }
        threads.shutdown();
        return inserted;
    }

    /** Each insert is a transaction of its own. */
    private static Void insert(Row row, Connection connection, List<UUID> battles, int many) throws SQLException {
        try (PreparedStatement insert = row.insert(connection)) {
            for (int i = 0; i < many; i++) {
                row.fill(insert, battles.remove(battles.size() - 1));
                insert.executeUpdate();
            }
        }
        return null;
    }
}
