package org.dohyo.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.dohyo.start.BundledMigrations;
import org.dohyo.start.MigrationLock;
import org.dohyo.start.StartLines;
import org.dohyo.start.StartSettings;
import org.dohyo.support.embedded.Directories;
import org.dohyo.support.embedded.EmbeddedDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A backup is the whole database, is restored whole or not at all, and shows when it was damaged. */
@Execution(ExecutionMode.CONCURRENT)
@TestInstance(Lifecycle.PER_CLASS)
class BackupIT {

    private static final String DIGEST = "select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from %s t";
    private static final String ENTRIES = """
            insert into log_entry (position, kind, vote_id, model_a, model_b, outcome, categories, voter_tag, sign, leaf,
            leaf_hash, logged_at)
            select n, 'CAST', gen_random_uuid(), min(id), max(id), 'A', '{overall,"with, comma\\\\and\\nline"}',
            '\\x00ff', 1, '{"text":"tab\\tand \\\\N 土俵"}', sha256('\\x00'), now()
            from model, generate_series(0, 2) n group by n;
            update log_head set size = 3;
            select nextval(pg_get_serial_sequence('voter', 'id')) from generate_series(1, 41)""";

    private Path work;
    private EmbeddedDatabase server;
    private StartSettings arena;
    private Path backup;

    @BeforeAll
    void backUpAnArena(@TempDir Path directory) throws Exception {
        work = directory;
        server = EmbeddedDatabase.start(work.resolve("data"));
        arena = database("arena");
        migrate(arena);
        try (Connection connection = connect(arena); Statement statement = connection.createStatement()) {
            statement.execute(ENTRIES);
        }
        backup = work.resolve("backup");
        assertThat(Backup.take(arena, backup, false)).matches(taken -> taken.votes() == 3 && taken.rows() > 10);
    }

    @AfterAll
    void stop() throws IOException {
        server.close();
    }

    @Test
    void restoredDatabase_isTheSame_andItsSequencesGoOn() throws Exception {
        StartSettings fresh = database("fresh");
        assertThat(Restore.restore(fresh, backup)).matches(done -> done.votes() == 3 && done.keyMissing());
        assertThat(digests(fresh)).isEqualTo(digests(arena)).hasSizeGreaterThan(30);
        assertThat(one(fresh, "select nextval(pg_get_serial_sequence('voter', 'id'))::text")).isEqualTo("42");
        assertThatThrownBy(() -> one(fresh, "delete from log_entry returning 'gone'"))
                .hasMessageContaining("append-only");
    }

    /** An arena of an older version, whose schema the next start would bring up to date. */
    @Test
    void olderSchema_isRestoredAsItWas() throws Exception {
        StartSettings older = database("older");
        flyway(older, "11").migrate();
        Path stored = work.resolve("older-backup");
        Backup.take(older, stored, false);
        StartSettings again = database("older_again");
        Restore.restore(again, stored);
        assertThat(digests(again)).isEqualTo(digests(older)).doesNotContainKey("benchmark_run");
        migrate(again);
        assertThat(one(again, "select count(*)::text from benchmark_run")).isEqualTo("0");
    }

    @Test
    void embeddedArena_takesTheBackup_unlessItHasOne() throws Exception {
        Path data = work.resolve("embedded");
        StartSettings settings = embedded(data);
        Files.createDirectories(data.resolve("restore.unfinished"));
        Restore.restore(settings, backup);
        assertThat(data.resolve("restore.unfinished")).doesNotExist();
        assertThat(data.resolve("postgres.password")).exists();
        assertThatThrownBy(() -> Restore.restore(settings, backup)).isInstanceOf(BackupFailure.class)
                .hasMessageContaining("There is an arena in " + data);
        assertThat(Backup.take(settings, work.resolve("of-embedded"), false).votes()).isEqualTo(3);
    }

    @Test
    void damagedFile_restoresNothing() throws Exception {
        Path damaged = copy("damaged");
        Path table = damaged.resolve("model.copy.gz");
        byte[] bytes = Files.readAllBytes(table);
        bytes[bytes.length / 2] ^= 1;
        Files.write(table, bytes);
        refuses(embedded(work.resolve("of-damaged")), damaged, "model.copy.gz is missing or not as it was written");
        Files.delete(table);
        refuses(embedded(work.resolve("of-damaged")), damaged, "model.copy.gz is missing or not as it was written");
        assertThat(work.resolve("of-damaged")).doesNotExist();
    }

    /** The figures are only compared once the rows are in the database, so this one fails late. */
    @Test
    void failureInTheMiddle_leavesTheDatabaseEmpty() throws Exception {
        Path wrong = copy("wrong-count");
        Path file = wrong.resolve(Contents.FILE);
        Files.writeString(file, Files.readString(file).replaceFirst("(\"log_head\",(?s:.)*?\"rows\" : )1", "$17"));
        StartSettings target = database("target");
        refuses(target, wrong, "log_head has 1 rows and the backup names 7");
        assertThat(digests(target)).isEmpty();
        Path data = work.resolve("of-wrong");
        refuses(embedded(data), wrong, "log_head has 1 rows and the backup names 7");
        assertThat(data).isEmptyDirectory();
        Restore.restore(target, backup);
    }

