package org.dohyo.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.dohyo.model.secret.KeyFile;
import org.dohyo.start.BundledMigrations;
import org.dohyo.start.MigrationLock;
import org.dohyo.start.StartSettings;
import org.dohyo.support.embedded.Directories;
import org.dohyo.support.embedded.EmbeddedDatabase;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;

/** Writes a backup into an empty database, all of it or nothing. */
public final class Restore {

    private static final String SET_SEQUENCE = "select setval(?::regclass, ?)";

    private final Path backup;
    private final Contents contents;

    private Restore(Path backup, Contents contents) {
        this.backup = backup;
        this.contents = contents;
    }

    /**
     * @param votes the number of entries in the vote log
     * @param keyMissing true if the restored arena has no key file: stored secrets can't be read until it has
     */
    public record Restored(long rows, long votes, boolean keyMissing) {
    }

    /**
     * Restores into the data directory, which must have no database yet, or into the configured database, which must
     * have no tables. The next start of the arena brings an older schema up to date.
     *
     * @throws BackupFailure with one sentence for the operator
     */
    public static Restored restore(StartSettings settings, Path directory) {
        Path backup = directory.toAbsolutePath().normalize();
        Restore restore = new Restore(backup, Contents.read(backup));
        try {
            return restore.into(settings);
        } catch (IOException | SQLException e) {
            throw new BackupFailure("Nothing was restored: %s.".formatted(e.getMessage()), e);
        }
    }

    private Restored into(StartSettings settings) throws IOException, SQLException {
        refuseNewer();
        refuseDamaged();
        Path data = settings.dataDirectory().toAbsolutePath().normalize();
        boolean copyKey = keyIsToBeCopied(data);
        Optional<ArenaDatabase> own = ArenaDatabase.configured(settings);
        if (own.isPresent()) {
            intoConfigured(own.get());
        } else {
            intoEmbedded(data);
        }
        Path key = KeyFile.in(data).file();
        if (copyKey) {
            Files.createDirectories(data);
            Files.copy(KeyFile.in(backup).file(), key, StandardCopyOption.COPY_ATTRIBUTES);
        }
        return new Restored(contents.rows(), contents.logSize(), !Files.exists(key));
    }

    private void refuseNewer() {
        MigrationVersion newest = BundledMigrations.newest();
        if (MigrationVersion.fromVersion(contents.schema()).compareTo(newest) > 0) {
            throw new BackupFailure(
                    "The backup has schema version %s and this version of Dohyo knows %s: restore it with a newer Dohyo."
                            .formatted(contents.schema(), newest));
        }
    }

    private void refuseDamaged() throws IOException {
        for (Contents.Table table : contents.tables()) {
            if (!TableFiles.intact(backup, table)) {
                throw new BackupFailure("The backup is damaged: %s is missing or not as it was written."
                        .formatted(table.in(backup)));
            }
        }
    }

    private boolean keyIsToBeCopied(Path data) throws IOException {
        Path stored = KeyFile.in(backup).file();
        Path present = KeyFile.in(data).file();
        if (!Files.exists(stored)) {
            return false;
        }
        if (!Files.exists(present)) {
            return true;
        }
        if (Files.mismatch(stored, present) >= 0) {
            throw new BackupFailure("%s is another key than the backup's: move it away first.".formatted(present));
        }
        return false;
    }

    /** The restored cluster takes its place in one step, so that an interrupted restore leaves no arena behind. */
    private void intoEmbedded(Path data) throws IOException, SQLException {
        if (EmbeddedDatabase.isIn(data)) {
            throw new BackupFailure(
                    "There is an arena in %s already: move its folder postgres away, or name a new directory in DOHYO_DATA_DIR."
                            .formatted(data));
        }
        Path staging = data.resolve("restore.unfinished");
        Directories.delete(staging);
        try {
            ArenaDatabase.useEmbedded(staging, this::fill);
            EmbeddedDatabase.move(staging, data);
        } finally {
            Directories.delete(staging);
        }
    }

    private void intoConfigured(ArenaDatabase database) throws IOException, SQLException {
        try (Connection connection = database.connect()) {
            if (!new Schema(connection).isEmpty()) {
                throw new BackupFailure("The configured database has tables already: restore into an empty one.");
            }
        }
        try {
            fill(database);
        } catch (IOException | SQLException | RuntimeException e) {
            // Empty a moment ago: what is there now is of this restore.
            migrations(database, Flyway::clean);
            throw e;
        }
    }

    private Void fill(ArenaDatabase database) throws IOException, SQLException {
        migrations(database, Flyway::migrate);
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            fill(connection);
            connection.commit();
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                statement.execute("analyze");
            }
        }
        return null;
    }

    private interface FlywayCall {
        void on(Flyway flyway);
    }

    private void migrations(ArenaDatabase database, FlywayCall call) throws IOException {
        Path scripts = Files.createTempDirectory("dohyo-migrations");
        try {
            BundledMigrations.copyTo(scripts);
            call.on(MigrationLock.bySession(Flyway.configure())
                    .dataSource(database.url(), database.user(), database.password())
                    .locations("filesystem:" + scripts).target(contents.schema()).cleanDisabled(false).load());
        } finally {
            Directories.delete(scripts);
        }
    }

    private void fill(Connection connection) throws IOException, SQLException {
        deleteFirstRows(connection);
        TableFiles files = new TableFiles(connection, backup);
        for (Contents.Table table : contents.tables()) {
            long rows = files.read(table);
            if (rows != table.rows()) {
                throw new BackupFailure("The table %s has %d rows and the backup names %d."
                        .formatted(table.name(), rows, table.rows()));
            }
        }
        try (PreparedStatement set = connection.prepareStatement(SET_SEQUENCE)) {
            for (Map.Entry<String, Long> sequence : contents.sequences().entrySet()) {
                set.setString(1, TableFiles.quoted(sequence.getKey()));
                set.setLong(2, sequence.getValue());
                set.execute();
            }
        }
    }

    /** The migrations insert some rows of their own. */
    private void deleteFirstRows(Connection connection) throws SQLException {
        List<Contents.Table> referringFirst = new ArrayList<>(contents.tables());
        Collections.reverse(referringFirst);
        try (Statement statement = connection.createStatement()) {
            for (Contents.Table table : referringFirst) {
                String name = TableFiles.quoted(table.name());
                // A table that is only appended to refuses the statement itself, and has no row yet.
                try (var row = statement.executeQuery("select exists (select 1 from " + name + ")")) {
                    row.next();
                    if (!row.getBoolean(1)) {
                        continue;
                    }
                }
                statement.execute("delete from " + name);
            }
        }
    }
}
