package org.dohyo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.dohyo.support.embedded.EmbeddedDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import io.restassured.RestAssured;

/** The packaged application starts with one command, and says in one sentence why it can't. */
@Execution(ExecutionMode.CONCURRENT)
class PackagedStartIT {

    private static final String PASSWORD = "a long password of the admin";
    private static final String ANOTHER = "a password that is ignored";
    private static final String RESET = "a new password of the admin";

    @TempDir
    Path data;

    @Test
    void start_withoutDatabase_bringsASafeOneOfItsOwn_andEndsItInOrder() throws Exception {
        try (ArenaProcess arena = ArenaProcess.start(ArenaProcess.JAR, data, Map.of());
                Connection connection = arena.database()) {
            String url = arena.url().replace("127.0.0.1", "localhost");
            assertThat(arena.output()).contains(url + "\n", url + "/desk\n", url + "/setup?token=", data.toString());
            assertThat(arena.output().lines()).hasSizeLessThan(15);
            nothingSaysThatPeopleCouldSignOn(arena);
            assertThat(show(connection, "fsync")).isEqualTo("on");
            assertThat(show(connection, "synchronous_commit")).isEqualTo("on");
            assertThat(show(connection, "full_page_writes")).isEqualTo("on");
            assertThat(show(connection, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(Files.getPosixFilePermissions(data)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
            assertThat(Files.getPosixFilePermissions(data.resolve("postgres.password")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            assertThat(Files.readString(data.resolve("postgres/pg_hba.conf")))
                    .doesNotContainPattern("(?m)^[^#].*trust").contains("scram-sha-256");
            assertRefused(ArenaProcess.launch(ArenaProcess.JAR, data, Map.of()),
                    "Another run of Dohyo uses the data directory");
            assertThat(connection.isValid(5)).as("the first run is left alone").isTrue();
            arena.stop();
            assertThat(arena.output() + arena.errors()).doesNotContain("WARN", "ERROR");
            assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
            assertThat(Files.readString(data.resolve("postgres.log"))).contains("database system is shut down");
        }
    }

    /** No provider is set. */
    private static void nothingSaysThatPeopleCouldSignOn(ArenaProcess arena) {
        RestAssured.given().redirects().follow(false).get(arena.url() + "/sign-on").then().statusCode(404)
                .body("code", equalTo("no-provider"));
        RestAssured.given().get(arena.url() + "/desk/sign-in").then().statusCode(200);
        assertThat(arena.output() + arena.errors()).doesNotContain("OIDC");
    }

    /** One data directory through three starts, since each takes its time. */
    @Test
    void stop_storesTheEndOfRunningAnswers_aLaterStartResetsThePassword_andANewerSchemaIsRefused() throws Exception {
        stopWhileAnswering();
        try (ArenaProcess arena = ArenaProcess.start(ArenaProcess.JAR, data,
                Map.of("DOHYO_ADMIN_RESET_PASSWORD", "true", "DOHYO_ADMIN_PASSWORD", ANOTHER))) {
            resetPassword(arena);
            pretendANewerSchema(arena);
            arena.stop();
        }
        assertRefused(ArenaProcess.launch(ArenaProcess.JAR, data, Map.of()), "schema version 9999");
        assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    private void stopWhileAnswering() throws Exception {
        try (ArenaProcess arena = ArenaProcess.start(ArenaProcess.JAR, data,
                Map.of("DOHYO_ADMIN_PASSWORD", PASSWORD))) {
            assertThat(arena.output()).doesNotContain("/setup?token=", "DOHYO_ADMIN");
            String battle = new ArenaClient(arena).begin("Why is the sky blue?");
            arena.stop();
            try (EmbeddedDatabase left = EmbeddedDatabase.start(data);
                    Connection connection = DriverManager.getConnection(left.url(), EmbeddedDatabase.USER,
                            left.password())) {
                assertThat(one(connection, "select state from battle where id = '" + battle + "'"))
                        .isEqualTo("STOPPED");
            }
        }
    }

    /** The link works once; until it is used, the former password stands. */
    private static void resetPassword(ArenaProcess arena) throws Exception {
        assertThat(arena.output()).contains("DOHYO_ADMIN_RESET_PASSWORD is on: set a new password for admin");
        assertThat(adminStatus(arena, PASSWORD)).isEqualTo(200);
        assertThat(adminStatus(arena, ANOTHER)).as("the setting of an account that exists").isEqualTo(401);
        Matcher link = Pattern.compile("/setup\\?token=(\\S+)").matcher(arena.output());
        assertThat(link.find()).as(arena.output()).isTrue();
        String setup = "{\"token\":\"" + link.group(1) + "\",\"password\":\"" + RESET + "\"}";
        assertThat(new ArenaClient(arena).post("/api/setup", setup).statusCode()).isEqualTo(204);
        assertThat(adminStatus(arena, RESET)).isEqualTo(200);
        assertThat(adminStatus(arena, PASSWORD)).as("the forgotten password").isEqualTo(401);
        assertThat(new ArenaClient(arena).post("/api/setup", setup).statusCode()).isEqualTo(403);
    }

    private static int adminStatus(ArenaProcess arena, String password) throws Exception {
        return new ArenaClient(arena).statusAsAdmin("/api/admin/users", password);
    }

    private static void pretendANewerSchema(ArenaProcess arena) throws SQLException {
        try (Connection connection = arena.database(); Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO flyway_schema_history (installed_rank, version, description, type, script,"
                    + " installed_by, execution_time, success)"
                    + " VALUES (9999, '9999', 'later', 'SQL', 'V9999__later.sql', 'test', 0, true)");
        }
    }

    @Test
    void takenPort_isRefused() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = Integer.toString(other.getLocalPort());
            assertRefused(ArenaProcess.launch(ArenaProcess.JAR, data, Map.of("QUARKUS_HTTP_PORT", port)),
                    "Port " + port);
        }
    }

    @Test
    void wrongSetting_isRefused() throws Exception {
        assertRefused(ArenaProcess.launch(ArenaProcess.JAR, data, Map.of("DOHYO_ADMIN_PASSWORD", "admin")),
                "at least 12 characters");
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void unreachableDatabase_isRefusedWithoutTellingItsPassword() throws Exception {
        ArenaProcess arena = ArenaProcess.launch(ArenaProcess.JAR, data, Map.of("QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:postgresql://127.0.0.1:" + ArenaProcess.freePort() + "/arena?password=hush"));
        assertRefused(arena, "can't be reached");
        assertThat(arena.errors()).doesNotContain("hush");
        assertThat(data.resolve("postgres")).doesNotExist();
    }

    @Test
    void unwritableDataDirectory_isRefused() throws Exception {
        Path file = Files.writeString(data.resolve("file"), "");
        assertRefused(ArenaProcess.launch(ArenaProcess.JAR, file.resolve("below"), Map.of()), "can't be written");
    }

    @Test
    void dataOfAnotherPostgresql_isRefused() throws Exception {
        Files.createDirectories(data.resolve("postgres"));
        for (String version : new String[] { "17", "19" }) {
            Files.writeString(data.resolve("postgres/PG_VERSION"), version + "\n");
            assertRefused(ArenaProcess.launch(ArenaProcess.JAR, data, Map.of()), "is of PostgreSQL " + version);
        }
    }

    @Test
    void mistypedOption_isRefused_andStartsNothing() throws Exception {
        ArenaProcess.Ran mistyped = ArenaProcess.command(data, Map.of(), "--verison");
        assertThat(mistyped.code()).isEqualTo(2);
        assertThat(mistyped.errors()).contains("'--verison'", "Usage: dohyo");
        assertThat(data).isEmptyDirectory();
        assertThat(ArenaProcess.command(data, Map.of(), "--version").output())
                .matches("dohyo \\d+\\.\\d+\\.\\d+\\S*\\s+");
    }

    private static void assertRefused(ArenaProcess arena, String reason) throws InterruptedException {
        // Not closed: that would kill the database of the run that rightly holds the directory.
        assertThat(arena.exitCode()).isEqualTo(1);
        assertThat(arena.errors().strip()).contains(reason).hasLineCount(1).endsWith(".");
        assertThat(arena.output() + arena.errors()).doesNotContain("\tat ");
    }

    private static String show(Connection connection, String setting) throws SQLException {
        return one(connection, "SHOW " + setting);
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
