package org.dohyo.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.dohyo.web.proxy.PublicPath;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityHeadersTest {

    private static FilteredServer server;

    @BeforeAll
    static void start() {
        server = server(Optional.empty());
    }

    private static FilteredServer server(Optional<String> home) {
        SecurityHeaders headers = new SecurityHeaders(new PublicPath(() -> home));
        return new FilteredServer(headers::register,
                call -> call.response().setStatusCode(call.normalizedPath().endsWith("missing") ? 404 : 200).end());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String policy(List<String> head) {
        return head.stream().filter(line -> line.startsWith("content-security-policy: ")).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = { "/", "/leaderboard", "/api/battles", "/missing", "/embed", "/embedded/x", "/x/embed/",
            "/embed/../leaderboard", "/embed/%2e%2e/leaderboard" })
    void everyAnswer_forbidsInlineCode_othersSites_andFrames(String path) throws IOException {
        assertThat(policy(server.send("GET " + path)))
                .contains("default-src 'none';", "script-src 'self';", "style-src 'self';",
                        "base-uri 'none';", "object-src 'none';", "form-action 'self';",
                        "require-trusted-types-for 'script';")
                .doesNotContain("unsafe").endsWith("frame-ancestors 'none'");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/embed/leaderboard", "/x/../embed/leaderboard" })
    void theBoardMadeForFrames_mayBeFramedByAnyone(String path) throws IOException {
        assertThat(policy(server.send("GET " + path))).contains("script-src 'self';").endsWith("frame-ancestors *");
    }

    /** The digest of {@code {"imports":{"/static/bundle/":"/arena/static/bundle/"}}}. */
    @Test
    void belowAPath_theImportMapAloneIsAllowedInline() throws IOException {
        try (FilteredServer below = server(Optional.of("https://example.org/arena"))) {
            assertThat(policy(below.send("GET /"))).containsIgnoringCase(
                    "script-src 'self' 'sha256-JR5A0p7XHY105fxDruee+99qOjA9ziStn2Z+S2UnKPg=';")
                    .doesNotContain("unsafe");
        }
    }
}