    @Test
    void otherVersions_areRefused() throws Exception {
        Path newer = copy("newer");
        Path file = newer.resolve(Contents.FILE);
        String contents = Files.readString(file);
        Files.writeString(file, contents.replaceFirst("\"schema\" : \"\\d+\"", "\"schema\" : \"9999\""));
        refuses(embedded(work.resolve("none")), newer, "schema version 9999");
        Files.writeString(file, contents.replace("\"format\" : 1", "\"format\" : 2"));
        refuses(embedded(work.resolve("none")), newer, "format 2");
        Files.writeString(file, "{");
        refuses(embedded(work.resolve("none")), newer, "backup.json can't be read");
        refuses(embedded(work.resolve("none")), work.resolve("nowhere"), "There is no backup in");
        assertThat(work.resolve("none")).doesNotExist();
    }

    @Test
    void wrongPlaces_areRefused() throws Exception {
        refuses(arena, backup, "has tables already");
        assertThatThrownBy(() -> Backup.take(arena, backup, false)).hasMessageContaining("is not empty");
        assertThatThrownBy(() -> Backup.take(embedded(work.resolve("none")), work.resolve("b"), false))
                .isInstanceOf(BackupFailure.class).hasMessageContaining("There is no arena in");
        assertThatThrownBy(() -> Backup.take(database("bare"), work.resolve("b"), false))
                .hasMessageContaining("Dohyo has never started on it");
        assertThat(work.resolve("b")).doesNotExist();
        assertThat(work.resolve("b.unfinished")).doesNotExist();
    }

    @Test
    void key_isCopiedOnRequest_andNeverReplacesAnother() throws Exception {
        StartSettings keyed = at(arena, Files.createDirectories(work.resolve("keyed")));
        Path key = Files.writeString(work.resolve("keyed/secret.key"), "the key");
        Path stored = work.resolve("with-key");
        assertThat(Backup.take(keyed, stored, true).key()).isTrue();
        StartSettings other = at(database("keyed"), work.resolve("other"));
        assertThat(Restore.restore(other, stored).keyMissing()).isFalse();
        assertThat(work.resolve("other/secret.key")).hasSameBinaryContentAs(key);
        Files.writeString(work.resolve("other/secret.key"), "another key");
        assertThat(Backup.take(arena, work.resolve("no-key"), true).key()).isFalse();
        refuses(at(database("keyed_again"), work.resolve("other")), stored, "is another key than the backup's");
    }

    private static void refuses(StartSettings settings, Path backup, String reason) {
        assertThatThrownBy(() -> Restore.restore(settings, backup)).isInstanceOf(BackupFailure.class)
                .hasMessageContaining(reason);
    }

    private Path copy(String name) throws IOException {
        Path copy = Files.createDirectory(work.resolve(name));
        try (var files = Files.list(backup)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        return copy;
    }

    private StartSettings database(String name) throws SQLException {
        try (Connection connection = new ArenaDatabase(server.url(), EmbeddedDatabase.USER, server.password())
                .connect(); Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return new StartSettings("127.0.0.1", 0, work.resolve("without-key"), Optional.empty(),
                Optional.of(server.url().replaceFirst("/postgres$", "/" + name)), Optional.of(EmbeddedDatabase.USER),
                Optional.of(server.password()), false, StartLines.TEXT);
    }

    private static StartSettings at(StartSettings settings, Path data) {
        return new StartSettings(settings.host(), 0, data, Optional.empty(), settings.databaseUrl(),
                settings.databaseUser(), settings.databasePassword(), false, settings.lines());
    }

    private static StartSettings embedded(Path data) {
        return new StartSettings("127.0.0.1", 0, data, Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), false, StartLines.TEXT);
    }

    private void migrate(StartSettings settings) throws IOException {
        flyway(settings, BundledMigrations.newest().toString()).migrate();
    }

    private Flyway flyway(StartSettings settings, String version) throws IOException {
        Path scripts = work.resolve("scripts");
        Directories.delete(scripts);
        BundledMigrations.copyTo(Files.createDirectory(scripts));
        ArenaDatabase database = ArenaDatabase.configured(settings).orElseThrow();
        return MigrationLock.bySession(Flyway.configure())
                .dataSource(database.url(), database.user(), database.password())
                .locations("filesystem:" + scripts).target(version).load();
    }

    private static Connection connect(StartSettings settings) throws SQLException {
        return ArenaDatabase.configured(settings).orElseThrow().connect();
    }

    private static String one(StartSettings settings, String sql) throws SQLException {
        try (Connection connection = connect(settings);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : null;
        }
    }

    private static Map<String, String> digests(StartSettings settings) throws SQLException {
        Map<String, String> digests = new TreeMap<>();
        try (Connection connection = connect(settings)) {
            for (String table : new Schema(connection).tables().keySet()) {
                digests.put(table, one(settings, DIGEST.formatted(table)));
            }
        }
        return digests;
    }
}
