package org.dohyo.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import org.dohyo.web.FilteredServer;
import org.dohyo.web.Refusal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.vertx.ext.web.RoutingContext;

class AccessRulesTest {

    private static FilteredServer server;

    @BeforeAll
    static void start() {
        server = new FilteredServer(filters -> new AccessRules(null, AccessRulesTest::refuse).register(filters),
                call -> call.response().setStatusCode(204).end());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** In the place of a problem document, whose words an application has. */
    private static void refuse(RoutingContext call, Refusal refusal) {
        call.response().setStatusCode(401).end();
    }

    /** As the REST layer reads a path, so that no spelling of it gets past the rules. */
    @ParameterizedTest
    @CsvSource({ "/api/admin/users, /api/admin/users", "/api/%61dmin, /api/admin",
            "/api/admin;x=1/users, /api/admin/users",
            "/api;a;b/admin;c=d, /api/admin", "/api/admin%3Bx=1/users, /api/admin/users", "/a+b, /a+b", "/a%20b, /a b",
            "/%E5%9C%9F%E4%BF%B5, /土俵", "/api/%zz, /api/%zz", "/;, /" })
    void plain_isDecoded_withoutMatrixParameters(String path, String plain) {
        assertThat(AccessRules.plain(path)).isEqualTo(plain);
    }

    @ParameterizedTest
    @ValueSource(strings = { "/", "/leaderboard", "/desk/sign-in", "/desktop", "/api/administration", "/api/battles",
            "/q/health" })
    void strangers_passEverywhereElse(String path) throws IOException {
        assertThat(server.send("GET " + path)).startsWith("204");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/api/admin", "/api/admin/users", "/q/metrics", "/q/metrics/x", "/api/%61dmin/users",
            "/api/x/../admin/users", "/api/admin;x/users", "/api;x/admin/users", "/api//admin/users" })
    void strangers_areRefused_atTheApi(String path) throws IOException {
        assertThat(server.send("GET " + path)).startsWith("401");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/desk", "/desk/", "/desk/users", "/d%65sk/users", "/desk;x/users", "/desk/sign-in/x" })
    void strangers_areSentToTheSignInPage_atTheDesk(String path) throws IOException {
        assertThat(server.send("GET " + path)).startsWith("303")
                .anyMatch(line -> line.startsWith("location: /desk/sign-in?to=%2f"));
    }
}
