package org.dohyo.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.dohyo.model.secret.KeyFile;
import org.dohyo.start.StartSettings;
import org.dohyo.support.embedded.Directories;

/**
 * Copies the whole database, as it is at one moment, into a directory. The arena may run meanwhile; nobody waits for
 * the backup.
 */
public final class Backup {

    private static final String NOW = "select now()";

    private final ArenaDatabase database;
    private final Path directory;

    private Backup(ArenaDatabase database, Path directory) {
        this.database = database;
        this.directory = directory;
    }

    /**
     * @param votes the number of entries in the vote log
     * @param key true if the backup has the key file
     */
    public record Taken(Path directory, long rows, long votes, boolean key) {
    }

    /**
     * Takes a backup of the arena that the settings name. If it fails, the directory does not exist afterwards.
     *
     * @param directory is created; it must not exist or be empty
     * @param withKey also copies the file with the key that stored secrets are encrypted with
     * @throws BackupFailure with one sentence for the operator
     */
    public static Taken take(StartSettings settings, Path directory, boolean withKey) {
        Path target = directory.toAbsolutePath().normalize();
        Path unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
        try {
            refuseOccupied(target);
            Directories.delete(unfinished);
            Files.createDirectories(unfinished.getParent());
            Files.createDirectory(unfinished, PosixFilePermissions
                    .asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            boolean key = withKey && copyKey(settings, unfinished);
            Contents contents = ArenaDatabase.use(settings, database -> new Backup(database, unfinished).write());
            Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
            return new Taken(target, contents.rows(), contents.logSize(), key);
        } catch (IOException | SQLException e) {
            throw new BackupFailure("The backup was not taken: %s.".formatted(e.getMessage()), e);
        } finally {
            discard(unfinished);
        }
    }

    private static void refuseOccupied(Path target) throws IOException {
        if (!Files.exists(target)) {
            return;
        }
        try (Stream<Path> files = Files.list(target)) {
            if (files.findAny().isPresent()) {
                throw new BackupFailure("%s is not empty: name a new directory for the backup.".formatted(target));
            }
        }
    }

    /** False if there is none: no secret is stored yet, or the key comes from a setting. */
    private static boolean copyKey(StartSettings settings, Path unfinished) throws IOException {
        Path key = KeyFile.in(settings.dataDirectory().toAbsolutePath().normalize()).file();
        if (!Files.exists(key)) {
            return false;
        }
        Files.copy(key, KeyFile.in(unfinished).file(), StandardCopyOption.COPY_ATTRIBUTES);
        return true;
    }

    private Contents write() throws IOException, SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            Contents contents = write(connection);
            connection.rollback();
            contents.write(directory);
            TableFiles.force(directory.resolve(Contents.FILE));
            return contents;
        }
    }

    private Contents write(Connection connection) throws IOException, SQLException {
        Schema schema = new Schema(connection);
        String version = schema.version().orElseThrow(
                () -> new BackupFailure("The database is no arena's: Dohyo has never started on it."));
        TableFiles files = new TableFiles(connection, directory);
        List<Contents.Table> tables = new ArrayList<>();
        for (Map.Entry<String, List<String>> table : schema.tables().entrySet()) {
            tables.add(files.write(table.getKey(), table.getValue()));
        }
        // Not part of the snapshot; read last, so that no row has a number that its sequence has yet to give.
        return new Contents(Contents.FORMAT, takenAt(connection), version, tables, schema.sequences());
    }

    private static Instant takenAt(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(NOW)) {
            row.next();
            return row.getTimestamp(1).toInstant();
        }
    }

    private static void discard(Path unfinished) {
        try {
            Directories.delete(unfinished);
        } catch (IOException e) {
            throw new BackupFailure("%s can't be deleted: delete it by hand.".formatted(unfinished), e);
        }
    }
}
