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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a pass of the leaderboard's job costs with 200 models, by the number of votes in the log, on the packaged
 * application and its embedded PostgreSQL. After {@code ./mvnw -DskipTests package}:
 * {@code java -cp 'target/quarkus-app/lib/main/*' src/load/PassCost.java DIRECTORY 10000 1000000 10000000}. Ten million
 * votes need 10 GB of disk in that directory and 15 minutes; what is there already is not made again. Before the passes
 * are timed the slower beat has read the whole log once, and the detectors have judged it; from then on both work
 * beside them, as they do in a running arena.
 */
public class PassCost {

    private static final int MODELS = 200;
    private static final int VOTES_OF_A_VOTER = 20;
    // So many passes allocate more than the young generation holds: from then on its pages are in memory.
    private static final int WARM = 300;
    private static final int MEASURED = 200;
    private static final String PASSWORD = "a password for the figures";

    private final Path data;
    private final int port;
    private Process application;

    private PassCost(Path data) throws IOException {
        this.data = Files.createDirectories(data);
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
    }

    public static void main(String[] arguments) throws Exception {
        PassCost cost = new PassCost(Path.of(arguments[0]));
        System.out.println(
                "| votes in the log | pass with one vote, mean of " + MEASURED + ", ms | JVM's memory (RSS), MB |");
        System.out.println("| --- | --- | --- |");
        for (int i = 1; i < arguments.length; i++) {
            cost.measure(Long.parseLong(arguments[i]));
        }
        System.exit(0);
    }

    private void measure(long size) throws Exception {
        start();
        try (Connection database = database()) {
            stopTheJob(database);
            // Rows that would pair a model with itself are left out: a log of that size is a little shorter.
            if (number(database, "select size from log_head") < size * 99 / 100) {
                fill(database, size);
            }
        } finally {
            stop();
        }
        start();
        try (Connection database = database()) {
            long filled = number(database, "select size from log_head");
            // A log that was filled from outside has no tree yet: it grows in batches, and is then signed with each pass.
            while (number(database, "select coalesce(max(size), 0) from log_checkpoint") < filled) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
            cast(database, 1);
            while (number(database, "select coalesce(min(log_size), 0) from uncertainty") < filled) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
            while (number(database, "select coalesce(min(position), 0) from watch") < filled) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
            cast(database, WARM);
            double[] before = passes();
            cast(database, MEASURED);
            double[] after = passes();
            System.out.printf("| %,d | %.1f | %d |%n", size, 1000 * (after[1] - before[1]) / (after[0] - before[0]),
                    rss() / 1000);
        } finally {
            stop();
        }
    }

    private void start() throws Exception {
        ProcessBuilder builder = new ProcessBuilder("java", "-jar", "target/quarkus-app/quarkus-run.jar")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(data.resolve("log").toFile()));
        builder.environment().putAll(Map.of("DOHYO_DATA_DIR", data.resolve("arena").toString(), "QUARKUS_HTTP_PORT",
                Integer.toString(port), "DOHYO_ADMIN_PASSWORD", PASSWORD));
        application = builder.start();
        while (application.isAlive()) {
            try {
                get("/q/health/ready");
                return;
            } catch (IOException e) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        throw new IllegalStateException("ended at once: " + Files.readString(data.resolve("log")));
    }

    private void stop() throws InterruptedException {
        application.destroy();
        application.waitFor(120, TimeUnit.SECONDS);
    }

    private String get(String path) throws IOException, InterruptedException {
        String basic = Base64.getEncoder().encodeToString(("admin:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Basic " + basic).build(), HttpResponse.BodyHandlers.ofString()).body();
    }

