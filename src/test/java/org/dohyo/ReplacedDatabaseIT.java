package org.dohyo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

import org.dohyo.support.embedded.EmbeddedDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The database's server falls silent, as by a loss of power or network, and another one takes its place: nothing closes
 * the connections to the first. {@code src/load/Failover.java} does the same to a real cluster.
 */
@Execution(ExecutionMode.CONCURRENT)
class ReplacedDatabaseIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path work;

    @Test
    void votesAndTheJobGoOn_whenAnotherServerHasTakenOver() throws Exception {
        EmbeddedDatabase database = EmbeddedDatabase.start(work.resolve("database"));
        try (Relay relay = new Relay(port(database)); ArenaProcess arena = start(database, relay)) {
            ArenaClient voter = new ArenaClient(arena);
            String battle = voter.fight("Explain why the sky is blue");
            relay.fallSilent();
            RawHttp http = new RawHttp("127.0.0.1", arena.port());
            await().atMost(PATIENCE)
                    .until(() -> http.send("GET", "/q/health/ready", Map.of(), null).status() == 503);
            database.close();
            database = EmbeddedDatabase.start(work.resolve("database"));
            relay.leadTo(port(database));

            await().atMost(PATIENCE)
                    .until(() -> http.send("GET", "/q/health/ready", Map.of(), null).status() == 200);
            await().atMost(PATIENCE).until(() -> voted(voter, battle));
            // The job had a connection to the first server in use.
            await().atMost(PATIENCE).until(() -> voter.boardVotes() == 1);
            assertThat(voter.loggedVotes()).isEqualTo(1);
        } finally {
            database.close();
        }
    }

    private static boolean voted(ArenaClient voter, String battle) throws Exception {
        return List.of(200, 201)
                .contains(voter.post("/api/battles/" + battle + "/vote", "{\"outcome\":\"A\"}").statusCode());
    }

    private ArenaProcess start(EmbeddedDatabase database, Relay relay) {
        return ArenaProcess.start(work.resolve("arena"),
                Map.of("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:" + relay.port() + "/postgres",
                        "QUARKUS_DATASOURCE_USERNAME", EmbeddedDatabase.USER, "QUARKUS_DATASOURCE_PASSWORD",
                        database.password()));
    }

    private static int port(EmbeddedDatabase database) {
        return URI.create(database.url().substring("jdbc:".length())).getPort();
    }

    /** Passes connections on to a server. */
    private static final class Relay implements Closeable {

        private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final List<Socket> sockets = new CopyOnWriteArrayList<>();
        private volatile int target;
        /** Of the connections that come from now on. */
        private volatile AtomicBoolean silent = new AtomicBoolean();

        Relay(int target) throws IOException {
            this.target = target;
            background(this::accept);
        }

        int port() {
            return door.getLocalPort();
        }

        /** Connections stay open, and nothing comes through them any more; the same holds for new ones. */
        void fallSilent() {
            silent.set(true);
        }

        /** New connections lead to another server; the earlier ones stay as they are. */
        void leadTo(int other) {
            target = other;
            silent = new AtomicBoolean();
        }

        private void accept() throws IOException {
            while (true) {
                Socket client = keep(door.accept());
                AtomicBoolean dead = silent;
                if (!dead.get()) {
                    Socket server = keep(new Socket(InetAddress.getLoopbackAddress(), target));
                    background(() -> pass(client, server, dead));
                    background(() -> pass(server, client, dead));
                }
            }
        }

        private Socket keep(Socket socket) {
            sockets.add(socket);
            return socket;
        }

        private static void pass(Socket from, Socket to, AtomicBoolean dead) throws IOException {
            byte[] bytes = new byte[8192];
            try {
                for (int read = from.getInputStream().read(bytes); read >= 0; read = from.getInputStream()
                        .read(bytes)) {
                    if (!dead.get()) {
                        to.getOutputStream().write(bytes, 0, read);
                    }
                }
            } finally {
                if (!dead.get()) {
                    from.close();
                    to.close();
                }
            }
        }

        private interface Work {
            void run() throws IOException;
        }

        private static void background(Work work) {
            Thread thread = new Thread(() -> {
                try {
                    work.run();
                } catch (IOException e) {
                    // One end has closed the connection, or the test is over.
                }
            }, "relay");
            thread.setDaemon(true);
            thread.start();
        }

        @Override
        public void close() throws IOException {
            door.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }
}
