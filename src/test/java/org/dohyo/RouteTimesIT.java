package org.dohyo;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.dohyo.support.PostgresResource;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/**
 * Finding the resource of an address takes time in proportion to its length, for every route: a pattern that tries all
 * pairs of places would hold the event loop.
 */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class RouteTimesIT {

    private static final int SHORT = 60;
    private static final int LONG = 7_800;
    /** Time that passes on a busy machine whatever the length is. */
    private static final double SLACK_MILLIS = 60;
    /** The lengths differ 130-fold and the squares of them 17,000-fold. */
    private static final double MOST_RATIO = 12;
    private static final int TRIES = 7;
    private static final List<String> FILLS = List.of("x", ".", ".svg", "a-", "%2e", "1", ";a=");

    @TestHTTPResource("/")
    URI root;

    @Test
    void everyRoute_takesLongAddressesInLinearTime() throws IOException {
        RawHttp http = new RawHttp(root.getHost(), root.getPort());
        Collection<String> routes = given().get("/q/openapi?format=json").jsonPath().<String, Object> getMap("paths")
                .keySet();
        assertThat(routes).hasSizeGreaterThan(50);
        for (String route : routes.stream().map(path -> path.replaceAll("\\{[^/]*", "")).map(RouteTimesIT::folder)
                .distinct().toList()) {
            for (String fill : FILLS) {
                double quick = fastest(http, address(route, fill, SHORT));
                double slow = fastest(http, address(route, fill, LONG));
                assertThat(slow).as("milliseconds at " + route + " with " + fill + ", " + quick + " when short")
                        .isLessThan(MOST_RATIO * quick + SLACK_MILLIS);
            }
        }
    }

    private static String folder(String path) {
        return path.endsWith("/") ? path : path + "/";
    }

    private static String address(String route, String fill, int length) {
        return route + fill.repeat((length - route.length()) / fill.length());
    }

    /** The fastest of some tries: what else the machine does only ever adds. */
    private static double fastest(RawHttp http, String address) throws IOException {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < TRIES && best > SLACK_MILLIS / 4; i++) {
            long begin = System.nanoTime();
            int status = http.send("GET", address, Map.of("Accept", "application/json"), null).status();
            best = Math.min(best, (System.nanoTime() - begin) / 1e6);
            assertThat(status).as(address).isLessThan(500);
        }
        return best;
    }
}
