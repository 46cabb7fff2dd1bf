package org.dohyo.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.dohyo.Http1;
import org.dohyo.support.PostgresResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;

/**
 * A generated file goes through in a heap that could not hold it:
 * {@code ./mvnw verify -Dit.test=LargeImportIT -Ddohyo.import.megabytes=200 -DargLine=-Xmx512m}.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestSecurity(user = "admin", roles = "admin")
@EnabledIfSystemProperty(named = "dohyo.import.megabytes", matches = "\\d+")
class LargeImportIT {

    private static final String PADDING = "x".repeat(800);

    @TestHTTPResource("/api/admin/votes/import?format=fastchat")
    URI target;

    private static String record(int number) {
        return """
                %s{"question_id":"large-%d","model_a":"large-%d","model_b":"large-%d","winner":"model_%s",
                "judge":"large_%d","tstamp":1700000000,"language":"English","padding":"%s"}""".formatted(
                number == 0 ? "[" : ",", number, number % 20, 20 + number % 30, number % 3 == 0 ? "b" : "a",
                number % 500,
                PADDING);
    }

    @Test
    void largeFile_isImportedInASmallHeap() throws Exception {
        int records = (int) (Long.getLong("dohyo.import.megabytes") * 1_000_000 / record(1).length()) + 1;
        HttpRequest request = HttpRequest.newBuilder(target)
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> file(records))).build();
        HttpResponse<String> response = Http1.client()
                .send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.body())
                .startsWith("{\"format\":\"fastchat\",\"read\":%d,\"imported\":%d,\"duplicates\":0"
                        .formatted(records, records));
    }

    private static InputStream file(int records) {
        Stream<String> parts = Stream.concat(IntStream.range(0, records).mapToObj(LargeImportIT::record),
                Stream.of("]"));
        return new SequenceInputStream(Collections.enumeration(new Parts(parts)));
    }

    /** A collection only in name: it is walked once and never held. */
    private static final class Parts extends java.util.AbstractCollection<InputStream> {

        private final Stream<String> parts;

        Parts(Stream<String> parts) {
            this.parts = parts;
        }

        @Override
        public java.util.Iterator<InputStream> iterator() {
            return parts.map(part -> (InputStream) new ByteArrayInputStream(part.getBytes(StandardCharsets.UTF_8)))
                    .iterator();
        }

        @Override
        public int size() {
            return Integer.MAX_VALUE;
        }
    }
}
