package org.dohyo.web.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.vertx.core.MultiMap;

class ForwardedChainTest {

    private static final TrustedProxies PROXIES = TrustedProxies.of(List.of("10.0.0.0/8", "192.0.2.1", "fd00::/8"));
    private static final String PEER = "10.0.0.1";

    private static ForwardedChain.Client client(ForwardHeader header, MultiMap headers) {
        return new ForwardedChain(header.hops(headers), PROXIES).client(PEER);
    }

    private static MultiMap headers(String... pairs) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        for (int i = 0; i < pairs.length; i += 2) {
            headers.add(pairs[i], pairs[i + 1]);
        }
        return headers;
    }

    /** What stands left of the first address that is no trusted proxy's may be the client's own invention. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            203.0.113.7 | 203.0.113.7
            1.2.3.4, 203.0.113.7 | 203.0.113.7
            1.2.3.4, 203.0.113.7, 10.1.1.1 | 203.0.113.7
            203.0.113.7, 192.0.2.1, 10.1.1.1 | 203.0.113.7
            203.0.113.7, 192.0.2.2, 10.1.1.1 | 192.0.2.2
            203.0.113.7:5123 | 203.0.113.7
            [2001:db8::1]:443 | 2001:db8::1
            [2001:db8::1] | 2001:db8::1
            2001:db8::1, fd00::5 | 2001:db8::1
            10.1.1.1 | 10.1.1.1
            unknown | 10.0.0.1
            1.2.3.4, unknown | 10.0.0.1
            1.2.3.4, unknown, 10.1.1.1 | 10.1.1.1
            1.2.3.4, localhost | 10.0.0.1
            1.2.3.4, 999.1.1.1 | 10.0.0.1
            1.2.3.4, | 10.0.0.1
            , | 10.0.0.1
            """)
    void addressIsReadFromTheRight(String list, String address) {
        assertThat(client(ForwardHeader.X_FORWARDED, headers("X-Forwarded-For", list)).address()).isEqualTo(address);
    }

    @Test
    void linesOfOneHeaderAreOneList() {
        assertThat(client(ForwardHeader.X_FORWARDED,
                headers("X-Forwarded-For", "1.2.3.4", "X-Forwarded-For", "203.0.113.7, 10.2.2.2")).address())
                .isEqualTo("203.0.113.7");
    }

    @Test
    void schemeAndHost_areTheNearestProxys() {
        ForwardedChain.Client client = client(ForwardHeader.X_FORWARDED, headers("X-Forwarded-For", "203.0.113.7",
                "X-Forwarded-Proto", "http, HTTPS", "X-Forwarded-Host", "evil.example, arena.example:8443"));
        assertThat(client.scheme()).contains("https");
        assertThat(client.host()).contains("arena.example:8443");
    }

    @Test
    void withoutAddress_schemeStillCounts() {
        ForwardedChain.Client client = client(ForwardHeader.X_FORWARDED, headers("X-Forwarded-Proto", "https"));
        assertThat(client).isEqualTo(new ForwardedChain.Client(PEER, Optional.of("https"), Optional.empty()));
    }

    @Test
    void withoutHeader_proxyIsTheClient() {
        for (ForwardHeader header : ForwardHeader.values()) {
            assertThat(client(header, headers()))
                    .isEqualTo(new ForwardedChain.Client(PEER, Optional.empty(), Optional.empty()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "javascript", "ftp", "", "https://x" })
    void oddScheme_isIgnored(String scheme) {
        assertThat(client(ForwardHeader.X_FORWARDED, headers("X-Forwarded-Proto", scheme)).scheme()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "a b", "<x>", "arena.example/path", "user@arena.example", "-x", "x:y" })
    void oddHost_isIgnored(String host) {
        assertThat(client(ForwardHeader.X_FORWARDED, headers("X-Forwarded-Host", host)).host()).isEmpty();
    }

    /** The examples are RFC 7239's, section 4 and 7.1. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            for="_gazonk" | 10.0.0.1
            For="[2001:db8:cafe::17]:4711" | 2001:db8:cafe::17
            for=192.0.2.60;proto=http;by=203.0.113.43 | 192.0.2.60
            for=192.0.2.43, for=198.51.100.17 | 198.51.100.17
            for=203.0.113.7;proto=https, for=10.1.1.1;proto=http | 203.0.113.7
            for="1.2.3.4, for=203.0.113.7 | 10.0.0.1
            for=1.2.3.4;x="a, for=5.6.7.8", for=203.0.113.7 | 203.0.113.7
            for | 10.0.0.1
            proto=https | 10.0.0.1
            """)
    void forwarded_isReadFromTheRightToo(String value, String address) {
        assertThat(client(ForwardHeader.FORWARDED, headers("Forwarded", value)).address()).isEqualTo(address);
    }

    @Test
    void forwarded_hasSchemeAndHostOfTheClientsOwnCall() {
        ForwardedChain.Client client = client(ForwardHeader.FORWARDED, headers("Forwarded",
                "for=1.2.3.4;proto=http;host=evil.example, for=203.0.113.7;proto=https;host=\"arena.example:8443\", "
                        + "for=10.1.1.1;proto=http;host=inside"));
        assertThat(client).isEqualTo(
                new ForwardedChain.Client("203.0.113.7", Optional.of("https"), Optional.of("arena.example:8443")));
    }

    /** A proxy that knows one header passes on the other as the client sent it. */
    @Test
    void otherHeader_isIgnored() {
        MultiMap forged = headers("Forwarded", "for=1.2.3.4", "X-Forwarded-For", "203.0.113.7");
        assertThat(client(ForwardHeader.X_FORWARDED, forged).address()).isEqualTo("203.0.113.7");
    }

    @Test
    void longList_isReadInLinearTime() {
        String list = "1.2.3.4, ".repeat(5_000) + "203.0.113.7";
        assertThat(client(ForwardHeader.X_FORWARDED, headers("X-Forwarded-For", list)).address())
                .isEqualTo("203.0.113.7");
    }

    @ParameterizedTest
    @ValueSource(strings = { "10.0.0.0/33", "10.0.0", "x", "10.0.0.0/", "/8", "10.0.0.0/-1", "fd00::/129", "a/8" })
    void wrongRange_isRefused(String range) {
        assertThatIllegalArgumentException().isThrownBy(() -> TrustedProxies.of(List.of("10.0.0.0/8", range)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = { "arena.example", "ftp://arena.example", "https://", "https://a b", "mailto:x",
                    "https://u:p@arena.example", "https://arena.example?x", "", "https://arena.example#x",
                    "https://arena.example/x?y", "https://arena.example/x#y", "https://arena.example/x/../y",
                    "https://arena.example/..", "https://arena.example/x%2Fy", "https://arena.example/x//",
                    "https://arena.example//", "https://arena.example//x", "https://arena.example/x\"",
                    "https://arena.example/x{y}", "https://arena.example/api", "https://arena.example/desk/x" })
    void wrongPublicUrl_isRefused(String url) {
        assertThatIllegalArgumentException().isThrownBy(() -> PublicUrl.of(url));
    }

    @ParameterizedTest
    @CsvSource({ "https://example.org,''", "https://example.org/,''", "https://example.org/arena,/arena",
            "https://example.org/arena/,/arena", "https://example.org/a-1/b_2.x/,/a-1/b_2.x",
            "https://example.org/apis,/apis" })
    void publicUrl_mayHaveAPath(String url, String path) {
        assertThat(PublicUrl.of(url).path()).isEqualTo(path);
        assertThat(PublicUrl.of(url).address("/me")).isEqualTo("https://example.org" + path + "/me");
    }

    @Test
    void publicUrl_servesItsNameAndNamesThatNobodyCanPointElsewhere() {
        PublicUrl home = PublicUrl.of("https://Arena.example:8443/");
        assertThat(home.authority()).isEqualTo("Arena.example:8443");
        for (String name : List.of("arena.example", "localhost", "127.0.0.1", "10.0.0.1", "[::1]", "::1")) {
            assertThat(home.serves(name)).as(name).isTrue();
        }
        for (String name : List.of("evil.example", "arena.example.evil.example", "localhost.evil.example", "")) {
            assertThat(home.serves(name)).as(name).isFalse();
        }
    }
}
