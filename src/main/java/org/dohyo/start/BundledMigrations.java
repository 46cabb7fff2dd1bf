package org.dohyo.start;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.flywaydb.core.api.MigrationVersion;

/** The schema versions included in this build. */
final class BundledMigrations {

    private static final String FOLDER = "db/migration";
    private static final Pattern NAME = Pattern.compile("V([0-9._]+?)__.*\\.sql");

    private BundledMigrations() {
    }

    static MigrationVersion newest() {
        try {
            Path build = Path.of(BundledMigrations.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isDirectory(build)) {
                return newestIn(build.resolve(FOLDER));
            }
            try (FileSystem jar = FileSystems.newFileSystem(build)) {
                return newestIn(jar.getPath(FOLDER));
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("the application's own migrations can't be listed", e);
        }
    }

    private static MigrationVersion newestIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> NAME.matcher(file.getFileName().toString())).filter(Matcher::matches)
                    .map(name -> MigrationVersion.fromVersion(name.group(1))).max(Comparator.naturalOrder())
                    .orElseThrow();
        }
    }
}
