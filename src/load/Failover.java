import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Strikes the primary of a real cluster, three PostgreSQL under Patroni and etcd, while voters vote on the packaged
 * arena, and then looks for every vote that was acknowledged. It needs Debian's packages patroni, etcd-server, haproxy
 * and postgresql-15, {@code ./mvnw -DskipTests package}, and a user other than root, whom PostgreSQL refuses:
 * {@code java -cp 'target/quarkus-app/lib/main/*' src/load/Failover.java DIRECTORY haproxy 12}.
 * <p>
 * Arguments: a new directory for everything that it writes; {@code haproxy}, {@code hosts} (a JDBC URL with the three
 * hosts) or {@code asynchronous} (the control, which must lose votes); how often to strike; how, such as
 * {@code cut_off}, or all ways in turn. All ports are loopback ones from 18600 on.
 */
public class Failover {

    private static final int NODES = 3;
    private static final int POSTGRES = 18_600;
    private static final int PATRONI = 18_610;
    private static final int ETCD = 18_620;
    private static final int ETCD_PEER = 18_621;
    private static final int PROXY = 18_622;
    private static final int ARENA = 18_623;
    private static final String PASSWORD = "a password of this run";

    private static final int FIGHTERS = 16;
    private static final int VOTERS = 6;
    private static final int STOCK = 60;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int VOTES_BETWEEN = 25;
    private static final Duration AGAIN = Duration.ofMillis(200);
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

    private final Path directory;
    private final Way way;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final List<Node> nodes;
    private final List<Process> others = new ArrayList<>();
    private final BlockingQueue<Ready> ready = new ArrayBlockingQueue<>(STOCK);
    private final List<Thread> voters = new ArrayList<>();
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> events = new ConcurrentSkipListMap<>();
    private volatile Ready firstAfter;
    private volatile long struckAt = Long.MAX_VALUE;
    private volatile boolean over;

    /** How the arena reaches the primary, and whether a commit waits for a standby. */
    private enum Way {
        HAPROXY("127.0.0.1:" + PROXY + "/dohyo", true),
        HOSTS(hosts() + "/dohyo?targetServerType=primary&hostRecheckSeconds=1&connectTimeout=2"
                + "&sslResponseTimeout=1000", true),
        ASYNCHRONOUS("127.0.0.1:" + PROXY + "/dohyo", false);

        private final String url;
        private final boolean synchronous;

        Way(String place, boolean synchronous) {
            this.url = "jdbc:postgresql://" + place;
            this.synchronous = synchronous;
        }
    }

    /** What happens to the primary with all its processes. */
    private enum Fault {
        /** As by a crash: its connections are closed at once. */
        KILLED("killed"),
        /** A second of votes is lost unless their commits waited for a standby. */
        CUT_OFF("cut off from its standbys for 1 s, then killed"),
        /** As by a loss of power: nothing closes its connections. It is killed when another one has taken over. */
        SILENT("silent, killed after the switch"),
        /** As a virtual machine that is suspended: it goes on when another one has taken over. */
        WOKEN("suspended, woken after the switch");

        private final String name;

        Fault(String name) {
            this.name = name;
        }
    }

    private record Ready(HttpClient voter, String battle) {
    }

    private Failover(Path directory, Way way) throws IOException {
        this.directory = Files.createDirectory(directory.toAbsolutePath());
        this.way = way;
        this.nodes = IntStream.range(0, NODES).mapToObj(Node::new).toList();
    }

    public static void main(String[] arguments) throws Exception {
        if ("root".equals(System.getProperty("user.name"))) {
            System.err.println("PostgreSQL refuses root: run this by runuser -u postgres -- java …");
            System.exit(2);
        }
        Failover failover = new Failover(Path.of(arguments[0]), Way.valueOf(arguments[1].toUpperCase()));
        Runtime.getRuntime().addShutdownHook(new Thread(failover::stop));
        failover.run(Integer.parseInt(arguments[2]),
                arguments.length > 3 ? List.of(Fault.valueOf(arguments[3].toUpperCase())) : List.of(Fault.values()));
        System.exit(0);
    }

    private void run(int rounds, List<Fault> faults) throws Exception {
        startCluster();
        startArena();
        startVoters();
        System.out.println("| | primary | it was | writes again after, s | vote logged again after, s |\n"
                + "| --- | --- | --- | --- | --- |");
        for (int i = 1; i <= rounds; i++) {
            int before = acknowledged.size();
            until("votes before a fault", () -> acknowledged.size() >= before + VOTES_BETWEEN);
            strike(i, faults.get((i - 1) % faults.size()));
            until("a whole cluster", this::isWhole);
        }
        over = true;
        compare();
    }

