package org.dohyo.account.signon;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.dohyo.ArenaProcess;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/**
 * A real Keycloak as a process of its own, from its distribution, with the realm of the tests and a file for a
 * database.
 */
final class Keycloak implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final String ADMIN = "keeper";
    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");

    private final Path home;
    private final int port;
    private Process process;

    /**
     * @param distribution the unpacked distribution, which is copied
     * @param arena the address of the arena that the client's redirects are limited to
     */
    Keycloak(Path distribution, Path home, String arena) throws IOException {
        this.home = copy(distribution, home);
        this.port = ArenaProcess.freePort();
        try (InputStream realm = Keycloak.class.getResourceAsStream("/keycloak/company-realm.json")) {
            Files.writeString(Files.createDirectories(this.home.resolve("data/import")).resolve("company-realm.json"),
                    new String(realm.readAllBytes(), StandardCharsets.UTF_8).replace("ARENA", arena));
        }
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
        return to;
    }

    String issuer() {
        return url() + "/realms/company";
    }

    private String url() {
        return "http://127.0.0.1:" + port;
    }

    void start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder("bash", home.resolve("bin/kc.sh").toString(), "start-dev",
                "--import-realm", "--http-host=127.0.0.1", "--http-port=" + port, "--cache=local")
                .redirectErrorStream(true).redirectOutput(home.resolve("keycloak.log").toFile());
        builder.environment().putAll(Map.of("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN, "KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN,
                "JAVA_HOME", System.getProperty("java.home"), "JAVA_OPTS_APPEND", "-Xmx512m"));
        process = builder.start();
        await().atMost(PATIENCE).ignoreExceptions().until(() -> !process.isAlive()
                || given().get(issuer() + "/.well-known/openid-configuration").statusCode() == 200);
        if (!process.isAlive()) {
            throw new AssertionError(Files.readString(home.resolve("keycloak.log")));
        }
    }

    void stop() {
        Process running = process;
        if (running != null) {
            Stream.concat(running.descendants(), Stream.of(running.toHandle())).forEach(ProcessHandle::destroy);
            running.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
            process = null;
        }
    }

    /** Fills in Keycloak's own form, where the visitor stands before it; returns the page that follows. */
    static HttpResponse<String> signIn(Visitor visitor, HttpResponse<String> form, String name) throws Exception {
        Matcher action = FORM.matcher(form.body());
        if (!action.find()) {
            throw new AssertionError("no form at " + form.uri() + ": " + form.body());
        }
        return visitor.fillIn(action.group(1).replace("&amp;", "&"),
                Map.of("username", name, "password", name + "'s password"));
    }

    void removeFromAllGroups(String user) {
        String id = userId(user);
        String groups = "/admin/realms/company/users/" + id + "/groups";
        for (Object group : admin().get(url() + groups).jsonPath().getList("id")) {
            admin().delete(url() + groups + "/" + group).then().statusCode(204);
        }
    }

    void disable(String user) {
        admin().contentType(ContentType.JSON).body(Map.of("enabled", false))
                .put(url() + "/admin/realms/company/users/" + userId(user)).then().statusCode(204);
    }

    private String userId(String user) {
        return admin().get(url() + "/admin/realms/company/users?username=" + user).jsonPath().getString("[0].id");
    }

    private RequestSpecification admin() {
        String token = given().formParams(Map.of("grant_type", "password", "client_id", "admin-cli", "username", ADMIN,
                "password", ADMIN)).post(url() + "/realms/master/protocol/openid-connect/token").jsonPath()
                .getString("access_token");
        return given().auth().preemptive().oauth2(token);
    }

    @Override
    public void close() {
        stop();
    }
}
