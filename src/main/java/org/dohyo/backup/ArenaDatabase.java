package org.dohyo.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;

import org.dohyo.start.StartSettings;
import org.dohyo.support.embedded.EmbeddedDatabase;

/** How a database is reached. */
record ArenaDatabase(String url, String user, String password) {

    interface Work<T> {
        T with(ArenaDatabase database) throws IOException, SQLException;
    }

    /**
     * Does work on the database that the settings name: the configured one, or the embedded one of the data directory,
     * which is started for the work where no arena runs on it.
     */
    static <T> T use(StartSettings settings, Work<T> work) throws IOException, SQLException {
        Optional<ArenaDatabase> own = configured(settings);
        if (own.isPresent()) {
            return work.with(own.get());
        }
        Path data = settings.dataDirectory().toAbsolutePath().normalize();
        if (!EmbeddedDatabase.isIn(data)) {
            throw new BackupFailure("There is no arena in %s: name its directory in DOHYO_DATA_DIR.".formatted(data));
        }
        Optional<EmbeddedDatabase.Address> running = EmbeddedDatabase.running(data);
        if (running.isPresent()) {
            return work.with(
                    new ArenaDatabase(running.get().url(), EmbeddedDatabase.USER, running.get().password()));
        }
        return useEmbedded(data, work);
    }

    /** Starts the embedded database of a directory, which is created if it is missing, for the time of the work. */
    static <T> T useEmbedded(Path directory, Work<T> work) throws IOException, SQLException {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(directory)) {
            return work.with(new ArenaDatabase(database.url(), EmbeddedDatabase.USER, database.password()));
        }
    }

    /** The database of the settings; empty where the arena uses the embedded one. */
    static Optional<ArenaDatabase> configured(StartSettings settings) {
        return settings.databaseUrl().map(url -> new ArenaDatabase(url, settings.databaseUser().orElse(null),
                settings.databasePassword().orElse(null)));
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }
}
