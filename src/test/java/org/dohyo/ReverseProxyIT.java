package org.dohyo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The arena behind a real reverse proxy that ends TLS, with the configurations of docs/operations. */
@Tag("long")
@Execution(ExecutionMode.CONCURRENT)
class ReverseProxyIT {

    private static final String HOST = "arena.example";
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
    private static final String PROMPT = "{\"prompt\":\"Count to three\"}";
    private static final char[] PASSWORD = "changeit".toCharArray();

    /** The proxies of Debian, each with its way to be started in the foreground. */
    enum Proxy {
        NGINX("nginx.conf", "nginx", "-e", "stderr", "-g",
                "daemon off; master_process off; pid DIR/pid; error_log stderr;", "-p", "DIR", "-c"),
        HAPROXY("haproxy.cfg", "haproxy", "-db", "-f");

        private final String file;
        private final List<String> command;

        Proxy(String file, String... command) {
            this.file = file;
            this.command = List.of(command);
        }

        private boolean isInstalled() {
            return Stream.of("/usr/sbin/", "/usr/bin/", "/usr/local/sbin/", "/usr/local/bin/")
                    .anyMatch(place -> Files.isExecutable(Path.of(place + command.get(0))));
        }

        private Process start(Path directory, int port, int arena) throws IOException {
            String text = Files.readString(Path.of("docs/operations", file))
                    .replace("listen 443", "listen 127.0.0.1:" + port).replace("bind :443", "bind 127.0.0.1:" + port)
                    .replace("127.0.0.1:8080", "127.0.0.1:" + arena).replace("/etc/dohyo", directory.toString());
            Path configuration = Files.writeString(directory.resolve(file), text);
            List<String> words = Stream
                    .concat(command.stream().map(word -> word.replace("DIR", directory.toString())),
                            Stream.of(configuration.toString()))
                    .toList();
            return new ProcessBuilder(words).redirectErrorStream(true)
                    .redirectOutput(directory.resolve("proxy.log").toFile()).start();
        }
    }

    @TempDir
    Path directory;

    private ArenaProcess arena;
    private Process proxy;
    private SSLContext tls;
    private int port;

    @AfterEach
    void close() throws InterruptedException {
        stopProxy();
        if (arena != null) {
            arena.close();
        }
    }

    private void stopProxy() throws InterruptedException {
        if (proxy != null) {
            proxy.destroy();
            proxy.waitFor(20, TimeUnit.SECONDS);
        }
    }

    private void startArena() throws Exception {
        certificate();
        port = ArenaProcess.freePort();
        arena = ArenaProcess.start(directory.resolve("data"),
                Map.of("DOHYO_PROXY_TRUSTED", "127.0.0.1", "DOHYO_PUBLIC_URL", "https://" + HOST + ":" + port,
                        "DOHYO_BATTLE_PER_NETWORK_AND_HOUR", "3"));
    }

    private void start(Proxy kind) throws Exception {
        proxy = kind.start(directory, port, arena.port());
        await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(() -> {
            new Socket("127.0.0.1", port).close();
            return true;
        });
    }