    private void strike(int number, Fault fault) throws Exception {
        Node primary = primary();
        if (fault == Fault.CUT_OFF) {
            signal("STOP", primary.senders());
            TimeUnit.SECONDS.sleep(1);
        }
        struckAt = Long.MAX_VALUE;
        firstAfter = null;
        List<ProcessHandle> processes = primary.processes();
        long begun = System.nanoTime();
        signal(fault == Fault.KILLED || fault == Fault.CUT_OFF ? "KILL" : "STOP", processes);
        struckAt = System.nanoTime();
        until("writes after fault " + number, () -> firstAfter != null);
        double writes = secondsSince(begun);
        String logged = "select count(*) from log_entry e join vote v on v.id = e.vote_id where v.battle_id = '"
                + firstAfter.battle() + "'";
        until("the job after fault " + number, () -> number(logged) == 1);
        System.out.printf("| %d | %s | %s | %.1f | %.1f |%n", number, primary.name, fault.name, writes,
                secondsSince(begun));
        if (fault == Fault.SILENT) {
            signal("KILL", processes);
        }
        if (fault == Fault.WOKEN) {
            signal("CONT", processes);
        } else {
            primary.start();
        }
    }

    private static void signal(String signal, List<ProcessHandle> processes) throws Exception {
        List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
        processes.forEach(process -> command.add(Long.toString(process.pid())));
        new ProcessBuilder(command).start().waitFor();
    }

    // ---------------------------------------------------------------------------------------------- cluster

    private void startCluster() throws Exception {
        run("etcd", "etcd", "--enable-v2=true", "--name", "etcd", "--data-dir", directory.resolve("etcd").toString(),
                "--listen-client-urls", "http://127.0.0.1:" + ETCD, "--advertise-client-urls",
                "http://127.0.0.1:" + ETCD, "--listen-peer-urls", "http://127.0.0.1:" + ETCD_PEER,
                "--initial-advertise-peer-urls", "http://127.0.0.1:" + ETCD_PEER, "--initial-cluster",
                "etcd=http://127.0.0.1:" + ETCD_PEER);
        for (Node node : nodes) {
            node.configure();
            node.start();
        }
        until("a whole cluster", this::isWhole);
        execute(primary().url("postgres"), "create role dohyo login password '" + PASSWORD + "'",
                "create database dohyo owner dohyo");
        Path proxy = Files.writeString(directory.resolve("haproxy.cfg"), """
                defaults
                    mode tcp
                    timeout connect 2s
                    timeout client 30m
                    timeout server 30m
                    timeout check 2s
                listen primary
                    bind 127.0.0.1:%d
                    option httpchk GET /primary
                    http-check expect status 200
                    default-server inter 1s fall 2 rise 1 on-marked-down shutdown-sessions
                %s
                """.formatted(PROXY, nodes.stream().map(node -> "    server %s 127.0.0.1:%d check port %d"
                .formatted(node.name, POSTGRES + node.number, PATRONI + node.number))
                .collect(Collectors.joining("\n"))));
        run("haproxy", "/usr/sbin/haproxy", "-db", "-f", proxy.toString());
    }

    private Process run(String name, String... command) throws IOException {
        Process process = process(name, command).start();
        others.add(process);
        return process;
    }

