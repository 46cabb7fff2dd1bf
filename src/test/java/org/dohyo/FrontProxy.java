package org.dohyo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A real reverse proxy that ends TLS before an arena, with a configuration of docs/operations. */
final class FrontProxy implements AutoCloseable {

    private static final char[] PASSWORD = "changeit".toCharArray();

    /** The proxies of Debian, each with its way to be started in the foreground. */
    enum Kind {
        NGINX("nginx%s.conf", "nginx", "-e", "stderr", "-g",
                "daemon off; master_process off; pid DIR/pid; error_log stderr;", "-p", "DIR", "-c"),
        HAPROXY("haproxy%s.cfg", "haproxy", "-db", "-f");

        private final String file;
        private final List<String> command;

        Kind(String file, String... command) {
            this.file = file;
            this.command = List.of(command);
        }

        /** Those that this machine has. */
        static List<Kind> installed() {
            return Stream.of(values()).filter(Kind::isInstalled).toList();
        }

        private boolean isInstalled() {
            return Stream.of("/usr/sbin/", "/usr/bin/", "/usr/local/sbin/", "/usr/local/bin/")
                    .anyMatch(place -> Files.isExecutable(Path.of(place + command.get(0))));
        }

        /** @param variant what the name of the configuration has before its ending; empty for the plain one */
        String configuration(String variant) throws IOException {
            return Files.readString(Path.of("docs/operations", file.formatted(variant)));
        }
    }

    private final Path directory;
    private final String host;
    private final int port;
    private final SSLContext tls;
    private Process process;

    /** @param host the name in its certificate and in its clients' calls */
    FrontProxy(Path directory, String host) throws IOException, GeneralSecurityException, InterruptedException {
        this.directory = directory;
        this.host = host;
        this.port = ArenaProcess.freePort();
        this.tls = certificate();
    }

    /** Its address, without a slash at the end. */
    String url() {
        return "https://" + host + ":" + port;
    }

    /** @param configuration as in docs/operations, for an arena at port 8080 */
    void start(Kind kind, String configuration, int arena) throws IOException {
        String text = configuration.replace("listen 443", "listen 127.0.0.1:" + port)
                .replace("bind :443", "bind 127.0.0.1:" + port).replace("127.0.0.1:8080", "127.0.0.1:" + arena)
                .replace("/etc/dohyo", directory.toString());
        Path file = Files.writeString(directory.resolve("proxy.conf"), text);
        List<String> words = new ArrayList<>(kind.command);
        words.replaceAll(word -> word.replace("DIR", directory.toString()));
        words.add(file.toString());
        process = new ProcessBuilder(words).redirectErrorStream(true)
                .redirectOutput(directory.resolve("proxy.log").toFile()).start();
        await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(() -> {
            new Socket("127.0.0.1", port).close();
            return true;
        });
    }

    void stop() {
        if (process != null) {
            process.destroy();
            process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
        }
    }

    @Override
    public void close() {
        stop();
    }

    /** @param from the client's address, which is one of this machine's */
    Socket connect(String from) throws IOException {
        Socket plain = new Socket(InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName(from), 0);
        return tls.getSocketFactory().createSocket(plain, host, port, true);
    }

    /** A client at an address of its own, which is one of this machine's. */
    RawHttp client(String from) {
        return new RawHttp(host + ":" + port, () -> connect(from));
    }

    /** True once an event or a heartbeat came by that stream, which never ends; fails if none comes in 25 s. */
    boolean passesEventsOn(String path, String from) throws IOException {
        try (Socket socket = connect(from)) {
            socket.setSoTimeout(25_000);
            socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: " + host + ":" + port + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            BufferedReader lines = new BufferedReader(
                    new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            boolean event = false;
            for (String line = lines.readLine(); line != null && !event; line = lines.readLine()) {
                event = line.startsWith("event:") || line.startsWith(":");
            }
            return event;
        }
    }

    /** A certificate of the test's own, as the proxies read it and as the clients trust it. */
    private SSLContext certificate() throws IOException, GeneralSecurityException, InterruptedException {
        Path store = directory.resolve("arena.p12");
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-alias", "arena", "-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=" + host,
                "-ext", "san=dns:" + host, "-validity", "2", "-storetype", "PKCS12", "-keystore", store.toString(),
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
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static String pem(String kind, byte[] bytes) {
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind,
                Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(bytes), kind);
    }
}