    private Connection database() throws IOException, SQLException {
        String pid = Files.readAllLines(data.resolve("arena/postgres/postmaster.pid")).get(3);
        String password = Files.readString(data.resolve("arena/postgres.password")).strip();
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + pid + "/postgres", "postgres", password);
    }

    /** No replica can log or count while this session holds the locks. */
    private static void stopTheJob(Connection database) throws SQLException {
        execute(database, "select pg_advisory_lock(" + 0x646f68796fL + "), pg_advisory_lock(" + 0x646f687970L + ")");
    }

    private static void execute(Connection database, String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Makes the log so long, with what the job would have made of it. */
    private static void fill(Connection database, long size) throws SQLException {
        execute(database,
                """
                        insert into model (slug, name, created_at) select 'm' || i, 'M' || i, now() from generate_series(1, %d) i
                        on conflict do nothing"""
                        .formatted(MODELS));
        execute(database,
                """
                        create temp table fresh as
                        select position, case when x < y then x else y end as first, case when x < y then y else x end as second,
                            (array['A', 'B', 'TIE', 'BOTH_BAD'])[1 + least(3, floor(power(random(), 1.5) * 4))::int] as outcome,
                            sha256(int8send(position / %d)) as tag, gen_random_uuid() as vote_id
                        from (select position, base + floor(random() * %d)::int as x, base + floor(random() * %d)::int as y
                            from generate_series((select size from log_head), %d - 1) position,
                            (select min(id) as base from model where slug ~ '^m[0-9]') b) drawn
                        where x <> y"""
                        .formatted(VOTES_OF_A_VOTER, MODELS, MODELS, size));
        execute(database,
                """
                        insert into log_entry (position, kind, vote_id, model_a, model_b, outcome, categories, voter_tag, sign, leaf,
                            leaf_hash, logged_at)
                        select (select size from log_head) - 1 + row_number() over (order by position), 'CAST', vote_id, first, second,
                            outcome, array['overall'], tag, 1, '{}', sha256(int8send(position)), now() from fresh""");
        execute(database,
                "insert into elo_gain (position, gains) select position, '{0}' from log_entry where vote_id in (select vote_id from fresh)");
        execute(database, """
                insert into elo_rating (category, model_id, rating)
                select 'overall', id, 1000 from model where slug ~ '^m[0-9]' on conflict do nothing""");
        execute(database, """
                insert into frequent_voter (voter_tag) select tag from fresh group by tag having count(*) > 15
                on conflict do nothing""");
        execute(database,
                """
                        insert into voter_pair_count as c
                            (category, voter_tag, first, second, first_wins, second_wins, ties, both_bad)
                        select 'overall', tag, first, second, count(*) filter (where outcome = 'A'),
                            count(*) filter (where outcome = 'B'), count(*) filter (where outcome = 'TIE'),
                            count(*) filter (where outcome = 'BOTH_BAD')
                        from fresh join frequent_voter on voter_tag = tag group by tag, first, second
                        on conflict (category, voter_tag, first, second) do update set first_wins = c.first_wins + excluded.first_wins,
                            second_wins = c.second_wins + excluded.second_wins, ties = c.ties + excluded.ties,
                            both_bad = c.both_bad + excluded.both_bad""");
        execute(database, "truncate pair_count");
        execute(database, """
                insert into pair_count (category, first, second, first_wins, second_wins, ties, both_bad)
                select 'overall', least(model_a, model_b), greatest(model_a, model_b),
                    count(*) filter (where outcome = case when model_a < model_b then 'A' else 'B' end),
                    count(*) filter (where outcome = case when model_a < model_b then 'B' else 'A' end),
                    count(*) filter (where outcome = 'TIE'), count(*) filter (where outcome = 'BOTH_BAD')
                from log_entry where model_a is not null group by 2, 3""");
        // Nobody has more than 30 votes, so each weighs one.
        execute(database,
                """
                        update pair_count set weighted_first_wins = first_wins * %1$d, weighted_second_wins = second_wins * %1$d,
                            weighted_halves = (ties + both_bad) * %1$d"""
                        .formatted(1L << 20));
        execute(database, "update log_head set epoch = epoch + 1, size = (select max(position) + 1 from log_entry)");
        execute(database, "drop table fresh; analyze");
    }

    /** So many votes, one after the other has been counted. */
    private static void cast(Connection database, int votes) throws Exception {
        for (int i = 0; i < votes; i++) {
            execute(database,
                    """
                            with pair as (select min(id) filter (where slug = 'm%1$d') as a, min(id) filter (where slug = 'm%2$d') as b
                                from model),
                            voter as (insert into voter (tag, created_at) values (sha256(uuid_send(gen_random_uuid())), now())
                                returning id, tag),
                            battle as (insert into battle (id, voter_id, origin, blind, model_a, revision_a, model_b, revision_b,
                                propensity, state, turn, created_at, updated_at)
                                select gen_random_uuid(), voter.id, 'ARENA', true, a, 1, b, 1, 0.1, 'VOTED', 1, now(), now()
                                from pair, voter returning id),
                            vote as (insert into vote (battle_id, id, voter_id, voter_tag, outcome, categories, counted, cast_at)
                                select battle.id, gen_random_uuid(), voter.id, voter.tag, 'A', array['overall'], true, now()
                                from battle, voter returning id)
                            insert into log_queue (kind, vote_id, at) select 'CAST', id, now() from vote"""
                            .formatted(1 + i % MODELS, 1 + (i + 7) % MODELS));
            while (number(database, "select count(*) from log_queue") > 0) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
    }

    private static long number(Connection database, String sql) throws SQLException {
        try (PreparedStatement select = database.prepareStatement(sql); ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** How many passes there were, and how many seconds they took. */
    private double[] passes() throws Exception {
        String metrics = get("/q/metrics");
        return new double[] { figure(metrics, "count"), figure(metrics, "sum") };
    }

    private static double figure(String metrics, String suffix) {
        Matcher found = Pattern.compile("dohyo_leaderboard_pass_seconds_" + suffix + "(?:\\{[^}]*})? (\\S+)")
                .matcher(metrics);
        if (!found.find()) {
            throw new IllegalStateException("no figure of the passes: " + metrics);
        }
        return Double.parseDouble(found.group(1));
    }

    private long rss() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + application.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:")).mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst().orElse(0);
    }
}