    private ProcessBuilder process(String name, String... command) {
        return new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(directory.resolve(name + ".log").toFile()));
    }

    private Node primary() throws Exception {
        return nodes.stream().filter(Node::isPrimary).findFirst()
                .orElseThrow(() -> new IllegalStateException("no node is the primary"));
    }

    /** One node is the primary, and the others receive what it writes. */
    private boolean isWhole() throws Exception {
        if (nodes.stream().filter(Node::isPrimary).count() != 1) {
            return false;
        }
        try (Connection connection = DriverManager.getConnection(primary().url("postgres"), "postgres", PASSWORD)) {
            return number(connection, "select count(*) from pg_stat_replication where state = 'streaming'") == NODES - 1
                    && (!way.synchronous || number(connection,
                            "select count(*) from pg_stat_replication where sync_state = 'sync'") == 1);
        }
    }

    private final class Node {

        private final int number;
        private final String name;
        private final Path data;
        private Process patroni;

        Node(int number) {
            this.number = number;
            this.name = "node" + (number + 1);
            this.data = directory.resolve(name);
        }

        String url(String database) {
            return "jdbc:postgresql://127.0.0.1:" + (POSTGRES + number) + "/" + database + "?connectTimeout=2";
        }

        void configure() throws IOException {
            Files.writeString(directory.resolve(name + ".yml"), """
                    scope: dohyo
                    name: %1$s
                    restapi:
                      listen: 127.0.0.1:%2$d
                      connect_address: 127.0.0.1:%2$d
                    etcd:
                      host: 127.0.0.1:%3$d
                    bootstrap:
                      dcs:
                        ttl: 20
                        loop_wait: 5
                        retry_timeout: 5
                        synchronous_mode: %4$s
                        postgresql:
                          use_pg_rewind: true
                          parameters:
                            max_connections: 60
                            shared_buffers: 64MB
                      initdb:
                        - encoding: UTF8
                        - data-checksums
                      pg_hba:
                        - host all all 127.0.0.1/32 scram-sha-256
                        - host replication replicator 127.0.0.1/32 scram-sha-256
                    postgresql:
                      listen: 127.0.0.1:%5$d
                      connect_address: 127.0.0.1:%5$d
                      data_dir: %6$s
                      bin_dir: /usr/lib/postgresql/15/bin
                      pgpass: %6$s.pgpass
                      authentication:
                        superuser: { username: postgres, password: %7$s }
                        replication: { username: replicator, password: %7$s }
                      parameters:
                        unix_socket_directories: %8$s
                    """.formatted(name, PATRONI + number, ETCD, way.synchronous, POSTGRES + number, data, PASSWORD,
                    directory));
        }

        void start() throws IOException {
            patroni = process(name, "patroni", directory.resolve(name + ".yml").toString()).start();
        }

        boolean isPrimary() {
            try {
                return http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + (PATRONI + number)
                        + "/primary")).timeout(Duration.ofSeconds(2)).build(), HttpResponse.BodyHandlers.discarding())
                        .statusCode() == 200;
            } catch (IOException e) {
                return false;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        /** The processes that send what it writes to the standbys. */
        List<ProcessHandle> senders() throws IOException {
            List<ProcessHandle> senders = new ArrayList<>();
            for (ProcessHandle process : postmaster().children().toList()) {
                if (Files.readString(Path.of("/proc/" + process.pid() + "/cmdline")).contains("walsender")) {
                    senders.add(process);
                }
            }
            return senders;
        }

        List<ProcessHandle> processes() throws IOException {
            return Stream.of(patroni.toHandle(), postmaster())
                    .flatMap(root -> Stream.concat(Stream.of(root), root.descendants())).toList();
        }

        private ProcessHandle postmaster() throws IOException {
            long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0));
            return ProcessHandle.of(pid).orElseThrow();
        }

        void stop() {
            try {
                signal("KILL", processes());
            } catch (Exception e) {
                System.err.println(name + " has not stopped: " + e);
            }
        }
    }

    // ------------------------------------------------------------------------------------------------ arena

    private void startArena() throws Exception {
        ProcessBuilder builder = process("arena", "java", "-jar", "target/quarkus-app/quarkus-run.jar");
        builder.environment().putAll(Map.of("DOHYO_DATA_DIR", directory.resolve("arena").toString(),
                "QUARKUS_HTTP_PORT", Integer.toString(ARENA), "QUARKUS_DATASOURCE_JDBC_URL", way.url,
                "QUARKUS_DATASOURCE_USERNAME", "dohyo", "QUARKUS_DATASOURCE_PASSWORD", PASSWORD,
                "DOHYO_BATTLE_PER_NETWORK_AND_HOUR", "1000000", "DOHYO_BATTLE_PER_VOTER_AND_HOUR", "1000000",
                "DOHYO_FLOOD_VOTES_PER_NETWORK_AND_HOUR", "0", "DOHYO_FLOOD_PROOF_NUMBERS", "0",
                "DOHYO_BATTLE_READING_CHARACTERS_PER_SECOND", "0"));
        others.add(builder.start());
        until("the arena", () -> get(http, "/q/health/ready").statusCode() == 200);
    }

    private void startVoters() {
        for (int i = 0; i < FIGHTERS; i++) {
            background(() -> {
                HttpClient voter = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
                while (!over) {
                    fight(voter);
                }
                return null;
            });
        }
        for (int i = 0; i < VOTERS; i++) {
            voters.add(background(() -> {
                while (!over) {
                    Ready next = ready.poll(1, TimeUnit.SECONDS);
                    if (next != null) {
                        vote(next);
                    }
                }
                return null;
            }));
        }
    }

    private static Thread background(Callable<Void> work) {
        Thread thread = new Thread(() -> {
            try {
                work.call();
            } catch (Exception e) {
                e.printStackTrace();
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** A battle from its prompt until it can be voted on; one that breaks off is left to itself, as voters do. */
    private void fight(HttpClient voter) throws InterruptedException {
        try {
            HttpResponse<String> begun = post(voter, "/api/battles", "{\"prompt\":\"Explain the tides\"}");
            count("battle", begun.statusCode());
            Matcher id = ID.matcher(begun.body());
            if (begun.statusCode() != 201 || !id.find()) {
                TimeUnit.SECONDS.sleep(1);
                return;
            }
            HttpResponse<Stream<String>> events = voter.send(request("/api/battles/" + id.group(1) + "/events").build(),
                    HttpResponse.BodyHandlers.ofLines());
            try (Stream<String> lines = events.body()) {
                boolean whole = lines.filter(line -> line.equals("event:ready") || line.equals("event:failed"))
                        .findFirst().filter("event:ready"::equals).isPresent();
                count(whole ? "battles to their end" : "battles with a failed answer");
                if (whole) {
                    ready.put(new Ready(voter, id.group(1)));
                }
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            count("battle", 0);
            TimeUnit.SECONDS.sleep(1);
        }
    }

    /** Casts the vote as often as it takes, and writes down that it was acknowledged. */
    private void vote(Ready next) throws InterruptedException {
        String outcome = next.battle().charAt(0) < '8' ? "A" : "B";
        while (!over) {
            long sentAt = System.nanoTime();
            int status = cast(next, outcome);
            count("vote", status);
            if (status == 201 || status == 200) {
                acknowledged.put(next.battle(), outcome);
                if (sentAt > struckAt && firstAfter == null) {
                    firstAfter = next;
                }
                return;
            }
            if (status != 503 && status != 500 && status != 0) {
                return;
            }
            TimeUnit.NANOSECONDS.sleep(AGAIN.toNanos());
        }
    }

    private int cast(Ready next, String outcome) throws InterruptedException {
        try {
            return post(next.voter(), "/api/battles/" + next.battle() + "/vote", "{\"outcome\":\"" + outcome + "\"}")
                    .statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    private void count(String call, int status) {
        count("answers to a " + call + ": " + (status == 0 ? "none" : status));
    }

    private void count(String event) {
        events.computeIfAbsent(event, unused -> new AtomicInteger()).incrementAndGet();
    }

    private HttpResponse<String> get(HttpClient client, String path) throws IOException, InterruptedException {
        return client.send(request(path).timeout(Duration.ofSeconds(10)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(HttpClient client, String path, String json)
            throws IOException, InterruptedException {
        return client.send(request(path).timeout(Duration.ofSeconds(60)).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ARENA + path));
    }

    // ----------------------------------------------------------------------------------------------- result

    private void compare() throws Exception {
        for (Thread voter : voters) {
            voter.join();
        }
        until("an empty queue", () -> number("select count(*) from log_queue") == 0);
        Set<String> lost = new HashSet<>(acknowledged.keySet());
        try (Connection connection = arenaDatabase();
                Statement statement = connection.createStatement();
                ResultSet votes = statement.executeQuery("select battle_id, outcome from vote")) {
            while (votes.next()) {
                if (votes.getString(2).equals(acknowledged.get(votes.getString(1)))) {
                    lost.remove(votes.getString(1));
                }
            }
        }
        System.out.println("\n| figure | measured |\n| --- | --- |");
        row("acknowledged votes", acknowledged.size());
        row("of these lost", lost.size());
        row("votes that the log has more or less than once",
                number("""
                        select count(*) from (select v.id from vote v left join log_entry e on e.vote_id = v.id
                            group by v.id having count(e.vote_id) <> 1) wrong"""));
        row("votes in the log beyond those that the counts have, or the other way round",
                Math.abs(number("select coalesce(sum(sign), 0) from log_entry") - number("""
                        select coalesce(sum(first_wins + second_wins + ties + both_bad), 0) from pair_count
                        where category = 'overall'""")));
        events.forEach((event, times) -> row(event, times.get()));
        if (way.synchronous == !lost.isEmpty()) {
            System.err.println(way.synchronous ? "Acknowledged votes were lost." : "The control has lost nothing.");
            System.exit(1);
        }
    }

    private static void row(String figure, long measured) {
        System.out.println("| " + figure + " | " + measured + " |");
    }

    private Connection arenaDatabase() throws SQLException {
        return DriverManager.getConnection(Way.HOSTS.url, "dohyo", PASSWORD);
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = arenaDatabase()) {
            return number(connection, sql);
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void execute(String url, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "postgres", PASSWORD);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String hosts() {
        return IntStream.range(0, NODES).mapToObj(number -> "127.0.0.1:" + (POSTGRES + number))
                .collect(Collectors.joining(","));
    }

    /** Asks until the condition holds; a failure to ask counts as "not yet". */
    private void until(String awaited, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            try {
                if (condition.call()) {
                    return;
                }
            } catch (IOException | SQLException | IllegalStateException e) {
                // Asked again below.
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IllegalStateException("no " + awaited + " within " + PATIENCE + "; the logs are in " + directory);
    }

    private static double secondsSince(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private void stop() {
        over = true;
        nodes.stream().filter(node -> node.patroni != null).forEach(Node::stop);
        others.forEach(Process::destroyForcibly);
    }
}
