package org.dohyo.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;

import org.dohyo.support.EnglishWords;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.ext.web.RoutingContext;

class BodyLimitTest {

    private static FilteredServer server;

    @BeforeAll
    static void start() {
        server = new FilteredServer(new BodyLimit(new MemorySize(BigInteger.valueOf(100)),
                request -> EnglishWords.of(RequestMessages.class))::register,
                BodyLimitTest::answer);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Says which limit the reader of the body gets. */
    private static void answer(RoutingContext call) {
        Object limit = call.get(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY);
        call.response().putHeader("Limit", String.valueOf(limit)).end();
    }

    @ParameterizedTest
    @CsvSource({ "/api/battles, 100, 200, limit: 100", "/api/battles, 101, 413, connection: close",
            "/api/admin/votes/import, 4294967296, 200, limit: 4294967296",
            "/api/admin/votes/import, 4294967297, 413, connection: close",
            "/api/admin/benchmarks/import, 33554432, 200, limit: 33554432",
            "/api/admin/benchmarks/import, 33554433, 413, connection: close",
            "/api/admin/benchmarks/questions, 33554432, 200, limit: 33554432",
            "/api/admin/benchmarks/import/other, 101, 413, connection: close" })
    void declaredLength_isHeldBeforeTheBodyIsRead(String path, long length, String status, String header)
            throws IOException {
        assertThat(server.send("POST " + path, "Content-Length: " + length)).startsWith(status).contains(header);
    }

    @Test
    void aBodyWithoutALength_isHeldByItsReader() throws IOException {
        assertThat(server.send("POST /api/battles", "Transfer-Encoding: chunked")).startsWith("200")
                .contains("limit: 100");
        assertThat(server.send("GET /api/battles")).startsWith("200");
    }

    @Test
    void refusal_isAProblemDocument() throws IOException {
        assertThat(server.send("POST /api/battles", "Content-Length: 101"))
                .contains("content-type: application/problem+json");
    }

    @Test
    void filesOfAnyType_areTakenAtTheirAddressesAlone() {
        assertThat(BodyLimit.takesFiles("/api/admin/votes/import")).isTrue();
        assertThat(BodyLimit.takesFiles("/api/admin/benchmarks/import")).isTrue();
        assertThat(BodyLimit.takesFiles("/api/admin/benchmarks/questions")).isTrue();
        assertThat(BodyLimit.takesFiles("/api/admin/votes/import/")).isFalse();
        assertThat(BodyLimit.takesFiles("/api/battles")).isFalse();
    }
}
