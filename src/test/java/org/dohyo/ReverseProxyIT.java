package org.dohyo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

    @TempDir
    Path directory;

    private ArenaProcess arena;
    private FrontProxy proxy;

    @AfterEach
    void close() {
        if (proxy != null) {
            proxy.close();
        }
        if (arena != null) {
            arena.close();
        }
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
        List<FrontProxy.Kind> installed = FrontProxy.Kind.installed();
        assumeFalse(installed.isEmpty(), "neither nginx nor HAProxy is installed");
        proxy = new FrontProxy(directory, HOST);
        arena = ArenaProcess.start(directory.resolve("data"), Map.of("DOHYO_PROXY_TRUSTED", "127.0.0.1",
                "DOHYO_PUBLIC_URL", proxy.url(), "DOHYO_BATTLE_PER_NETWORK_AND_HOUR", "3"));
        for (FrontProxy.Kind kind : installed) {
            proxy.start(kind, kind.configuration(""), arena.port());
            seesItsClients("127." + kind.ordinal() + ".");
            proxy.stop();
        }
    }

    /** @param side the beginning of the clients' addresses */
    private void seesItsClients(String side) throws IOException {
        RawHttp http = proxy.client(side + "1.1");
        RawHttp.Answer page = http.send("GET", "/", Map.of("Accept", "text/html"), null);
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        assertThat(page.headers()).containsKey("strict-transport-security");

        RawHttp.Answer started = http.send("POST", "/api/battles",
                with(JSON, "Origin", proxy.url()), PROMPT);
        assertThat(started.status()).as(started.body()).isEqualTo(201);
        assertThat(started.headers().get("set-cookie")).startsWith("__Host-dohyo_voter=")
                .containsIgnoringCase("secure");
        assertThat(started.headers().get("location")).startsWith(proxy.url() + "/api/battles/");

        // The stream of the leaderboard never ends: from a proxy that collects what it sends, nothing would come.
        assertThat(proxy.passesEventsOn("/api/leaderboard/events", side + "1.1")).isTrue();
        refusesOtherSitesAndHosts(http);
        countsByClient(side);
    }

    private void refusesOtherSitesAndHosts(RawHttp http) throws IOException {
        assertThat(http.send("POST", "/api/battles", with(JSON, "Origin", "https://evil.example"), PROMPT).status())
                .isEqualTo(403);
        RawHttp rebound = new RawHttp("evil.example", () -> proxy.connect("127.0.1.1"));
        assertThat(rebound.send("GET", "/", Map.of("X-Forwarded-Host", HOST), null).body()).contains("unknown-host");
        RawHttp direct = new RawHttp("evil.example", () -> new Socket("127.0.0.1", arena.port()));
        assertThat(direct.send("GET", "/", Map.of(), null).body()).contains("unknown-host");
        RawHttp probe = new RawHttp("127.0.0.1", arena.port());
        assertThat(probe.send("GET", "/q/health/ready", Map.of(), null).status()).isEqualTo(200);
        assertThat(probe.send("GET", "/", Map.of(), null).status()).isEqualTo(200);
    }

    /** One network has three battles an hour here, whatever address its voters claim to have. */
    private void countsByClient(String side) throws IOException {
        RawHttp client = proxy.client(side + "2.1");
        for (int i = 0; i < 3; i++) {
            assertThat(client.send("POST", "/api/battles", with(JSON, "X-Forwarded-For", "198.51." + i + ".1"), PROMPT)
                    .status()).isEqualTo(201);
        }
        for (String forged : List.of("198.51.77.1", "127.0.0.1", "198.51.77.1, 127.0.0.1", "unknown", "")) {
            RawHttp.Answer refused = client.send("POST", "/api/battles",
                    with(JSON, "X-Forwarded-For", forged, "Forwarded", "for=198.51.78.1"), PROMPT);
            assertThat(refused.status()).as(forged + ": " + refused.body()).isEqualTo(429);
        }
        assertThat(proxy.client(side + "3.1").send("POST", "/api/battles", JSON, PROMPT).status())
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
                Map.of("DOHYO_PUBLIC_URL", "arena.example"),
                Map.of("DOHYO_PUBLIC_URL", "https://example.org/arena/../x"),
                Map.of("DOHYO_PUBLIC_URL", "https://example.org/api"))) {
            String setting = wrong.keySet().iterator().next();
            try (ArenaProcess refused = ArenaProcess.launch(directory.resolve("none"), wrong)) {
                assertThat(refused.exitCode()).isEqualTo(1);
                assertThat(refused.errors().strip()).startsWith(setting + " must be ").hasLineCount(1);
            }
        }
    }
}
