package org.dohyo.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;

import org.dohyo.support.EnglishWords;
import org.dohyo.web.proxy.PublicUrl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestGuardTest {

    @ParameterizedTest
    @CsvSource({ "localhost, 200", "LOCALHOST:8080, 200", "127.0.0.1:8080, 200", "[::1]:8080, 200",
            "rebound.example, 403",
            "127.0.0.1.rebound.example:8080, 403", "localhost.rebound.example, 403" })
    void arenaOfThisMachineAlone_servesOnlyNamesThatNobodyCanPointElsewhere(String host, String status)
            throws IOException {
        assertThat(get(Optional.empty(), true, "/leaderboard", host)).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({ "rebound.example, 200", "192.168.1.7, 200" })
    void arenaOfANetwork_servesEveryNameUntilItsOwnIsSet(String host, String status) throws IOException {
        assertThat(get(Optional.empty(), false, "/leaderboard", host)).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({ "arena.example, 200", "ARENA.example:443, 200", "localhost, 200", "10.0.0.1, 200",
            "rebound.example, 403" })
    void arenaWithAnAddress_servesIt(String host, String status) throws IOException {
        Optional<PublicUrl> home = Optional.of(PublicUrl.of("https://arena.example"));
        assertThat(get(home, true, "/leaderboard", host)).isEqualTo(status);
        assertThat(get(home, false, "/leaderboard", host)).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({ "true", "false" })
    void probes_areAnsweredByAnyName(boolean loopback) throws IOException {
        assertThat(get(Optional.empty(), loopback, "/q/health/ready", "pod-7.cluster.local")).isEqualTo("200");
    }

    @ParameterizedTest
    @CsvSource({ "http://localhost, 200", "http://other.example, 403", "null, 403" })
    void changes_comeFromTheArenasOwnPages(String origin, String status) throws IOException {
        try (FilteredServer server = server(Optional.empty(), true)) {
            assertThat(server.send("POST /api/battles", "Origin: " + origin, "Content-Length: 0").get(0))
                    .isEqualTo(status);
        }
    }

    private static String get(Optional<PublicUrl> home, boolean loopback, String path, String host) throws IOException {
        try (FilteredServer server = server(home, loopback)) {
            return server.send("GET " + path, "Host: " + host).get(0);
        }
    }

    private static FilteredServer server(Optional<PublicUrl> home, boolean loopback) {
        return new FilteredServer(
                new RequestGuard(home, loopback, request -> EnglishWords.of(RequestMessages.class))::register,
                call -> call.response().end());
    }
}
