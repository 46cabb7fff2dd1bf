package org.dohyo;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.dohyo.support.PostgresResource;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import com.fasterxml.jackson.databind.JsonNode;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/**
 * The packaged application with a database and settings of its own, for all tests of a class or {@link #shared} by
 * several, to be registered as a static field of a class that runs {@link Beside} others.
 */
public final class PackagedArena implements BeforeAllCallback, AfterAllCallback {

    public static final String ADMIN_PASSWORD = "a password for the tests";

    private static final PackagedArena SHARED = new PackagedArena();

    private final Map<String, String> settings;
    private Map<String, String> resource;
    private ArenaProcess process;
    private boolean writesArchive;

    /** With these environment variables. */
    public PackagedArena(Map<String, String> settings) {
        this.settings = settings;
    }

    public PackagedArena() {
        this(Map.of());
    }

    /**
     * One arena for all classes that ask for it, also while they run beside each other: each has projects, accounts and
     * other names of its own, and relies on nothing that is the arena's as a whole.
     */
    public static PackagedArena shared() {
        return SHARED;
    }

    @Override
    public void beforeAll(ExtensionContext tests) {
        if (this != SHARED) {
            start();
            return;
        }
        synchronized (this) {
            if (process == null) {
                start();
                tests.getRoot().getStore(ExtensionContext.Namespace.create(PackagedArena.class)).put(this,
                        (AutoCloseable) this::close);
            }
        }
    }

    private void start() {
        resource = PostgresResource.migrated();
        Map<String, String> environment = new HashMap<>(Map.of("DOHYO_ADMIN_PASSWORD", ADMIN_PASSWORD));
        resource.forEach((name, value) -> environment.put(name.toUpperCase().replace('.', '_'), value));
        environment.putAll(settings);
        // The shared one ends last, too late for the others.
        List<String> writer = this == SHARED ? List.of() : ClassArchive.writer();
        writesArchive = !writer.isEmpty();
        process = ArenaProcess.start(Path.of(resource.get("dohyo.data.dir")), environment,
                writer.toArray(String[]::new));
    }

    @Override
    public void afterAll(ExtensionContext tests) throws InterruptedException {
        if (this != SHARED) {
            close();
        }
    }

    private void close() throws InterruptedException {
        if (process == null) {
            return;
        }
        try (ArenaProcess ended = process) {
            if (writesArchive) {
                ended.stop();
                ClassArchive.publish();
            }
        }
    }

    /** A connection to the arena's database, which the caller closes. */
    public Connection database() throws SQLException {
        return DriverManager.getConnection(resource.get("quarkus.datasource.jdbc.url"),
                resource.get("quarkus.datasource.username"), resource.get("quarkus.datasource.password"));
    }

    /** Without a slash at its end. */
    public String url() {
        return process.url();
    }

    /** What it has printed. */
    public String output() {
        return process.output();
    }

    public String errors() {
        return process.errors();
    }

    public URI uri() {
        return URI.create(process.url() + "/");
    }

    /** A call of a stranger. */
    public RequestSpecification given() {
        return RestAssured.given().baseUri(process.url()).port(process.port());
    }

    /**
     * What a stranger gets at {@code path}; for what is asked again and again, since REST Assured compiles each path
     * into an answer as a program.
     */
    public JsonNode json(String path) {
        return given().get(path).then().statusCode(200).extract().as(JsonNode.class);
    }

    /** A call of the admin. */
    public RequestSpecification admin() {
        return as("admin");
    }

    /** A call of the admin or of a {@link #reader}. */
    public RequestSpecification as(String name) {
        return given().auth().preemptive().basic(name, ADMIN_PASSWORD).contentType(ContentType.JSON);
    }

    /** Adds an account with the role reader. */
    public void reader(String name) {
        admin().body(Map.of("name", name, "role", "reader", "password", ADMIN_PASSWORD)).post("/api/admin/users").then()
                .statusCode(201);
    }

    /** Adds two models of these names; they are enabled until the duel is closed. */
    public Duel duel(String nameA, String nameB) {
        return duel(nameA, nameB, Map.of());
    }

    public Duel duel(String nameA, String nameB, Map<String, Object> more) {
        return Duel.at(this::given, nameA, nameB, more);
    }
}