    /** A certificate of the test's own, as the proxies read it and as the client trusts it. */
    private void certificate() throws IOException, GeneralSecurityException, InterruptedException {
        Path store = directory.resolve("arena.p12");
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-alias", "arena", "-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=" + HOST,
                "-ext", "san=dns:" + HOST, "-validity", "2", "-storetype", "PKCS12", "-keystore", store.toString(),
                "-storepass", new String(PASSWORD)).redirectErrorStream(true).start();
        assertThat(keytool.waitFor()).as(new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isZero();
        KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD);
        String certificate = pem("CERTIFICATE", keys.getCertificate("arena").getEncoded());
        String key = pem("PRIVATE KEY", keys.getKey("arena", PASSWORD).getEncoded());
        Files.writeString(directory.resolve("arena.key"), key);
        Files.writeString(directory.resolve("arena.pem"), certificate + key);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, PASSWORD);
        trusted.setCertificateEntry("arena", keys.getCertificate("arena"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
    }

    private static String pem(String kind, byte[] bytes) {
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind,
                Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(bytes), kind);
    }

    private Socket connect(String from) throws IOException {
        Socket plain = new Socket(InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName(from), 0);
        return tls.getSocketFactory().createSocket(plain, HOST, port, true);
    }

    /** A client at an address of its own, all of which are this machine's. */
    private RawHttp client(String from) {
        return new RawHttp(HOST + ":" + port, () -> connect(from));
    }

    private static Map<String, String> with(Map<String, String> headers, String... more) {
        Map<String, String> all = new HashMap<>(headers);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    /** One arena for all of them, one after the other, each with clients of its own networks. */
    @Test
    void arenaBehindAProxy_seesItsClients() throws Exception {
        List<Proxy> installed = Stream.of(Proxy.values()).filter(Proxy::isInstalled).toList();
        assumeFalse(installed.isEmpty(), "neither nginx nor HAProxy is installed");
        startArena();
        for (Proxy kind : installed) {
            start(kind);
            seesItsClients("127." + kind.ordinal() + ".");
            stopProxy();
        }
    }

    /** @param side the beginning of the clients' addresses */
    private void seesItsClients(String side) throws IOException {
        RawHttp http = client(side + "1.1");
        RawHttp.Answer page = http.send("GET", "/", Map.of("Accept", "text/html"), null);
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        assertThat(page.headers()).containsKey("strict-transport-security");

        RawHttp.Answer started = http.send("POST", "/api/battles",
                with(JSON, "Origin", "https://" + HOST + ":" + port), PROMPT);
        assertThat(started.status()).as(started.body()).isEqualTo(201);
        assertThat(started.headers().get("set-cookie")).startsWith("__Host-dohyo_voter=")
                .containsIgnoringCase("secure");
        assertThat(started.headers().get("location")).startsWith("https://" + HOST + ":" + port + "/api/battles/");

        eventsComeAtOnce(side);
        refusesOtherSitesAndHosts(http);
        countsByClient(side);
    }

    /** The stream of the leaderboard never ends: from a proxy that collects what it sends, nothing would come. */
    private void eventsComeAtOnce(String side) throws IOException {
        try (Socket socket = connect(side + "1.1")) {
            socket.setSoTimeout(25_000);
            socket.getOutputStream().write(("GET /api/leaderboard/events HTTP/1.1\r\nHost: " + HOST + ":" + port
                    + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            BufferedReader lines = new BufferedReader(
                    new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            boolean event = false;
            for (String line = lines.readLine(); line != null && !event; line = lines.readLine()) {
                event = line.startsWith("event:") || line.startsWith(":");
            }
            assertThat(event).as("an event or a heartbeat comes").isTrue();
        }
    }

    private void refusesOtherSitesAndHosts(RawHttp http) throws IOException {
        assertThat(http.send("POST", "/api/battles", with(JSON, "Origin", "https://evil.example"), PROMPT).status())
                .isEqualTo(403);
        RawHttp rebound = new RawHttp("evil.example", () -> connect("127.0.1.1"));
        assertThat(rebound.send("GET", "/", Map.of("X-Forwarded-Host", HOST), null).body()).contains("unknown-host");
        RawHttp direct = new RawHttp("evil.example", () -> new Socket("127.0.0.1", arena.port()));
        assertThat(direct.send("GET", "/", Map.of(), null).body()).contains("unknown-host");
        RawHttp probe = new RawHttp("127.0.0.1", arena.port());
        assertThat(probe.send("GET", "/q/health/ready", Map.of(), null).status()).isEqualTo(200);
        assertThat(probe.send("GET", "/", Map.of(), null).status()).isEqualTo(200);
    }

    /** One network has three battles an hour here, whatever address its voters claim to have. */
    private void countsByClient(String side) throws IOException {
        RawHttp client = client(side + "2.1");
        for (int i = 0; i < 3; i++) {
            assertThat(client.send("POST", "/api/battles", with(JSON, "X-Forwarded-For", "198.51." + i + ".1"), PROMPT)
                    .status()).isEqualTo(201);
        }
        for (String forged : List.of("198.51.77.1", "127.0.0.1", "198.51.77.1, 127.0.0.1", "unknown", "")) {
            RawHttp.Answer refused = client.send("POST", "/api/battles",
                    with(JSON, "X-Forwarded-For", forged, "Forwarded", "for=198.51.78.1"), PROMPT);
            assertThat(refused.status()).as(forged + ": " + refused.body()).isEqualTo(429);
        }
        assertThat(client(side + "3.1").send("POST", "/api/battles", JSON, PROMPT).status())
                .as("another network has its own share").isEqualTo(201);
    }

    /** Without trust the header counts for nothing, and the log names the setting, once. */
    @Test
    void headerOfAStranger_isIgnored_andNamedOnce() throws Exception {
        arena = ArenaProcess.start(directory.resolve("data"), Map.of("DOHYO_BATTLE_PER_NETWORK_AND_HOUR", "2"));
        RawHttp http = new RawHttp("127.0.0.1", arena.port());
        for (int i = 0; i < 2; i++) {
            RawHttp.Answer started = http.send("POST", "/api/battles",
                    with(JSON, "X-Forwarded-For", "198.51." + i + ".1", "X-Forwarded-Proto", "https"), PROMPT);
            assertThat(started.status()).isEqualTo(201);
            assertThat(started.headers().get("set-cookie")).startsWith("dohyo_voter=");
        }
        assertThat(http.send("POST", "/api/battles", with(JSON, "X-Forwarded-For", "198.51.9.1"), PROMPT).status())
                .isEqualTo(429);
        assertThat(arena.output().lines().filter(line -> line.contains("DOHYO_PROXY_TRUSTED"))).hasSize(1);
    }

    @Test
    void wrongSettings_areRefusedInOneSentence() throws Exception {
        for (Map<String, String> wrong : List.of(Map.of("DOHYO_PROXY_TRUSTED", "10.0.0.0/40"),
                Map.of("DOHYO_PUBLIC_URL", "arena.example"))) {
            String setting = wrong.keySet().iterator().next();
            try (ArenaProcess refused = ArenaProcess.launch(directory.resolve("none"), wrong)) {
                assertThat(refused.exitCode()).isEqualTo(1);
                assertThat(refused.errors().strip()).startsWith(setting + " must be ").hasLineCount(1);
            }
        }
    }
}
