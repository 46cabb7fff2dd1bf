package org.dohyo.account.signon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.dohyo.ArenaProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import io.restassured.path.json.JsonPath;

/**
 * The story of a sign-on with a real Keycloak. The profile {@code keycloak} downloads its distribution and names
 * it; without that the test is skipped.
 */
@Execution(ExecutionMode.CONCURRENT)
class KeycloakIT {

    private static final String DISTRIBUTION = System.getProperty("dohyo.keycloak", "");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    private Keycloak keycloak;
    private ArenaProcess arena;

    @AfterEach
    void close() {
        if (arena != null) {
            arena.close();
        }
        if (keycloak != null) {
            keycloak.close();
        }
    }

    @Test
    void signOn_roles_voting_logout_andAProviderThatGoesAway() throws Exception {
        assumeTrue(Files.isDirectory(Path.of(DISTRIBUTION)) && !DISTRIBUTION.isEmpty(),
                "no distribution of Keycloak at dohyo.keycloak");
        int port = ArenaProcess.freePort();
        keycloak = new Keycloak(Path.of(DISTRIBUTION), directory.resolve("keycloak"), "http://127.0.0.1:" + port);
        keycloak.start();
        arena = ArenaProcess.start(directory.resolve("data"), Map.of("QUARKUS_HTTP_PORT", Integer.toString(port),
                "DOHYO_OIDC_ISSUER", keycloak.issuer(), "DOHYO_OIDC_CLIENT_ID", "dohyo", "DOHYO_OIDC_CLIENT_SECRET",
                "the secret of the client", "DOHYO_OIDC_ADMIN_GROUPS", "arena-admins", "DOHYO_OIDC_VOTER_GROUPS",
                "arena-voters", "DOHYO_VOTER_SIGN_IN", "true", "DOHYO_ADMIN_PASSWORD", "a password of the admin"));

        Visitor carol = signsOn("carol", "/");
        assertThat(carol.call("POST", "/api/battles", "{\"prompt\":\"Hello\"}").statusCode()).isEqualTo(201);
        assertThat(carol.get("/desk").statusCode()).as("no group gives her a role").isEqualTo(403);

        Visitor bob = signsOn("bob", "/method");
        HttpResponse<String> refused = bob.call("POST", "/api/battles", "{\"prompt\":\"Hello\"}");
        assertThat(JsonPath.from(refused.body()).getString("code")).isEqualTo("not-a-voter");

        Visitor alice = signsOn("alice", "/desk/users");
        assertThat(alice.call("GET", "/api/admin/users", null).body()).contains("alice").doesNotContain("carol");

        // The session runs out with the ID token, and is refreshed without asking her.
        await().atMost(PATIENCE).until(() -> alice.call("GET", "/api/admin/users", null).statusCode() == 401);
        assertThat(alice.get("/desk/users").uri()).hasPath("/desk/users");
        assertThat(alice.call("GET", "/api/admin/users", null).statusCode()).isEqualTo(200);

        // Who leaves the group loses the role with the next refresh.
        keycloak.removeFromAllGroups("alice");
        await().atMost(PATIENCE).until(() -> alice.call("GET", "/api/admin/users", null).statusCode() == 401);
        assertThat(alice.get("/desk/users").statusCode()).isEqualTo(403);

        // Signing out ends the session at the provider too: the next sign-on asks for the password.
        assertThat(alice.get("/sign-on/out").uri()).hasPath("/desk/sign-in");
        assertThat(alice.get("/sign-on?to=/desk").body()).contains("action=\"" + keycloak.issuer());

        // Who is disabled at the provider is out when the token has run out.
        keycloak.disable("carol");
        await().atMost(PATIENCE).until(() -> carol.call("GET", "/api/battles/x", null).statusCode() == 401);
        assertThat(carol.get("/sign-on?to=/").uri()).hasHost("127.0.0.1").hasPort(
                Integer.parseInt(keycloak.issuer().replaceAll("\\D*127\\.0\\.0\\.1:(\\d+).*", "$1")));

        keycloak.stop();
        assertThat(new Visitor(arena.url()).get("/leaderboard").statusCode()).isEqualTo(200);
        assertThat(bob.get("/leaderboard").statusCode()).isEqualTo(200);
        keycloak.start();
        assertThat(signsOn("bob", "/method").call("GET", "/api/admin/users", null).statusCode()).isEqualTo(403);
    }

    /** Signs on at Keycloak's own form, which leads back to that page. */
    private Visitor signsOn(String name, String to) throws Exception {
        Visitor visitor = new Visitor(arena.url());
        HttpResponse<String> page = Keycloak.signIn(visitor, visitor.get("/sign-on?to=" + to), name);
        assertThat(page.uri().toString()).as(page.body()).isEqualTo(arena.url() + to);
        return visitor;
    }
}
